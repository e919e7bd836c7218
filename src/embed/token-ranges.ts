// Which characters of a text does each token stand for? Tokenizers give pieces of a normalised text, without offsets.
import type { Range } from '../text/range.ts'

/** A text reduced to what every tokenizer keeps, each UTF-16 unit with the characters it came from. */
interface Keyed {
  readonly key: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Units that must agree before two texts count as in step again after a difference. */
const anchorLength = 3

/** Units of the pieces that are passed over, at most, in one search for the next anchor. */
const anchorReach = 32

/**
 * Both sides are reduced to the same key (compatibility decomposition, lower case, no marks, blanks or controls), whatever
 * the tokenizer itself does of these, and walked in step; where they differ, the walk goes on at the next common anchor.
 *
 * @param pieces as the tokenizer gives them, in order, special tokens left out
 * @returns a UTF-16 range of the text for each piece; starts and ends never fall. A piece that stands for no visible
 *   character, or is not found, gets the room between its neighbours.
 */
export function alignPieces(text: string, pieces: readonly string[]): Range[] {
  const source = keyText(text)
  const owners: number[] = []
  let joined = ''
  pieces.forEach((piece, index) => {
    const key = keyText(bare(piece)).key
    joined += key
    for (let i = 0; i < key.length; i++) owners.push(index)
  })
  const found: (Range | undefined)[] = new Array(pieces.length)
  walkInStep(source.key, joined, (at, unit) => {
    const owner = owners[unit] ?? 0
    found[owner] = { start: found[owner]?.start ?? source.starts[at] ?? 0, end: source.ends[at] ?? 0 }
  })
  return fillBetween(found, text.length)
}

/** Without the mark that WordPiece puts before a piece that continues a word. */
function bare(piece: string): string {
  return piece.length > 2 && piece.startsWith('##') ? piece.slice(2) : piece
}

function keyText(text: string): Keyed {
  const starts: number[] = []
  const ends: number[] = []
  let key = ''
  let at = 0
  for (const character of text) {
    const folded = keyOf(character)
    for (let i = 0; i < folded.length; i++) {
      starts.push(at)
      ends.push(at + character.length)
    }
    key += folded
    at += character.length
  }
  return { key, starts, ends }
}

/** Marks, blanks, controls and lone surrogates; U+2581 is SentencePiece's blank, U+FFFD is taken for one by its charsmap. */
const unseen = /[\p{M}\p{Z}\p{C}\u2581\uFFFD]/gu

function keyOf(character: string): string {
  const code = character.charCodeAt(0)
  // The common Han block decomposes into itself; it is most of the text.
  if (code >= 0x4e00 && code <= 0x9fff) return character
  return character.normalize('NFKD').toLowerCase().replace(unseen, '')
}

function walkInStep(source: string, joined: string, onPair: (at: number, unit: number) => void): void {
  let at = 0
  let unit = 0
  while (at < source.length && unit < joined.length) {
    if (source[at] === joined[unit]) {
      onPair(at, unit)
      at++
      unit++
      continue
    }
    const step = nextAnchor(source, at, joined, unit)
    at = step.at
    unit = step.unit
  }
}

/** The nearest place where both sides agree again; past the reach on the pieces' side when there is none. */
function nextAnchor(source: string, at: number, joined: string, unit: number): { at: number; unit: number } {
  let best = { at, unit: unit + anchorReach }
  let leastSkipped = Number.POSITIVE_INFINITY
  for (let skip = 0; skip < anchorReach && unit + skip < joined.length && skip < leastSkipped; skip++) {
    const place = source.indexOf(joined.slice(unit + skip, unit + skip + anchorLength), at)
    if (place < 0 || place - at + skip >= leastSkipped) continue
    leastSkipped = place - at + skip
    best = { at: place, unit: unit + skip }
  }
  return best
}

function fillBetween(found: readonly (Range | undefined)[], length: number): Range[] {
  const ranges: Range[] = new Array(found.length)
  let nextStart = length
  for (let i = found.length - 1; i >= 0; i--) {
    const range = found[i]
    ranges[i] = range ?? { start: 0, end: nextStart }
    if (range !== undefined) nextStart = range.start
  }
  let previousEnd = 0
  return ranges.map((range, i) => {
    // Its neighbours may be of one character, ﷺ for one, which then stands on both sides of it.
    if (found[i] === undefined) {
      return { start: Math.min(previousEnd, range.end), end: Math.max(previousEnd, range.end) }
    }
    previousEnd = range.end
    return range
  })
}
