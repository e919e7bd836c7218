// What is each line? The rules in their order, from the lines of a text to a verdict for every block.
import { type Block, blockOf } from './blocks.ts'
import { type Draft, type Rule, settle, type Verdict } from './draft.ts'
import type { Mark } from './formats/format.ts'
import { readFrontMatter } from './front-matter.ts'
import { type Line, readLines } from './lines.ts'
import type { FrontMatter } from './metadata.ts'
import { type Overrides, overriddenHeadings } from './overrides.ts'
import { attachmentHeadings, attachmentLists } from './rules/attachments.ts'
import { bareHeadings } from './rules/bare-headings.ts'
import { markedCaptions } from './rules/captions.ts'
import { frontPart } from './rules/front.ts'
import { findFurniture } from './rules/furniture.ts'
import { captionsByRoom } from './rules/gaps.ts'
import type { LineVerdicts } from './rules/line-verdicts.ts'
import { markdownHeadings } from './rules/markdown.ts'
import { markedHeadings } from './rules/marked-headings.ts'
import { laterNotes } from './rules/notes.ts'
import { numberedHeadings } from './rules/numbered-headings.ts'
import { runInHeads } from './rules/run-in-heads.ts'
import { isMarked, sourceMarks } from './rules/source-marks.ts'
import { tableRows } from './rules/tables.ts'
import { webPageLines } from './rules/web-page.ts'
import { measureTraits } from './traits.ts'
import { putTogether, type Wrapped } from './wrap.ts'

/** In this order; what one rule has decided the later ones leave alone. */
const RULES: readonly Rule[] = [
  tableRows,
  webPageLines,
  markdownHeadings,
  markedCaptions,
  attachmentLists,
  numberedHeadings,
  attachmentHeadings,
  frontPart,
  laterNotes,
  markedHeadings,
  captionsByRoom,
  bareHeadings,
  runInHeads,
]

export interface Decided {
  /** Every block has a verdict. */
  readonly draft: Draft
  readonly front: FrontMatter
}

/**
 * Overrides decide first, then what the file itself says, then page furniture and contents by the line, then the rules by the
 * block; the rest is body.
 *
 * @param marks of a file whose paragraphs are known; its lines are not put together
 */
export function decideLines(text: string, overrides: Overrides, marks?: readonly Mark[]): Decided {
  const lines = readLines(text)
  const furniture = findFurniture(lines)
  const found: LineVerdicts = new Map(
    [...furniture].filter(([index]) => !isMarked(marks ?? [], lines[index])),
  )
  const front = marks === undefined ? readFrontMatter(text, lines, found) : {}
  const { blocks, verdicts: ofLines } = marks === undefined ? putTogether(lines, found) : asTheyAre(lines)
  const verdicts: (Verdict | undefined)[] = new Array(blocks.length).fill(undefined)
  for (const [index, line] of ofLines) verdicts[index] = found.get(line)
  const draft: Draft = { source: text, blocks, traits: measureTraits(blocks), verdicts }
  overriddenHeadings(draft, overrides)
  if (marks !== undefined) sourceMarks(draft, marks)
  for (const rule of RULES) rule(draft)
  for (const index of blocks.keys()) settle(draft, index, { kind: 'body', rule: 'text' })
  return { draft, front }
}

/** Every line is a block. */
function asTheyAre(lines: readonly Line[]): Wrapped {
  return {
    blocks: lines.map((line): Block => blockOf([line])),
    verdicts: lines.map((_, index) => [index, index] as const),
  }
}
