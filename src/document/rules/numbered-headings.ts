// Which numbered lines are headings or run-in heads, and which are items of a list?
import { endsWithColon } from '../../text/punctuation.ts'
import { type Draft, isOpen, nextContent, previousContent, settle } from '../draft.ts'
import { isShort } from '../shape.ts'
import { orderFamilies } from './family-order.ts'
import { findNumberedLines, type NumberedLine } from './numbered-lines.ts'
import { type Family, isBareNumber } from './numbering.ts'

/** After “：” a numbered sentence is taken for a head only when it is as short as a name. */
const MAX_RUN_IN_AFTER_COLON = 14

/** These families head parts of a report; the others number lists just as often. */
const STRONG: ReadonlySet<Family> = new Set<Family>([
  'part',
  'label',
  'chapter',
  'section',
  'formal',
  'roman',
  'numeral',
  'numeral-space',
  'numeral-bracket',
])

type RankOf = (line: NumberedLine) => number

export function numberedHeadings(draft: Draft): void {
  const lines = findNumberedLines(draft)
  const byIndex = new Map(lines.map((line) => [line.index, line]))
  const order = orderFamilies(lines.map(({ numbering }) => numbering))
  const rankOf: RankOf = ({ numbering }) => order.indexOf(numbering.family)
  for (const group of siblingGroups(lines, rankOf)) decideGroup(draft, group, byIndex, rankOf)
}

/** Lines of one family that follow each other without one of a higher family between them. */
function siblingGroups(lines: readonly NumberedLine[], rankOf: RankOf): NumberedLine[][] {
  const groups: NumberedLine[][] = []
  const open = new Map<number, NumberedLine[]>()
  for (const line of lines) {
    const rank = rankOf(line)
    for (const lower of [...open.keys()]) if (lower > rank) open.delete(lower)
    const group = open.get(rank)
    if (group !== undefined && (line.numbering.values.at(-1) ?? 0) > 1) {
      group.push(line)
    } else {
      const started = [line]
      open.set(rank, started)
      groups.push(started)
    }
  }
  return groups
}

function decideGroup(
  draft: Draft,
  group: readonly NumberedLine[],
  byIndex: ReadonlyMap<number, NumberedLine>,
  rankOf: RankOf,
): void {
  const [first] = group
  if (first === undefined) return
  const isStrong = STRONG.has(first.numbering.family)
  const before = draft.blocks[previousContent(draft, first.index)]
  const afterColon = before !== undefined && endsWithColon(before.text)
  const heads = group.filter((line) => isHead(draft, line, byIndex, rankOf, afterColon))
  const isAlone = group.length === 1 && isBareNumber(first.numbering)
  if (isAlone || (!isStrong && heads.length * 2 <= group.length)) return
  if (!isStrong && group.length === 1 && first.form === 'run-in') return
  for (const line of heads) settleHead(draft, line)
}

function isHead(
  draft: Draft,
  line: NumberedLine,
  byIndex: ReadonlyMap<number, NumberedLine>,
  rankOf: RankOf,
  afterColon: boolean,
): boolean {
  const isStrong = STRONG.has(line.numbering.family)
  if (line.form === 'other') return false
  if (line.form === 'run-in') {
    const headLength = line.headLength - line.numbering.length
    return !afterColon || isStrong || headLength <= MAX_RUN_IN_AFTER_COLON
  }
  if (isStrong && !afterColon && line.form === 'line') return true
  const next = nextContent(draft, line.index)
  const follower = byIndex.get(next)
  return next >= 0 && (follower === undefined || rankOf(follower) > rankOf(line))
}

function settleHead(draft: Draft, { index, numbering, form, headLength }: NumberedLine): void {
  const text = draft.blocks[index]?.text ?? ''
  const style = numbering.family === 'numeral-space' ? 'numeral' : numbering.family
  const rule = `numbered-${numbering.family}`
  if (form === 'run-in') {
    settle(draft, index, { kind: 'run-in', rule, heading: text.slice(0, headLength), style, headLength })
    return
  }
  const next = draft.blocks[index + 1]
  const isLabelOnly = text.length <= numbering.length
  if (
    isLabelOnly &&
    next !== undefined &&
    isOpen(draft, index + 1) &&
    isShort(next.text) &&
    next.blanksBefore <= 2
  ) {
    settle(draft, index, { kind: 'heading', rule, heading: `${text} ${next.text}`, style })
    settle(draft, index + 1, { kind: 'heading-rest', rule })
    return
  }
  if (isLabelOnly && (isBareNumber(numbering) || /^\d+$/.test(text))) return
  const heading = form === 'sentence' ? text.slice(0, headLength) : text
  settle(draft, index, { kind: 'heading', rule, heading, style })
}
