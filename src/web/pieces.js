// Cuts a text into lit and plain pieces. Pure: no element is made here.

/**
 * @param {string} text
 * @param {{ range: { start: number, end: number }, mark: string }[]} layers later ones win where they overlap
 * @returns {{ text: string, mark?: string }[]} together the whole text, none empty, neighbours marked differently
 */
export function cutPieces(text, layers) {
  const inside = (offset) => Math.min(Math.max(offset, 0), text.length)
  const cuts = new Set([0, text.length])
  for (const { range } of layers) cuts.add(inside(range.start)).add(inside(range.end))
  const sorted = [...cuts].sort((a, b) => a - b)
  const pieces = []
  for (let i = 0; i + 1 < sorted.length; i++) {
    const [start, end] = [sorted[i], sorted[i + 1]]
    const mark = layers.filter(({ range }) => range.start <= start && end <= range.end).pop()?.mark
    const before = pieces[pieces.length - 1]
    if (before !== undefined && before.mark === mark) before.text += text.slice(start, end)
    else pieces.push({ text: text.slice(start, end), ...(mark !== undefined && { mark }) })
  }
  return pieces
}

/**
 * What a reader sees of a range: gaps are replaced, the lit range is marked.
 *
 * @param {string} source
 * @param {{ start: number, end: number }} range
 * @param {{ start: number, end: number, replacement: string }[]} gaps in order, not overlapping
 * @param {{ start: number, end: number } | undefined} lit in offsets of the source
 */
export function visiblePieces(source, range, gaps, lit) {
  const pieces = []
  const push = (start, end) => {
    if (start >= end) return
    const layers = lit ? [{ range: { start: lit.start - start, end: lit.end - start }, mark: 'lit' }] : []
    pieces.push(...cutPieces(source.slice(start, end), layers))
  }
  let at = range.start
  for (const gap of gaps) {
    if (gap.end <= at || gap.start >= range.end) continue
    push(at, gap.start)
    if (gap.replacement !== '') pieces.push({ text: gap.replacement })
    at = gap.end
  }
  push(at, range.end)
  return pieces
}
