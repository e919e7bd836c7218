// Questions and learning share one thread: who goes first? Questions do, for a bounded time.
import { setImmediate } from 'node:timers/promises'

/** Longest wait before a slice of other work: a few questions' time, so that learning goes on under any load. */
const MOST_WAIT_MS = 50

export interface QuestionsFirst {
  /** Counts a question while it is worked on. Not to be held while it waits for something that gives way itself. */
  during<T>(work: () => Promise<T>): Promise<T>
  /** Awaited before every slice of work that takes the thread: questions that are under way are worked out first. */
  readonly giveWay: () => Promise<void>
}

/** @param mostWaitMs of one `giveWay`; only tests give another one */
export function questionsFirst(mostWaitMs = MOST_WAIT_MS): QuestionsFirst {
  let underWay = 0
  const waiting = new Set<() => void>()

  function end(): void {
    underWay -= 1
    if (underWay > 0) return
    for (const go of waiting) go()
    waiting.clear()
  }

  function untilNone(): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        clearTimeout(late)
        resolve()
      }
      const late = setTimeout(() => {
        waiting.delete(go)
        resolve()
      }, mostWaitMs)
      waiting.add(go)
    })
  }

  return {
    async during(work) {
      underWay += 1
      try {
        return await work()
      } finally {
        end()
      }
    },
    async giveWay() {
      // Those that have come in are begun.
      await setImmediate()
      if (underWay === 0) return
      await untilNone()
      // The reply goes out before the next slice.
      await setImmediate()
    },
  }
}
