// What are the paragraphs, captions and boilerplate of the file, once every block has its verdict?

import { endsSentence } from '../text/punctuation.ts'
import type { Gap, Range } from '../text/range.ts'
import { type Block, joint } from './blocks.ts'
import type { Boilerplate, Caption, Paragraph, ParagraphKind, Section } from './document.ts'
import type { Draft, Verdict } from './draft.ts'
import { goesOnFrom } from './rules/joins.ts'

export interface Parts {
  readonly paragraphs: readonly Paragraph[]
  readonly captions: readonly Caption[]
  readonly boilerplate: readonly Boilerplate[]
}

/** A body paragraph shorter than this that lacks its full stop is a line of a list and not a sentence cut off. */
const MIN_TRUNCATED = 30

export function assembleParts(draft: Draft, outline: readonly Section[]): Parts {
  const paragraphs: Paragraph[] = []
  const captions: Caption[] = []
  const boilerplate: Boilerplate[] = []
  let section = 0
  let last = -1
  for (const [i, block] of draft.blocks.entries()) {
    while ((outline[section + 1]?.range.start ?? Number.POSITIVE_INFINITY) <= block.start) section++
    const verdict = draft.verdicts[i]
    const range: Range = { start: block.start, end: block.end }
    if (verdict?.kind === 'boilerplate') {
      boilerplate.push({ kind: verdict.boilerplate, range, text: block.text })
    } else if (verdict?.kind === 'caption') {
      captions.push({ range, text: block.text, section })
    } else if (verdict !== undefined && isHeadingLine(verdict)) {
      last = -1
    } else {
      const kind = kindOf(verdict, outline[section])
      const open = paragraphs.at(-1)
      if (open !== undefined && open.kind === kind && last >= 0 && continues(draft, last, i, verdict)) {
        paragraphs[paragraphs.length - 1] = extend(open, draft.blocks[last], block, kind)
      } else {
        paragraphs.push({ kind, range, gaps: block.gaps, section })
      }
      last = i
    }
  }
  return { paragraphs, captions, boilerplate }
}

function isHeadingLine(verdict: Verdict): boolean {
  return verdict.kind === 'title' || verdict.kind === 'heading' || verdict.kind === 'heading-rest'
}

function kindOf(verdict: Verdict | undefined, section: Section | undefined): ParagraphKind {
  if (verdict?.kind === 'note' || section?.role === 'editor-note' || section?.role === 'series') return 'note'
  return verdict?.kind === 'table' ? 'table' : 'body'
}

function continues(draft: Draft, last: number, index: number, verdict: Verdict | undefined): boolean {
  const before = draft.verdicts[last]
  if (verdict?.kind === 'table') return before?.kind === 'table' && last === index - 1
  if (verdict?.kind === 'note' || before?.kind === 'note' || verdict?.kind === 'run-in') return false
  return goesOnFrom(draft, last, index)
}

function extend(open: Paragraph, before: Block | undefined, block: Block, kind: ParagraphKind): Paragraph {
  const range = { start: open.range.start, end: block.end }
  if (kind === 'table' || before === undefined) return { ...open, range }
  const gap: Gap = { start: before.end, end: block.start, replacement: joint(before.text, block.text) }
  return { ...open, range, gaps: [...open.gaps, gap, ...block.gaps] }
}

/** Marks the sections whose last paragraph of running text stops in mid-sentence. */
export function markTruncated(
  text: string,
  outline: readonly Section[],
  paragraphs: readonly Paragraph[],
): Section[] {
  const lastOf = new Map<number, Paragraph>()
  for (const paragraph of paragraphs) if (paragraph.kind === 'body') lastOf.set(paragraph.section, paragraph)
  return outline.map((section, i) => {
    const last = lastOf.get(i)
    if (last === undefined || last.range.end - last.range.start < MIN_TRUNCATED) return section
    const tail = text.slice(Math.max(last.range.start, last.range.end - 8), last.range.end).trimEnd()
    return endsSentence(tail) ? section : { ...section, truncated: true }
  })
}
