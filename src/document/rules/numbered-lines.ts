// Which lines begin with a number that counts, and are they a heading by their form?
import { firstSentenceMark } from '../../text/punctuation.ts'
import type { Block } from '../blocks.ts'
import { type Draft, eachOpen } from '../draft.ts'
import { isShort, MAX_TESTED } from '../shape.ts'
import { isBareNumber, type Numbering, parseNumbering } from './numbering.ts'

/** Longest numbered heading without a sentence mark: 60 characters after the number. */
const MAX_HEADING = 60

/** Longest head that runs into its paragraph. */
const MAX_RUN_IN = 40

/** Longest heading that ends with a full stop: （一）产业发展稳中向好。 */
const MAX_SENTENCE = 30

/** Characters that must follow a head in its own line. */
const MIN_AFTER_HEAD = 10

/** `sentence`: a line that ends with a full stop and holds no other. */
type Form = 'line' | 'sentence' | 'run-in' | 'other'

export interface NumberedLine {
  readonly index: number
  readonly numbering: Numbering
  readonly form: Form
  /** Characters of the head, its number included, for `run-in`. */
  readonly headLength: number
}

/** The numbered lines that nothing has been decided about, in order, less those whose number can't be one. */
export function findNumberedLines(draft: Draft): NumberedLine[] {
  const found: NumberedLine[] = []
  eachOpen(draft, (block, index) => {
    if (block.cells > 2) return
    const numbering = parseNumbering(block.text)
    if (numbering !== undefined) found.push({ index, numbering, ...formOf(block, numbering) })
  })
  return inCount(found)
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
    numbering.family !== 'article' &&
    numbering.family !== 'label' &&
    !isBareNumber(numbering) &&
    (numbering.partedBy !== 'nothing' || numbering.values.length > 1)
  return isHead && canRunIn
    ? { form: 'run-in', headLength: numbering.length + stop }
    : { form: 'other', headLength: 0 }
}

/**
 * Numbers without a mark and decimals count only where the count has come to them: 2.1 after 2 or 1.4, and 45.6 never.
 */
function inCount(lines: readonly NumberedLine[]): NumberedLine[] {
  const seen = new Set<string>()
  const chapters = new Set(
    lines.filter((c) => c.numbering.values.length === 2).map((c) => c.numbering.values[0]),
  )
  return lines.filter((line) => {
    const { values, family, partedBy } = line.numbering
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
    } else if (isBareNumber(line.numbering)) {
      if (line.form !== 'line' || !(hasBefore || last === 1)) return false
      if (partedBy === 'nothing' && line.headLength > 2 && !chapters.has(last)) return false
    }
    for (let i = 1; i <= values.length; i++) seen.add([count, ...values.slice(0, i)].join('.'))
    return true
  })
}
