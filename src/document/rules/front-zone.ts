// How far does the front part of a file reach, and what may its lines be?
import { holdsSentenceMark } from '../../text/punctuation.ts'
import { isDateLine } from '../dates.ts'
import { type Draft, isOpen } from '../draft.ts'
import { isBullet, isProse } from '../shape.ts'
import { isByline, isPaperNumber } from './names.ts'

/** Longest title on one line. */
const MAX_TITLE = 80

export function isSubtitle(text: string): boolean {
  return (
    /^(?:——?|--+|－－?|──?|―+)\s*[^\s—\-─]/.test(text) && text.length <= MAX_TITLE && !/[。—\-─]$/.test(text)
  )
}

/** Index of the first paragraph or heading at or after `from`. */
export function zoneEnd(draft: Draft, from: number): number {
  for (let i = from; i < draft.blocks.length; i++) {
    const verdict = draft.verdicts[i]
    if (verdict === undefined) {
      const text = draft.blocks[i]?.text ?? ''
      const isLongTitle = i === 0 && isTitleLike(text)
      if ((isProse(text) && !isLongTitle && !isSubtitle(text)) || isBullet(text)) return i
    } else if (verdict.kind === 'heading' || verdict.kind === 'run-in' || verdict.kind === 'table') {
      if (verdict.kind !== 'heading' || verdict.role !== 'series') return i
    }
  }
  return draft.blocks.length
}

export function openIndices(draft: Draft, from: number, to: number): number[] {
  const open: number[] = []
  for (let i = Math.max(from, 0); i < to; i++) if (isOpen(draft, i)) open.push(i)
  return open
}

export function isTitleLike(text: string): boolean {
  if (text.length < 2 || text.length > MAX_TITLE || isBullet(text) || isDateLine(text)) return false
  if (isSubtitle(text) || isByline(text) || isPaperNumber(text)) return false
  if (/[，,、；;：:。]$/.test(text) || /^[（(].*[）)]$/.test(text)) return false
  return text.length <= 45 ? !/[。；;]/.test(text) : !holdsSentenceMark(text)
}
