// Why did a library fail, in one line?

/** With the innermost cause: `fetch failed` or `Connection error.` alone help nobody. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const inner = error.cause instanceof Error ? reasonOf(error.cause) : ''
  return inner === '' || error.message.includes(inner) ? error.message : `${error.message} (${inner})`
}
