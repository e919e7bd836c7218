// Who is next? Runs one piece of work at a time, in the order asked.

export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

/** A piece of work that fails lets the next one begin all the same. */
export function oneAtATime(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
}
