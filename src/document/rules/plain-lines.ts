// Which lines have the shape of a heading without number or mark, and does text stand below them?
import { endsWithColon } from '../../text/punctuation.ts'
import { type Draft, isOpen, nextContent, previousContent, startsAfresh } from '../draft.ts'
import { isBullet, isProse, isShort } from '../shape.ts'
import { goesOnFrom } from './joins.ts'

/** Longest heading without a number. */
const MAX_BARE = 36

/** Longest heading with a comma: two halves of eleven. */
const MAX_WITH_COMMA = 24

/** Longest heading that asks or calls: 钱从哪里来？ */
const MAX_CALL = 20

/** An open line in the shape of a heading without number or mark. */
export function isPlainLine(draft: Draft, index: number): boolean {
  const block = draft.blocks[index]
  if (block === undefined || !isOpen(draft, index) || block.cells > 1) return false
  const { text } = block
  const isCall = text.length <= MAX_CALL && /^[^“"，,]+[？！?!]$/.test(text)
  const isLine = isShort(isCall ? text.slice(0, -1) : text, MAX_BARE)
  if (text.length < 2 || !isLine || isBullet(text) || (isProse(text) && !isCall)) return false
  if (text.length > MAX_WITH_COMMA && /[，,]/.test(text)) return false
  if (/^[（(].*[）)]$/.test(text) || /^[\d\s.,%％+-]+$/.test(text) || !/\p{L}/u.test(text)) return false
  const before = draft.blocks[previousContent(draft, index)]
  return before === undefined || !endsWithColon(before.text)
}

/** The line stands above text of its own: a paragraph, a list, a table, or the first of numbered heads. */
export function headsText(draft: Draft, index: number): boolean {
  const next = nextContent(draft, index)
  const block = draft.blocks[next]
  if (block === undefined || !startsAfresh(draft, index)) return false
  const verdict = draft.verdicts[next]
  if (verdict === undefined) return isText(draft, next) || isBullet(block.text)
  if (verdict.kind === 'table') return true
  const opensCount = /^[（(]?\s?(?:[1一①壹]|0?1)(?![\d一二三四五六七八九十])/.test(block.text)
  return (verdict.kind === 'heading' || verdict.kind === 'run-in') && opensCount
}

/** Running text begins here: prose, or a line in mid-sentence that goes on in the next one. */
export function isText(draft: Draft, index: number): boolean {
  return (
    isProse(draft.blocks[index]?.text ?? '') ||
    (isOpen(draft, index + 1) && goesOnFrom(draft, index, index + 1))
  )
}
