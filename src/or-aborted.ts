// What if nobody wants to wait for it any longer? The work goes on unseen, and whoever waited is free.

/**
 * As the work ends, or as the signal fires, whichever is first; at once where it has fired already.
 *
 * @param work that can't be called off, or takes long to notice that it was
 * @throws what the work throws, or the signal's reason
 */
export async function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work
  let stop = () => {}
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop)
  })
  try {
    return await Promise.race([aborted, work])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
