// Which numbered lines are headings, which are run-in heads, and which are items of a list or parts of a sentence?
import { endsWithColon, firstSentenceMark } from '../../text/punctuation.ts'
import type { Block } from '../blocks.ts'
import { type Draft, eachOpen, isOpen, nextContent, previousContent, settle } from '../draft.ts'
import { isShort, MAX_TESTED } from '../shape.ts'
import { type Family, type Numbering, orderFamilies, parseNumbering } from './numbering.ts'

/** Longest numbered heading without a sentence mark: 60 characters after the number. */
const MAX_HEADING = 60

/** Longest head that runs into its paragraph. */
const MAX_RUN_IN = 40

/** Longest heading that ends with a full stop: （一）产业发展稳中向好。 */
const MAX_SENTENCE = 30

/** After “：” a numbered sentence is taken for a head only when it is as short as a name. */
const MAX_RUN_IN_AFTER_COLON = 14

/** Characters that must follow a head in its own line. */
const MIN_AFTER_HEAD = 10

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

/** `sentence`: a line that ends with a full stop and holds no other. */
type Form = 'line' | 'sentence' | 'run-in' | 'other'

interface Candidate {
  readonly index: number
  readonly numbering: Numbering
  readonly form: Form
  /** Characters of the head, its number included, for `run-in`. */
  readonly headLength: number
}

type RankOf = (candidate: Candidate) => number

export function numberedHeadings(draft: Draft): void {
  const candidates = inCount(findCandidates(draft))
  const byIndex = new Map(candidates.map((candidate) => [candidate.index, candidate]))
  const order = orderFamilies(candidates.map(({ numbering }) => numbering))
  const rankOf: RankOf = ({ numbering }) => order.indexOf(numbering.family)
  for (const group of siblingGroups(candidates, rankOf)) decideGroup(draft, group, byIndex, rankOf)
}

function findCandidates(draft: Draft): Candidate[] {
  const candidates: Candidate[] = []
  eachOpen(draft, (block, index) => {
    if (block.cells > 2) return
    const numbering = parseNumbering(block.text)
    if (numbering === undefined) return
    candidates.push({ index, numbering, ...formOf(block, numbering) })
  })
  return candidates
}

function formOf(block: Block, numbering: Numbering): { form: Form; headLength: number } {
  const { text } = block
  const rest = text.slice(numbering.length, MAX_TESTED)
  const isWhole = text.length <= MAX_TESTED
  if (rest === '') return { form: 'line', headLength: text.length }
  const bare = rest.replace(/[：:？?！!]$/, '')
  const isSentence = isWhole && rest.endsWith('。') && isShort(rest.slice(0, -1), MAX_SENTENCE)
  if (isSentence && numbering.partedBy === 'mark') return { form: 'sentence', headLength: text.length - 1 }
  if (isWhole && isShort(bare, MAX_HEADING)) return { form: 'line', headLength: text.length }
  const stop = firstSentenceMark(rest)
  const hasBody = text.length - numbering.length - stop - 1 >= MIN_AFTER_HEAD
  const isHead =
    stop > 1 && stop <= MAX_RUN_IN && rest[stop] === '。' && hasBody && !/[；;]/.test(rest.slice(0, stop))
  const canRunIn =
    numbering.family !== 'article' && numbering.family !== 'label' && numbering.partedBy === 'mark'
  return isHead && canRunIn
    ? { form: 'run-in', headLength: numbering.length + stop }
    : { form: 'other', headLength: 0 }
}

/**
 * Numbers without a mark and decimals count only where the count has come to them: 2.1 after 2 or 1.4, and 45.6 never.
 */
function inCount(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>()
  const chapters = new Set(
    candidates.filter((c) => c.numbering.values.length === 2).map((c) => c.numbering.values[0]),
  )
  return candidates.filter((candidate) => {
    const { values, family, partedBy } = candidate.numbering
    const last = values.at(-1) ?? 0
    const upper = values.slice(0, -1)
    const count =
      values.length > 1 || family === 'plain' || family === 'arabic' || family === 'chapter'
        ? 'arabic'
        : family
    const hasBefore = seen.has([count, ...upper, last - 1].join('.'))
    if (values.length > 1) {
      const hasUpper = seen.has([count, ...upper].join('.')) || seen.has(`${count}.${(upper[0] ?? 0) - 1}`)
      if (!hasBefore && !(last === 1 && (hasUpper || upper[0] === 1))) return false
    } else if (partedBy !== 'mark') {
      if (candidate.form !== 'line' || !(hasBefore || last === 1)) return false
      if (partedBy === 'nothing' && candidate.headLength > 2 && !chapters.has(last)) return false
    }
    for (let i = 1; i <= values.length; i++) seen.add([count, ...values.slice(0, i)].join('.'))
    return true
  })
}

/** Candidates of one family that follow each other without one of a higher family between them. */
function siblingGroups(candidates: readonly Candidate[], rankOf: RankOf): Candidate[][] {
  const groups: Candidate[][] = []
  const open = new Map<number, Candidate[]>()
  for (const candidate of candidates) {
    const rank = rankOf(candidate)
    for (const lower of [...open.keys()]) if (lower > rank) open.delete(lower)
    const group = open.get(rank)
    if (group !== undefined && (candidate.numbering.values.at(-1) ?? 0) > 1) {
      group.push(candidate)
    } else {
      const started = [candidate]
      open.set(rank, started)
      groups.push(started)
    }
  }
  return groups
}

function decideGroup(
  draft: Draft,
  group: readonly Candidate[],
  byIndex: ReadonlyMap<number, Candidate>,
  rankOf: RankOf,
): void {
  const [first] = group
  if (first === undefined) return
  const isStrong = STRONG.has(first.numbering.family)
  const before = draft.blocks[previousContent(draft, first.index)]
  const afterColon = before !== undefined && endsWithColon(before.text)
  const heads = group.filter((candidate) => isHead(draft, candidate, byIndex, rankOf, afterColon))
  const isAlone =
    group.length === 1 && first.numbering.partedBy !== 'mark' && first.numbering.values.length === 1
  if (isAlone || (!isStrong && heads.length * 2 <= group.length)) return
  if (!isStrong && group.length === 1 && first.form === 'run-in') return
  for (const candidate of heads) settleHead(draft, candidate)
}

function isHead(
  draft: Draft,
  candidate: Candidate,
  byIndex: ReadonlyMap<number, Candidate>,
  rankOf: RankOf,
  afterColon: boolean,
): boolean {
  const isStrong = STRONG.has(candidate.numbering.family)
  if (candidate.form === 'other') return false
  if (candidate.form === 'run-in') {
    const headLength = candidate.headLength - candidate.numbering.length
    return !afterColon || isStrong || headLength <= MAX_RUN_IN_AFTER_COLON
  }
  if (isStrong && !afterColon && candidate.form === 'line') return true
  const next = nextContent(draft, candidate.index)
  const follower = byIndex.get(next)
  return next >= 0 && (follower === undefined || rankOf(follower) > rankOf(candidate))
}

function settleHead(draft: Draft, { index, numbering, form, headLength }: Candidate): void {
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
  if (isLabelOnly && numbering.partedBy !== 'mark') return
  const heading = form === 'sentence' ? text.slice(0, headLength) : text
  settle(draft, index, { kind: 'heading', rule, heading, style })
}
