// What does the file itself say its lines are? Headings by outline level, cells of a table, captions, footnotes, bold type.
import { partitionPoint } from '../../text/partition.ts'
import { type Draft, eachOpen, nextContent, settle, type Verdict } from '../draft.ts'
import type { Mark } from '../formats/format.ts'
import type { Line } from '../lines.ts'
import { isShort } from '../shape.ts'
import { parseNumbering } from './numbering.ts'

/** Tables of this rule have a blank line between them. */
export const SOURCE_TABLE = 'source-table'

export function sourceMarks(draft: Draft, marks: readonly Mark[]): void {
  eachOpen(draft, ({ start, text }, i) => {
    const mark = markAt(marks, start)
    const verdict = mark && verdictOf(mark, text)
    if (verdict !== undefined) settle(draft, i, verdict)
  })
  if (marks.some(({ kind }) => kind === 'bold')) boldLines(draft, marks)
}

/** The file says for certain what the line is. */
export function isMarked(marks: readonly Mark[], line: Line | undefined): boolean {
  const mark = line && markAt(marks, line.start)
  return mark !== undefined && mark.kind !== 'bold'
}

/** A short line that is bold from end to end heads what follows; its number, if any, tells the level. */
function boldLines(draft: Draft, marks: readonly Mark[]): void {
  // The title is often the first bold line: it is found by its place.
  const hasTitle = draft.verdicts.some((verdict) => verdict?.kind === 'title')
  const first = hasTitle ? -1 : draft.verdicts.indexOf(undefined)
  eachOpen(draft, ({ start, text }, i) => {
    if (i === first || markAt(marks, start)?.kind !== 'bold') return
    if (!isShort(text.replace(/[：:]$/, '')) || nextContent(draft, i) < 0) return
    const style = parseNumbering(text)?.family ?? 'bold'
    settle(draft, i, { kind: 'heading', rule: 'source-bold', heading: text, style })
  })
}

function markAt(marks: readonly Mark[], offset: number): Mark | undefined {
  const mark = marks[partitionPoint(marks, ({ start }) => start <= offset) - 1]
  return mark !== undefined && offset < mark.end ? mark : undefined
}

function verdictOf(mark: Mark, text: string): Verdict | undefined {
  switch (mark.kind) {
    case 'title':
      return { kind: 'title', rule: 'source-title', heading: text }
    case 'heading':
      return { kind: 'heading', rule: 'source-heading', heading: text, style: `atx-${mark.depth}` }
    case 'table':
      return { kind: 'table', rule: SOURCE_TABLE }
    case 'caption':
      return { kind: 'caption', rule: 'source-caption', guessed: false }
    case 'footnote':
      return { kind: 'note', rule: 'source-footnote', note: 'footnote' }
    case 'bold':
      return undefined
  }
}
