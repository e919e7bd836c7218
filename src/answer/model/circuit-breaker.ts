// Is it worth asking at all? After several failures in a row the endpoint is left alone for a while.

/** Failures in a row after which it is taken to be down. */
const MOST_FAILURES = 4
/** Long enough to spare every reader the same wait, short enough that nobody restarts the program instead. */
const REST_MS = 15_000

export interface CircuitBreaker {
  /** Milliseconds until it may be asked again; 0 when it may. */
  restMs(): number
  succeeded(): void
  failed(): void
}

/** @param now monotonic, in milliseconds */
export function createCircuitBreaker(now: () => number = () => performance.now()): CircuitBreaker {
  let failures = 0
  let openUntil = 0
  return {
    restMs: () => Math.max(0, openUntil - now()),
    succeeded() {
      failures = 0
      openUntil = 0
    },
    failed() {
      failures += 1
      // From here on every further failure, the trial after a rest too, opens it again.
      if (failures >= MOST_FAILURES) openUntil = now() + REST_MS
    },
  }
}
