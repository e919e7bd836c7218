// How far is the learning of what was uploaded? One job runs, at most one waits, and whoever asks can watch.
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { LearnOptions, LearnProgress } from '../collection/collection.ts'
import { AppError } from '../errors.ts'
import type { Refused } from '../faults/fault.ts'
import { oneAtATime } from '../in-turn.ts'
import type { Job } from './uploads.ts'

/** Ended ones that can still be asked for. */
const MOST_REMEMBERED = 100
/** Another process holds the lock, mostly for minutes: a second more or less isn't noticed. */
const RETRY_MS = 1_000

export interface JobsOptions {
  readonly learn: (options: LearnOptions & { readonly onBegin: () => void }) => Promise<unknown>
  /** Told of what nobody expected. */
  readonly onFault: (error: unknown) => void
}

export class Jobs {
  readonly #options: JobsOptions
  readonly #jobs = new Map<string, Job>()
  readonly #watchers = new Set<() => void>()
  readonly #inTurn = oneAtATime()
  readonly #closing = new AbortController()
  #waiting: Promise<unknown> = Promise.resolve()

  constructor(options: JobsOptions) {
    this.#options = options
  }

  get(id: string): Job | undefined {
    return this.#jobs.get(id)
  }

  /** Those that haven't ended. */
  get active(): readonly Job[] {
    return [...this.#jobs.values()].filter((job) => !isEnded(job))
  }

  /** Why the latest job that learnt anything of a path refused it. */
  refusalOf(path: string): Refused | undefined {
    const outcome = [...this.#jobs.values()]
      .flatMap(({ outcomes }) => outcomes)
      .findLast((found) => found.path === path)
    if (outcome?.kind !== 'refused') return undefined
    const { kind: _, path: __, ...refused } = outcome
    return refused
  }

  async ended(id: string): Promise<void> {
    for await (const job of this.follow(id, this.#closing.signal)) if (isEnded(job)) return
  }

  /** One that hasn't begun will see what came after it too, so it serves again. */
  start(): Job {
    const waiting = this.active.find(({ state }) => state === 'waiting')
    if (waiting !== undefined) return waiting
    const job: Job = {
      id: randomUUID(),
      state: 'waiting',
      createdAt: new Date().toISOString(),
      files: 0,
      filesDone: 0,
      chunks: 0,
      chunksDone: 0,
      outcomes: [],
    }
    this.#jobs.set(job.id, job)
    this.#forgetOldest()
    this.#waiting = this.#inTurn(() => this.#run(job.id))
    return job
  }

  async *follow(id: string, signal: AbortSignal): AsyncIterable<Job> {
    const stop = AbortSignal.any([signal, this.#closing.signal])
    let shown: Job | undefined
    while (!stop.aborted) {
      const job = this.#jobs.get(id)
      if (job === undefined) return
      if (job !== shown) yield job
      shown = job
      if (isEnded(job)) return
      // Several changes while the reader was busy are one.
      if (this.#jobs.get(id) === shown) await this.#changed(stop)
    }
  }

  /** A running one is left off; what it didn't learn is learnt at the next start. */
  async close(): Promise<void> {
    this.#closing.abort()
    await this.#waiting
  }

  async #run(id: string): Promise<void> {
    const { signal } = this.#closing
    try {
      await this.#learn(id, signal)
      this.#update(id, { state: 'done', endedAt: new Date().toISOString() })
    } catch (error) {
      if (!signal.aborted && !isToldToClients(error)) this.#options.onFault(error)
      this.#update(id, { state: 'failed', endedAt: new Date().toISOString(), error: told(error, signal) })
    }
  }

  async #learn(id: string, signal: AbortSignal): Promise<void> {
    for (;;) {
      try {
        signal.throwIfAborted()
        await this.#options.learn({
          signal,
          onBegin: () => this.#update(id, { state: 'running' }),
          onProgress: (progress) => this.#update(id, changeOf(this.#jobs.get(id), progress)),
        })
        return
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'locked')) throw error
        await wait(RETRY_MS, undefined, { signal })
      }
    }
  }

  #update(id: string, change: Partial<Job>): void {
    const job = this.#jobs.get(id)
    if (job === undefined) return
    this.#jobs.set(id, { ...job, ...change })
    for (const tell of this.#watchers) tell()
  }

  #changed(stop: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const settle = () => {
        this.#watchers.delete(settle)
        stop.removeEventListener('abort', settle)
        resolve()
      }
      this.#watchers.add(settle)
      stop.addEventListener('abort', settle)
    })
  }

  #forgetOldest(): void {
    const ended = [...this.#jobs.values()].filter(isEnded)
    for (const { id } of ended.slice(0, Math.max(0, ended.length - MOST_REMEMBERED))) this.#jobs.delete(id)
  }
}

function isEnded({ state }: Job): boolean {
  return state === 'done' || state === 'failed'
}

function changeOf(job: Job | undefined, progress: LearnProgress): Partial<Job> {
  switch (progress.kind) {
    case 'scanned':
      return { files: progress.files, filesDone: 0, outcomes: [] }
    case 'embedding': {
      const { files, filesDone, chunks, chunksDone } = progress
      return { files, filesDone, chunks, chunksDone }
    }
    case 'file': {
      const { files = 0, filesDone = 0, outcomes = [] } = job ?? {}
      const counted = { filesDone: Math.min(filesDone + 1, files) }
      return progress.outcome.kind === 'unchanged'
        ? counted
        : { ...counted, outcomes: [...outcomes, progress.outcome] }
    }
  }
}

function isToldToClients(error: unknown): error is AppError {
  return error instanceof AppError && error.code !== 'internal'
}

function told(error: unknown, signal: AbortSignal): NonNullable<Job['error']> {
  const hint = 'The files are stored: they are learnt with the next upload or at the next start.'
  if (signal.aborted) return { code: 'not-ready', message: 'The service was stopped meanwhile.', hint }
  if (!isToldToClients(error)) {
    return { code: 'internal', message: 'Something went wrong inside the service.', hint }
  }
  const { code, message } = error
  return { code, message, hint: error.hint ?? hint }
}
