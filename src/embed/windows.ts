// Which tokens go through the model together, when a text is longer than the model takes?
import type { Range } from '../text/range.ts'

export interface WindowSpan {
  /** Index into the spans. */
  readonly span: number
  /** Its tokens, as indexes into the text's tokens; end exclusive. */
  readonly fromToken: number
  readonly toToken: number
}

export interface TokenWindow {
  readonly fromToken: number
  readonly toToken: number
  /** Spans whose vector comes from this window. */
  readonly spans: readonly WindowSpan[]
}

/**
 * The first window gives the text's own vector. A span that doesn't fit into it starts a further one, so that no sentence
 * of a long text is lost; only a span longer than a whole window is cut. Spans without a token are in no window.
 *
 * @param ranges of the tokens in the text, starts and ends never falling
 * @param capacity tokens in a window, > 0
 * @returns one window at least
 */
export function planWindows(
  ranges: readonly Range[],
  spans: readonly Range[],
  capacity: number,
): TokenWindow[] {
  const open = (fromToken: number) => ({
    fromToken,
    toToken: Math.min(ranges.length, fromToken + capacity),
    spans: [] as WindowSpan[],
  })
  let current = open(0)
  const windows = [current]
  spans.forEach((range, span) => {
    const { start: fromToken, end: toToken } = tokensWithin(ranges, range)
    if (fromToken === toToken) return
    const fits = current.fromToken <= fromToken && toToken <= current.toToken
    if (!fits && current.fromToken !== fromToken) {
      current = open(fromToken)
      windows.push(current)
    }
    current.spans.push({ span, fromToken, toToken: Math.min(toToken, current.toToken) })
  })
  return windows
}

/** Tokens that share a character with the span. A token that crosses a sentence's end belongs to both sentences. */
function tokensWithin(ranges: readonly Range[], span: Range): Range {
  const start = firstWhere(ranges, (range) => range.end > span.start)
  const end = firstWhere(ranges, (range) => range.start >= span.end)
  return start < end && span.start < span.end ? { start, end } : { start, end: start }
}

/** Binary search: index of the first range that passes, all after it passing too; the length when none does. */
function firstWhere(ranges: readonly Range[], test: (range: Range) => boolean): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (range !== undefined && test(range)) high = middle
    else low = middle + 1
  }
  return low
}
