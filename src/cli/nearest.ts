// Which word was probably meant?

/** More slips than this, or than half of the word, and the guess would be a joke. */
const MOST_SLIPS = 3

/** @returns the candidate with the fewest single-letter slips (Levenshtein), undefined when none is near */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  const limit = Math.min(MOST_SLIPS, Math.ceil(word.length / 2))
  let best: { readonly candidate: string; readonly slips: number } | undefined
  for (const candidate of candidates) {
    const slips = slipsBetween(word.toLowerCase(), candidate.toLowerCase())
    if (slips <= limit && slips < (best?.slips ?? Number.POSITIVE_INFINITY)) best = { candidate, slips }
  }
  return best?.candidate
}

function slipsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
