// Who embeds hundreds of passages while questions are asked? A process of its own that yields to everything else.
// A pass of the model takes the thread it runs on for some 40 ms, and a question has to wait for it.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Embedder, EmbedOptions, PassageInput, PassageVectors } from '../embedder.ts'
import type { ModelFolder } from '../model-folder.ts'
import type { Order, Reply } from './messages.ts'

export interface BackgroundOptions {
  /** Of one forward pass. */
  readonly threads: number
  /** The built `child.js`; only tests name another one. */
  readonly entry?: URL
  /** After which the process is ended, and its memory given back. Default 20 s. */
  readonly idleMs?: number
}

/** Passages that are embedded here while no process runs: a report of usual length is done before one would have begun. */
const FEW = 16
/** Passages in one order: as many as the embedder sorts by length together, so that the vectors are the same as here. */
const ORDER = 64
const IDLE_MS = 20_000

/**
 * @param here embeds a few, and all of them when no process can be had
 * @returns the same vectors, progress told after every order
 */
export function createBackgroundEmbedder(
  here: Embedder,
  folder: ModelFolder,
  options: BackgroundOptions,
): Embedder {
  const { idleMs = IDLE_MS } = options
  let running: Process | undefined
  let idle: NodeJS.Timeout | undefined
  const end = () => {
    clearTimeout(idle)
    running?.end()
    running = undefined
  }

  async function embedPassages(items: readonly PassageInput[], given: EmbedOptions = {}) {
    if (items.length <= FEW && running === undefined) return here.embedPassages(items, given)
    clearTimeout(idle)
    given.signal?.addEventListener('abort', end)
    try {
      running ??= await openProcess(folder, options)
      const vectors: PassageVectors[] = []
      for (let start = 0; start < items.length; start += ORDER) {
        given.signal?.throwIfAborted()
        vectors.push(...(await running.embed(items.slice(start, start + ORDER))))
        given.onProgress?.(vectors.length)
      }
      idle = setTimeout(end, idleMs).unref()
      return vectors
    } catch {
      end()
      given.signal?.throwIfAborted()
      // No memory, no further process, or ended by somebody: what is asked for can be had all the same.
      return here.embedPassages(items, given)
    } finally {
      given.signal?.removeEventListener('abort', end)
    }
  }

  return {
    ...here,
    embedPassages,
    async close() {
      end()
      await here.close()
    },
  }
}

interface Process {
  /** One at a time. */
  embed(items: readonly PassageInput[]): Promise<readonly PassageVectors[]>
  end(): void
}

/** @throws Error when it doesn't start or can't open the model */
async function openProcess(
  folder: ModelFolder,
  { threads, entry = new URL('./child.js', import.meta.url) }: BackgroundOptions,
): Promise<Process> {
  // No environment: it has no use for keys and settings.
  const child = fork(fileURLToPath(entry), {
    env: {},
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  // What it may fail at between two orders is told by its exit.
  child.on('error', () => {})
  const end = () => void child.kill('SIGKILL')
  try {
    await ask(child, { kind: 'open', folder, threads })
  } catch (error) {
    end()
    throw error
  }
  return {
    end,
    async embed(items) {
      const reply = await ask(child, { kind: 'embed', items })
      return reply.kind === 'embedded' ? reply.vectors : []
    },
  }
}

/** Between two orders neither the process nor its channel keeps this one alive. */
function ask(child: ChildProcess, order: Order): Promise<Reply> {
  return new Promise((resolve, reject) => {
    child.ref()
    child.channel?.ref()
    const settle = (outcome: Reply | Error) => {
      child.off('message', onReply).off('exit', onExit).off('error', settle)
      child.unref()
      child.channel?.unref()
      if (outcome instanceof Error) reject(outcome)
      else if (outcome.kind === 'failed') reject(new Error(outcome.reason))
      else resolve(outcome)
    }
    // Sent by child.ts alone.
    const onReply = (reply: unknown) => settle(reply as Reply)
    const onExit = () => settle(new Error('the process has ended'))
    child.on('message', onReply).on('exit', onExit).on('error', settle)
    if (!child.connected) settle(new Error('the process has ended'))
    else {
      child.send(order, (error) => {
        if (error) settle(error)
      })
    }
  })
}
