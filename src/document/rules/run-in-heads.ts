// Which paragraphs begin with their own heading as a first short sentence?
import { firstSentenceMark } from '../../text/punctuation.ts'
import { type Draft, isHeading, previousContent, settle } from '../draft.ts'
import { goesOnFrom } from './joins.ts'

/** Characters of such a sentence; of two halves of equal length with a comma between (摸清底数，建立台账) there may be more. */
const MIN_HEAD = 4
const MAX_HEAD = 14
const MAX_DOUBLE_HEAD = 24

/** Characters of the paragraph after it. */
const MIN_REST = 40

/** Heads of one row are built alike: their lengths differ by at most this much. */
const MAX_DIFFERENCE = 3

/** Words of a full sentence; a head names its subject without them. */
const SENTENCE_WORDS = /[是了说說我你他她它这這那吗嗎呢吧]|就是|没有/

/** Two neighbouring paragraphs that open so are a habit, one is a sentence. */
const MIN_IN_A_ROW = 2

export function runInHeads(draft: Draft): void {
  let row: number[] = []
  const close = () => {
    if (row.length >= MIN_IN_A_ROW) for (const index of row) settleHead(draft, index)
    row = []
  }
  for (const [index, block] of draft.blocks.entries()) {
    const verdict = draft.verdicts[index]
    if (verdict?.kind === 'caption' || verdict?.kind === 'boilerplate') continue
    if (verdict === undefined && goesOnFrom(draft, previousContent(draft, index), index)) continue
    const length = verdict === undefined ? headLength(block.text) : 0
    const previous = draft.blocks[row.at(-1) ?? -1]?.text ?? ''
    if (length === 0 || (row.length > 0 && !areAlike(previous, block.text))) close()
    if (isHeading(verdict)) continue
    if (length > 0) row.push(index)
  }
  close()
}

function headLength(text: string): number {
  const stop = firstSentenceMark(text.slice(0, MAX_DOUBLE_HEAD + 1))
  if (stop < MIN_HEAD || text[stop] !== '。' || text.length - stop < MIN_REST) return 0
  const head = text.slice(0, stop)
  const halves = head.split(/[，,]/)
  if (!halves.every((half) => /^[\p{Script=Han}A-Za-z0-9“”]+$/u.test(half)) || SENTENCE_WORDS.test(head))
    return 0
  if (halves.length === 1) return stop <= MAX_HEAD ? stop : 0
  return halves.length === 2 && halves[0]?.length === halves[1]?.length ? stop : 0
}

function areAlike(one: string, other: string): boolean {
  const a = one.slice(0, headLength(one))
  const b = other.slice(0, headLength(other))
  return /[，,]/.test(a) === /[，,]/.test(b) && Math.abs(a.length - b.length) <= MAX_DIFFERENCE
}

function settleHead(draft: Draft, index: number): void {
  const text = draft.blocks[index]?.text ?? ''
  const length = headLength(text)
  settle(draft, index, {
    kind: 'run-in',
    rule: 'run-in-sentence',
    heading: text.slice(0, length),
    style: 'run-in',
    headLength: length,
  })
}
