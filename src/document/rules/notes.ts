// Which lines name the writer, the house or the day outside the front part? They are kept, but head nothing.
import { isDateLine } from '../dates.ts'
import { type Draft, eachOpen, isOpen, settle } from '../draft.ts'
import { isShort } from '../shape.ts'
import { isSubtitle } from './front-zone.ts'
import { isByline, isHouseName, isPaperNumber } from './names.ts'

/** A byline after the lead stands within this many blocks of the beginning or the end. */
const BYLINE_REACH = 15

export function laterNotes(draft: Draft): void {
  signature(draft)
  const { blocks, verdicts } = draft
  eachOpen(draft, ({ text }, i) => {
    const above = verdicts[i - 1]
    const isHeaded = above?.kind === 'title' || above?.kind === 'heading'
    if (isHeaded && isSubtitle(text)) settle(draft, i, { kind: 'note', rule: 'subtitle', note: 'subtitle' })
    const isNear = i < BYLINE_REACH || i >= blocks.length - BYLINE_REACH
    if (isNear && isByline(text)) settle(draft, i, { kind: 'note', rule: 'byline', note: 'byline' })
    if (isDateLine(text)) {
      settle(draft, i, { kind: 'note', rule: 'date-line', note: 'date' })
      // A paper with attachments is signed before them.
      const isSigned = isOpen(draft, i - 1) && isHouseName(blocks[i - 1]?.text ?? '')
      if (isSigned) settle(draft, i - 1, { kind: 'note', rule: 'signature', note: 'signature' })
    }
    if (isPaperNumber(text) && isShort(text))
      settle(draft, i, { kind: 'note', rule: 'paper-number', note: 'kicker' })
  })
}

/** Most lines of a signature: two or three houses above a date. */
const MAX_SIGNATURE = 4

/** The end of a paper: houses, then the day. */
function signature(draft: Draft): void {
  const { blocks } = draft
  let last = blocks.length - 1
  while (last >= 0 && !isOpen(draft, last)) last--
  const isDated = isDateLine(blocks[last]?.text ?? '')
  if (isDated) settle(draft, last, { kind: 'note', rule: 'signature', note: 'signature' })
  const from = isDated ? last - 1 : last
  for (let i = from; i > from - MAX_SIGNATURE && isOpen(draft, i); i--) {
    const block = blocks[i]
    if (block === undefined || !isShort(block.text) || block.text.length > 30) return
    const isFarRight = block.indent >= draft.traits.bodyIndent + 12
    if (!isDated && !isFarRight) return
    settle(draft, i, { kind: 'note', rule: 'signature', note: 'signature' })
  }
}
