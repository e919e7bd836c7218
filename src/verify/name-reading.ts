// Which name does a change of the redline touch? Whole words around it, without common ones at its ends.
import { isFunctionWord } from './align.ts'
import { type Side, squeeze } from './comparison.ts'
import { type NameForm, nameForm } from './name-forms.ts'
import { isOrdinaryWord } from './ordinary-words.ts'
import type { TokenRange } from './redline.ts'

export interface NamePiece {
  readonly range: TokenRange
  /** Folded, without punctuation. */
  readonly name: string
  /** Undefined for what doesn't look like a name. */
  readonly form: NameForm | undefined
  /** Nothing but common words and quantities. */
  readonly isOrdinary: boolean
  /** One word of the dictionary. */
  readonly isOneWord: boolean
}

/** A changed name often keeps its end (…医院, …市): equal tokens taken in on the right. */
const WIDEN = 8
/** What may follow a proper name to make one name with it; other names that follow stand by themselves. */
const DEPENDS_ON_NAME =
  /^(?:[省市县区州国镇乡村路街岛山河江湖海湾港府郡城门桥局厅署院校社队团站所厂馆党会寺庙科室部第一二三四五六七八九十]|人民|附属|中心|国立|省立|市立|医院|大学|学院|学校|中学|小学|政府|公司|集团|银行|委员会|协会|出版|博物|图书|机场|王朝|帝国)/u
/** The same after one word of the dictionary, which may as well be an adjective: 重点机构, 优秀团队. */
const DEPENDS_ON_PLACE =
  /^(?:[省市县区州镇乡第一二三四五六七八九十]|人民|附属|国立|省立|市立|医院|大学|学院|中学|小学|政府|银行|公司|委员会|博物|出版社|电视台|研究[所院])/u

/** The narrowest piece around a change that looks like a name, or else the changed words themselves. */
export function readName(side: Side, changed: TokenRange): NamePiece {
  const core = withoutOrdinaryEnds(side, wholeWords(side, changed))
  if (core === undefined)
    return {
      range: changed,
      name: textOf(side, changed),
      form: undefined,
      isOrdinary: true,
      isOneWord: false,
    }
  const isOneWord = wordEnd(side, core.from) >= core.to
  const tail = isOneWord ? DEPENDS_ON_PLACE : DEPENDS_ON_NAME
  const piece = (range: TokenRange, form: NameForm | undefined): NamePiece => ({
    range,
    name: textOf(side, range),
    form,
    isOrdinary: false,
    isOneWord,
  })
  for (let to = core.to; to <= core.to + WIDEN; to = wordEnd(side, to)) {
    const range = { from: core.from, to }
    const isName = to === core.to || tail.test(textOf(side, { from: core.to, to }))
    const form = isName ? formOf(side, range) : undefined
    if (form !== undefined && (form !== 'unknown' || to === core.to)) return piece(range, form)
    if (!continues(side, core, to)) break
  }
  const withSurname = { from: surnameBefore(side, core), to: core.to }
  return formOf(side, withSurname) === 'person' ? piece(withSurname, 'person') : piece(core, undefined)
}

/** Folded, without punctuation. */
export function textOf({ folded, tokens }: Side, { from, to }: TokenRange): string {
  return squeeze(folded.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0))
}

function formOf({ folded, tokens }: Side, { from, to }: TokenRange): NameForm | undefined {
  const start = tokens[from]?.start ?? 0
  const end = tokens[to - 1]?.end ?? 0
  return nameForm(
    folded.slice(start, end),
    folded.slice(Math.max(0, start - 6), start),
    folded.slice(end, end + 6),
  )
}

function wholeWords(side: Side, { from, to }: TokenRange): TokenRange {
  return { from: wordStart(side, from + 1), to: wordEnd(side, to - 1) }
}

function withoutOrdinaryEnds(side: Side, { from, to }: TokenRange): TokenRange | undefined {
  let start = from
  let end = to
  while (start < end && isOrdinary(side, { from: start, to: Math.min(wordEnd(side, start), end) }))
    start = wordEnd(side, start)
  while (start < end && isOrdinary(side, { from: Math.max(wordStart(side, end), start), to: end }))
    end = wordStart(side, end)
  return start < end ? { from: start, to: end } : undefined
}

function isOrdinary(side: Side, word: TokenRange): boolean {
  const token = side.tokens[word.from]
  if (token === undefined || token.quantity !== undefined || isFunctionWord(token)) return true
  return isOrdinaryWord(textOf(side, word))
}

/** Index after the word that holds `from`. */
export function wordEnd({ tokens }: Side, from: number): number {
  let to = from + 1
  while (to < tokens.length && tokens[to]?.word === tokens[from]?.word) to += 1
  return to
}

/** Index of the start of the word that holds the token before `to`. */
function wordStart({ tokens }: Side, to: number): number {
  let from = to - 1
  while (from > 0 && tokens[from - 1]?.word === tokens[to - 1]?.word) from -= 1
  return from
}

/** One character before a given name of one or two characters that no dictionary makes a word. */
function surnameBefore(side: Side, { from, to }: TokenRange): number {
  const before = side.tokens[from - 1]
  if (before === undefined || before.quantity !== undefined || isFunctionWord(before)) return from
  const isGivenName = wordEnd(side, from) === from + 1 && to - from <= 2
  const isAlone = wordStart(side, from) === from - 1 && before.clause === side.tokens[from]?.clause
  return isGivenName && isAlone ? from - 1 : from
}

function continues({ tokens }: Side, core: TokenRange, at: number): boolean {
  const token = tokens[at]
  if (token === undefined || token.quantity !== undefined || isFunctionWord(token)) return false
  return token.clause === tokens[core.from]?.clause
}
