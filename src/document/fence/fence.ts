// Who parses a file that nobody vouches for? A process for each, with a deadline and a cap on memory, two at a time.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { AppError } from '../../errors.ts'
import { faultOf, fileError } from '../../faults/fault.ts'
import type { Explained, ReadOptions } from '../read.ts'
import type { Job, Outcome } from './messages.ts'

export interface FenceOptions {
  /** From the start of the process. Default 30 s: a report of a thousand pages takes about ten. */
  readonly deadlineMs?: number
  /** Bytes of a process as a whole. Default 700 MB: a thousand pages of PDF take about 300. */
  readonly maxMemory?: number
  /** The built `child.js`; only tests name another one. */
  readonly entry?: URL
}

/** Reads files of every format without risk for this process. */
export interface Fence {
  /**
   * Waits for its turn first.
   *
   * @throws AppError `bad-input` when the file is refused or its parser was stopped; `internal` when no process could be had
   */
  explain(bytes: Uint8Array, options: ReadOptions): Promise<Explained>
  /** Ends what is being read and what waits for its turn, as an error of code `not-ready`; takes nothing more. */
  close(): void
}

/** Processes at once: each may keep a core busy, and questions want to be answered meanwhile. */
const AT_ONCE = 2

const DEADLINE_MS = 30_000
const MAX_MEMORY = 700 * 1024 * 1024

export function openFence(options: FenceOptions = {}): Fence {
  const waiting: (() => void)[] = []
  const closing = new AbortController()
  let free = AT_ONCE
  return {
    async explain(bytes, readOptions) {
      if (free > 0) free -= 1
      else await new Promise<void>((resolve) => waiting.push(resolve))
      try {
        closing.signal.throwIfAborted()
        return await explainApart(bytes, readOptions, options, closing.signal)
      } finally {
        const next = waiting.shift()
        if (next === undefined) free += 1
        else next()
      }
    },
    close: () => closing.abort(new AppError('not-ready', 'The program is ending.')),
  }
}

async function explainApart(
  bytes: Uint8Array,
  options: ReadOptions,
  {
    deadlineMs = DEADLINE_MS,
    maxMemory = MAX_MEMORY,
    entry = new URL('./child.js', import.meta.url),
  }: FenceOptions,
  signal: AbortSignal,
): Promise<Explained> {
  const { path } = options
  const outcome = await runChild(entry, { bytes, options, maxMemory }, deadlineMs, signal)
  switch (outcome.kind) {
    case 'read':
      return outcome.explained
    case 'refused': {
      const { code, message, hint, fault } = outcome
      throw new AppError(code, message, { ...(hint !== undefined && { hint }), ...(fault && { fault }) })
    }
    case 'out-of-memory':
      throw fileError(path, faultOf('takes-memory', { megabytes: Math.round(maxMemory / 1e6) }))
    case 'late':
      throw fileError(path, faultOf('takes-time', { seconds: deadlineMs / 1000 }))
    case 'called-off':
      throw signal.reason
    case 'crashed':
      throw fileError(path, faultOf('crashes-parser', { signal: outcome.signal }))
    case 'failed':
      throw new AppError('internal', `${path}: the file could not be read apart: ${outcome.reason}.`, {
        hint: 'It is tried again at the next run.',
      })
  }
}

type Ending =
  | Outcome
  | { readonly kind: 'late' | 'called-off' }
  | { readonly kind: 'crashed'; readonly signal: string }

/** The system ends a process so for what it did; any other signal came from somebody else. */
const CRASHES: ReadonlySet<string> = new Set(['SIGABRT', 'SIGSEGV', 'SIGBUS', 'SIGILL', 'SIGTRAP', 'SIGFPE'])

function runChild(entry: URL, job: Job, deadlineMs: number, signal: AbortSignal): Promise<Ending> {
  return new Promise((resolve) => {
    const child = start(entry)
    const callOff = () => settle({ kind: 'called-off' })
    const settle = (outcome: Ending) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', callOff)
      child.removeAllListeners()
      // What it may still say or fail at is of no interest.
      child.on('error', () => {})
      child.kill('SIGKILL')
      resolve(outcome)
    }
    const timer = setTimeout(() => settle({ kind: 'late' }), deadlineMs)
    signal.addEventListener('abort', callOff)
    // Only child.ts writes here.
    child.once('message', (outcome) => settle(outcome as Outcome))
    child.once('error', (error) => settle({ kind: 'failed', reason: error.message }))
    child.once('exit', (code, by) =>
      settle(
        by !== null && CRASHES.has(by)
          ? { kind: 'crashed', signal: by }
          : { kind: 'failed', reason: `its process ended (${by ?? `code ${code}`})` },
      ),
    )
    child.send(job, (error) => {
      if (error) settle({ kind: 'failed', reason: error.message })
    })
  })
}

/** No environment: a parser has no use for keys and settings. Nothing of what it prints is of use either. */
function start(entry: URL): ChildProcess {
  return fork(fileURLToPath(entry), {
    env: {},
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}
