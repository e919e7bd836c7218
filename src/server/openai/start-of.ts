// Does a stream begin well? Waits for its first value, so that a fault at the start is known before anything is replied.

/**
 * @returns the same values, the first included; to be read once, and to its end or left by `return`
 * @throws what the stream throws instead of a first value
 */
export async function startOf<T>(values: AsyncIterable<T>): Promise<AsyncIterable<T>> {
  const iterator = values[Symbol.asyncIterator]()
  const first = await iterator.next()
  return restOf(first, iterator)
}

async function* restOf<T>(first: IteratorResult<T>, iterator: AsyncIterator<T>): AsyncGenerator<T> {
  try {
    for (let next = first; !next.done; next = await iterator.next()) yield next.value
  } finally {
    await iterator.return?.()
  }
}
