// Is there something left of a client's budget? Fills evenly and is spent by requests; one number a client, no timers.

/** More clients than a service of one machine has; an attacker with a new address each time takes no more memory than this. */
const MOST_CLIENTS = 10_000

export interface Spending {
  readonly isAllowed: boolean
  /** Requests that may follow at once. */
  readonly remaining: number
  /** Until the budget is whole again, ms. */
  readonly wholeInMs: number
  /** Until the next request is allowed, ms; 0 when it is. */
  readonly nextInMs: number
}

/**
 * The generic cell rate algorithm (ITU-T I.371): of each client it keeps only when its budget will be whole again.
 *
 * @param windowMs time in which an empty budget fills
 * @param now ms, never going back
 */
export class Budgets {
  readonly #windowMs: number
  readonly #now: () => number
  /** When a client's budget is whole again, by client; in the order of the last request. */
  readonly #wholeAt = new Map<string, number>()

  constructor(windowMs: number, now: () => number) {
    this.#windowMs = windowMs
    this.#now = now
  }

  /** @param limit requests that a whole budget is good for, >= 1; a refused one costs nothing */
  spend(client: string, limit: number): Spending {
    const now = this.#now()
    const cost = this.#windowMs / limit
    const before = Math.max(now, this.#wholeAt.get(client) ?? 0)
    const after = before + cost
    const overdrawnMs = after - now - this.#windowMs
    // A hair's breadth for the rounding of limit × cost.
    if (overdrawnMs > cost / 1000) {
      return { isAllowed: false, remaining: 0, wholeInMs: before - now, nextInMs: overdrawnMs }
    }
    this.#wholeAt.delete(client)
    this.#wholeAt.set(client, after)
    if (this.#wholeAt.size > MOST_CLIENTS) this.#forget(now)
    return {
      isAllowed: true,
      remaining: Math.max(0, Math.floor((this.#windowMs - (after - now)) / cost + 1 / 1000)),
      wholeInMs: after - now,
      nextInMs: 0,
    }
  }

  /** First those as good as unknown, then whoever was here longest ago. */
  #forget(now: number): void {
    for (const [client, wholeAt] of this.#wholeAt) if (wholeAt <= now) this.#wholeAt.delete(client)
    for (const client of this.#wholeAt.keys()) {
      if (this.#wholeAt.size <= MOST_CLIENTS) return
      this.#wholeAt.delete(client)
    }
  }
}
