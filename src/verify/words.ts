// Where do the words of a Chinese text begin? A dictionary's view: what it lacks falls into single characters.

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
/** `Intl.Segmenter` is quadratic on one long run, so it is fed pieces between marks, and no longer ones than this. */
const PIECE = /[^,，.。;；:：!！?？、\n]{1,120}/gu

/** Words, blanks and marks of a short text, in order. */
export function wordsOf(piece: string): string[] {
  return [...segmenter.segment(piece)].map(({ segment }) => segment)
}

/** One entry a UTF-16 unit: the number of the word it belongs to, growing from left to right. */
export function wordNumbers(folded: string): Uint32Array {
  const numbers = new Uint32Array(folded.length)
  let word = 0
  let at = 0
  const give = (end: number) => {
    word += 1
    numbers.fill(word, at, end)
    at = end
  }
  for (const piece of folded.matchAll(PIECE)) {
    if (piece.index > at) give(piece.index)
    for (const segment of wordsOf(piece[0])) give(at + segment.length)
  }
  if (at < folded.length) give(folded.length)
  return numbers
}
