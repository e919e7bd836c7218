// What are the paragraphs, captions and boilerplate of the file, once every block has its verdict?

import { endsSentence } from '../text/punctuation.ts'
import type { Gap, Range } from '../text/range.ts'
import { joint } from './blocks.ts'
import type { Boilerplate, Caption, Paragraph, ParagraphKind, Section } from './document.ts'
import type { Draft, Verdict } from './draft.ts'
import { goesOnFrom } from './rules/joins.ts'
import { SOURCE_TABLE } from './rules/source-marks.ts'

export interface Parts {
  readonly paragraphs: readonly Paragraph[]
  readonly captions: readonly Caption[]
  readonly boilerplate: readonly Boilerplate[]
}

/** A body paragraph shorter than this that lacks its full stop is a line of a list and not a sentence cut off. */
const MIN_TRUNCATED = 30

/** A paragraph while its blocks are put together. */
interface OpenParagraph {
  readonly kind: ParagraphKind
  readonly section: number
  readonly start: number
  end: number
  readonly gaps: Gap[]
  /** Index of its last block. */
  last: number
}

export function assembleParts(draft: Draft, outline: readonly Section[]): Parts {
  const paragraphs: OpenParagraph[] = []
  const captions: Caption[] = []
  const boilerplate: Boilerplate[] = []
  let section = 0
  let open: OpenParagraph | undefined
  for (const [i, block] of draft.blocks.entries()) {
    while ((outline[section + 1]?.range.start ?? Number.POSITIVE_INFINITY) <= block.start) section++
    const verdict = draft.verdicts[i]
    const range: Range = { start: block.start, end: block.end }
    if (verdict?.kind === 'boilerplate') {
      boilerplate.push({ kind: verdict.boilerplate, range, text: block.text })
    } else if (verdict?.kind === 'caption') {
      captions.push({ range, text: block.text, section })
    } else if (verdict !== undefined && isHeadingLine(verdict)) {
      open = undefined
    } else {
      const kind = kindOf(verdict, outline[section])
      if (open !== undefined && open.kind === kind && continues(draft, open.last, i, verdict)) {
        extend(draft, open, i)
      } else {
        open = { kind, section, ...range, gaps: [...block.gaps], last: i }
        paragraphs.push(open)
      }
    }
  }
  return { paragraphs: paragraphs.map(closed), captions, boilerplate }
}

function closed({ kind, section, start, end, gaps }: OpenParagraph): Paragraph {
  return { kind, range: { start, end }, gaps, section }
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
  if (verdict?.kind === 'table') {
    if (before?.kind !== 'table' || last !== index - 1) return false
    return verdict.rule !== SOURCE_TABLE || draft.blocks[index]?.blanksBefore === 0
  }
  if (verdict?.kind === 'note' || before?.kind === 'note' || verdict?.kind === 'run-in') return false
  return goesOnFrom(draft, last, index)
}

function extend(draft: Draft, open: OpenParagraph, index: number): void {
  const before = draft.blocks[open.last]
  const block = draft.blocks[index]
  if (before === undefined || block === undefined) return
  if (open.kind !== 'table') {
    open.gaps.push(
      { start: before.end, end: block.start, replacement: joint(before.text, block.text) },
      ...block.gaps,
    )
  }
  open.end = block.end
  open.last = index
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
