// What stands above the first paragraph? Title, subtitle, byline, day, and lines that only adorn.
import { findDate, isDateLine } from '../dates.ts'
import { type Draft, type NoteKind, settle } from '../draft.ts'
import { isProse } from '../shape.ts'
import { isSubtitle, openIndices, zoneEnd } from './front-zone.ts'
import { isByline, isHouseName, isLoneName, isPaperNumber } from './names.ts'
import { titleByMarkdown, titleByPlace } from './title.ts'

export function frontPart(draft: Draft): void {
  const given = draft.verdicts.findIndex((verdict) => verdict?.kind === 'title')
  const title = given >= 0 ? given : (titleByMarkdown(draft) ?? titleByPlace(draft))
  if (title !== undefined) notesBelow(draft, title)
}

/** Lines between the title and the first paragraph: what they are when they aren't a heading. */
function notesBelow(draft: Draft, title: number): void {
  const end = zoneEnd(draft, title + 1)
  const zone = openIndices(draft, 0, end)
  for (const i of zone) {
    const text = draft.blocks[i]?.text ?? ''
    if (isProse(text)) continue
    const note = noteKind(text, i > title)
    // The last line above the text may be its heading; that is decided by the headings of the whole file.
    const isLast = i === zone.at(-1) && i > title && i === end - 1
    if (note !== undefined) settle(draft, i, { kind: 'note', rule: `front-${note}`, note })
    else if (!isLast) settle(draft, i, { kind: 'note', rule: 'front-kicker', note: 'kicker' })
  }
}

function noteKind(text: string, isBelow: boolean): NoteKind | undefined {
  if (isSubtitle(text)) return 'subtitle'
  if (isByline(text) || (isBelow && isLoneName(text))) return 'byline'
  if (isDateLine(text)) return 'date'
  if (/^[（(].*[）)]$/.test(text)) return findDate(text) === undefined ? 'kicker' : 'date'
  if (isBelow && isHouseName(text)) return 'organisation'
  return isPaperNumber(text) ? 'kicker' : undefined
}
