// One signal for a reply that may take so long to begin and so long to end.

export type Overdue = 'first-token' | 'total'

export interface Deadline {
  /** Aborts when the caller's does, or when time is up. */
  readonly signal: AbortSignal
  overdue(): Overdue | undefined
  /** The first text has come: only the total counts from now on. */
  begun(): void
  /** Milliseconds until it would abort. */
  leftMs(): number
  close(): void
}

export interface DeadlineSettings {
  readonly firstTokenTimeoutMs: number
  readonly totalTimeoutMs: number
}

export function startDeadline(
  { firstTokenTimeoutMs, totalTimeoutMs }: DeadlineSettings,
  caller?: AbortSignal,
): Deadline {
  const controller = new AbortController()
  const startedAt = performance.now()
  let overdue: Overdue | undefined
  let endsAt = startedAt + Math.min(firstTokenTimeoutMs, totalTimeoutMs)
  const expire = (what: Overdue) => () => {
    overdue = what
    controller.abort()
  }
  const leave = () => controller.abort()
  const first = setTimeout(expire('first-token'), firstTokenTimeoutMs)
  const total = setTimeout(expire('total'), totalTimeoutMs)
  if (caller?.aborted) leave()
  caller?.addEventListener('abort', leave, { once: true })
  return {
    signal: controller.signal,
    overdue: () => overdue,
    begun() {
      clearTimeout(first)
      endsAt = startedAt + totalTimeoutMs
    },
    leftMs: () => Math.max(0, endsAt - performance.now()),
    close() {
      clearTimeout(first)
      clearTimeout(total)
      caller?.removeEventListener('abort', leave)
      controller.abort()
    },
  }
}
