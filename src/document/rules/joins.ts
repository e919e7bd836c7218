// Does a paragraph go on in the next block? Lines that a web page or a page's end broke in mid-sentence.
import { endsSentence } from '../../text/punctuation.ts'
import type { Draft } from '../draft.ts'
import { isBullet, isShort } from '../shape.ts'
import { parseNumbering } from './numbering.ts'

/** Shortest first half: below it the line is rather a name or an item than half a sentence. */
const MIN_FIRST = 15

/** Shortest second half, unless it ends its sentence. */
const MIN_SECOND = 20

/** With more lines between that are captions only by a guess, the source rather stops than goes on. */
const MAX_GUESSES = 2

/**
 * True when the block `index` goes on with the sentence of the body block `previous`; only captions and boilerplate lie
 * between them. Quotation marks prove nothing: they are often unbalanced.
 */
export function goesOnFrom(draft: Draft, previous: number, index: number): boolean {
  const before = draft.blocks[previous]
  const block = draft.blocks[index]
  if (before === undefined || block === undefined) return false
  if (endsSentence(before.text) || before.text.length < MIN_FIRST) return false
  if (isShort(before.text, MIN_SECOND) && !/[，,、]/.test(before.text)) return false
  if (isBullet(block.text) || isBullet(before.text) || before.cells > 1 || block.cells > 1) return false
  const isLong = block.text.length >= MIN_SECOND || endsSentence(block.text)
  const numbering = parseNumbering(block.text)
  const isCounted = numbering?.partedBy === 'mark' && !numbering.family.startsWith('decimal')
  if (!isLong || isCounted) return false
  const guesses = draft.verdicts.slice(previous + 1, index).filter((v) => v?.kind === 'caption' && v.guessed)
  if (guesses.length > MAX_GUESSES) return false
  const isAdjacent = previous === index - 1
  return !isAdjacent || block.blanksBefore <= Math.max(1, draft.traits.bodyGap)
}
