// Has something below a folder changed? Says that it did, once it is quiet again; what it was is for the learning to find out.
import { lstat, realpath } from 'node:fs/promises'
import { basename } from 'node:path'
import { watch } from 'chokidar'
import { AppError } from '../errors.ts'

export interface Watching {
  /** Idempotent. */
  close(): Promise<void>
}

export interface WatchOptions {
  readonly onChange: () => void
  /** Changes may be missed from here on; the folder is looked through now and then all the same. */
  readonly onError: (error: unknown) => void
}

/** A copy of many files comes as a burst: one learning afterwards, half a second before what was promised. */
const QUIET_MS = 300
/** While a burst goes on and on, what has come is learnt all the same. */
const LONGEST_BURST_MS = 1_200
/** Network disks tell nothing, and a watched folder that is moved away and back is lost: a look at all stamps costs little. */
const LOOK_THROUGH_MS = 60_000

/**
 * Watches a folder and those below it; neither hidden ones nor what links lead to.
 *
 * @returns once every change from now on is noticed
 * @throws AppError `bad-input` when there is no such folder
 */
export async function watchFolder(folder: string, { onChange, onError }: WatchOptions): Promise<Watching> {
  const root = await rootOf(folder)
  const burst = gather(onChange)
  const watcher = watch(root, {
    ignored: (path) => path !== root && basename(path).startsWith('.'),
    ignoreInitial: true,
    // By default a link is followed, out of the folder too.
    followSymlinks: false,
    // The learning names a folder that may not be read; nobody need say so twice.
    ignorePermissionErrors: true,
  })
  watcher.on('all', burst.add).on('error', onError)
  await new Promise<void>((resolve) => watcher.once('ready', resolve))
  const lookThrough = setInterval(onChange, LOOK_THROUGH_MS)
  return {
    async close() {
      clearInterval(lookThrough)
      burst.drop()
      await watcher.close()
    },
  }
}

/** The folder itself may be a link: it was named on purpose. */
async function rootOf(folder: string): Promise<string> {
  try {
    const root = await realpath(folder)
    if ((await lstat(root)).isDirectory()) return root
  } catch (cause) {
    throw new AppError('bad-input', `The folder ${folder} can’t be watched: it can’t be read.`, { cause })
  }
  throw new AppError('bad-input', `${folder} can’t be watched: it is no folder.`)
}

/** Many events, one call. */
function gather(call: () => void): { add(): void; drop(): void } {
  let timer: NodeJS.Timeout | undefined
  let firstAt = 0
  const fire = () => {
    timer = undefined
    call()
  }
  return {
    add() {
      const now = performance.now()
      if (timer === undefined) firstAt = now
      clearTimeout(timer)
      timer = setTimeout(fire, Math.max(0, Math.min(QUIET_MS, firstAt + LONGEST_BURST_MS - now)))
    },
    drop: () => clearTimeout(timer),
  }
}
