// Where in a sentence could the answer stand? Every number with the unit asked for, every date, person, place or quoted name.
import { pairsIn } from '../../text/pairs.ts'
import type { Range } from '../../text/range.ts'
import { unitAt } from '../../text/units.ts'
import type { AnswerKind, QuestionKind } from '../question/question-kind.ts'
import { HOUSE_NAME, tellsOfDeed } from '../question/who-but-no-person.ts'
import { changeTold } from './change-told.ts'
import { clauseAround } from './clause.ts'
import { isOfAnotherPart } from './part-numbers.ts'
import { people } from './people.ts'
import { bears } from './post-bearers.ts'
import { type Quantity, quantitiesOf } from './quantities.ts'
import { isSameUnit } from './same-unit.ts'

/**
 * @param text folded, see verify/fold.ts
 * @returns undefined where any sentence may answer (how, why, whether, a summary)
 */
export function answerSpans(asked: QuestionKind, text: string): Range[] | undefined {
  const isCounted = MEASURED[asked.kind]
  if (isCounted !== undefined) {
    const quantities: Range[] = quantitiesOf(text).filter(
      (one) =>
        isCounted(one, asked.unit) &&
        !isOtherSort(asked, one) &&
        !countsAnother(asked, text, one) &&
        countsNoun(asked, text, one) &&
        !isOtherAmount(asked, text, one) &&
        !(asked.part !== undefined && isOfAnotherPart(text, one.start, asked.part)),
    )
    return asked.kind === 'duration' ? [...quantities, ...matches(text, REPEATED)] : quantities
  }
  switch (asked.kind) {
    case 'person':
      return personsAsked(asked, text)
    case 'place':
      return matches(text, PLACE)
    case 'name':
      return matches(text, NAMED)
    case 'list':
      return asked.role === undefined ? matches(text, LISTED) : personsAsked(asked, text)
    default:
      if (asked.house === undefined) return undefined
      return tellsOfDeed(asked.house, text) ? matches(text, HOUSE_NAME) : []
  }
}

function personsAsked({ role, posts }: QuestionKind, text: string): Range[] {
  const asked = role === undefined ? posts : [role]
  return people(text).filter((name) => asked === undefined || asked.some((post) => bears(text, name, post)))
}

/** A number answers: how many, what share, how much, which rank, how long. */
export function isMeasured({ kind }: QuestionKind): boolean {
  return MEASURED[kind] !== undefined
}

type Test = (quantity: Quantity, unit: string | undefined) => boolean

const MEASURED: Partial<Record<AnswerKind, Test>> = {
  count: ({ number, unit, date }, asked) =>
    asked === undefined
      ? date === undefined && !number.ordinal && !isArticle(number)
      : number.kind === 'count' && date === undefined && isSameUnit(unit, asked),
  share: ({ number }) => number.kind !== 'count',
  money: ({ unit }) => unit?.dimension === 'money' || unit?.dimension.includes('dollar') === true,
  rank: ({ number, unit, before }) =>
    number.ordinal || /[前居列名排]$/u.test(before) || (number.kind === 'count' && unit?.name === '人'),
  date: ({ date, unit }) => date !== undefined || unit?.dimension === 'month',
  year: ({ date, number }) =>
    date === 'year' || (number.value >= 1000 && number.value <= 2199 && number.end - number.start === 4),
  clock: ({ unit, number }) => unit?.dimension === 'clock' && number.value <= 24,
  duration: ({ unit, date }) =>
    date === undefined && ['time', 'span', 'age', 'month'].includes(unit?.dimension ?? ''),
}

/** 一 before a measure word mostly counts nothing: 一条新路, 进一步. */
function isArticle({ bare, value }: Quantity['number']): boolean {
  return bare && value === 1
}

const OF_TIME: ReadonlySet<string | undefined> = new Set(['time', 'span', 'age', 'month', 'day', 'clock'])

/** Things are counted by no share and by no time: not 98.8% nor 三年 of 多少馆员. */
function isOtherSort({ kind, counted, unit: asked }: QuestionKind, { number, unit }: Quantity): boolean {
  if (kind !== 'count' || counted === undefined || asked !== undefined || /时间|[年月天期]$/u.test(counted))
    return false
  return number.kind !== 'count' || OF_TIME.has(unit?.dimension)
}

/**
 * The sentence has the very word that is asked about, and the number counts another: not 29个项目 where 党支部 are asked for,
 * and 党支部 stand elsewhere in it. Where the word isn't there, the number may well count it under another name; 一位 alone counts nothing.
 */
function countsAnother(
  { kind, counted }: QuestionKind,
  text: string,
  { start, end, number }: Quantity,
): boolean {
  if (kind !== 'count' || counted === undefined) return false
  const after = /^[“《]?\p{Script=Han}+/u.exec(text.slice(end, end + NEARBY))?.[0] ?? ''
  const { before } = clauseAround(text, { start, end }, STRONGER_END, [NEARBY, NEARBY])
  const isOf = (words: string) => pairsIn(counted).some((pair) => words.includes(pair))
  if (isArticle(number) && !isOf(after)) return true
  return text.includes(counted) && after !== '' && !isOf(after) && !isOf(before)
}

/** A word for what an English question counts stands beside the number, in its clause, or is its unit. */
function countsNoun({ noun }: QuestionKind, text: string, { start, end, unit }: Quantity): boolean {
  if (noun === undefined || noun.chinese.length === 0) return true
  const { before, after } = clauseAround(text, { start, end }, CLAUSE_END, [REACH, NEARBY])
  return noun.chinese.some(
    (word) =>
      (word.length > 1 && (before.includes(word) || after.includes(word))) ||
      (unit !== undefined && unitAt(word, 0)?.unit.name === unit.name),
  )
}

/** 新增120个 isn't how many there are, and 下降1.4个百分点 isn't how high it is. */
function isOtherAmount({ amount }: QuestionKind, text: string, { start }: Range): boolean {
  if (amount === undefined || amount === 'change') return false
  const told = changeTold(text, start)
  return told === 'compared' || (told === 'added' && amount === 'stock')
}

/** Characters beside a number that tell what it counts. */
const NEARBY = 12
/** Characters before a number in which its noun may stand: 支部数量从11个增加到24个. */
const REACH = 16
const CLAUSE_END = /[,。;:、]/u
/** 、 lists what one number counts. */
const STRONGER_END = /[,。;:]/u

const PLACE =
  /[\p{Script=Han}a-z\d]{1,6}(?:省|市|县|区|州|国|镇|乡|村|路|街|巷|岛|山|河|江|湖|海|湾|港|洲|府|城|门|桥|楼|层|座|室|广场|商圈|中心|医院|大学|学院|公园|基地|社区|校园|学校)|(?:东|南|西|北)[部方侧面郊岸]/gu
/** How long it is from one time to the next: 每季度, 每两周, 逐月. */
const REPEATED = /[每逐][个半一二两三四五六七八九十\d]{0,2}(?:季度?|[年月周天日]|学期|星期|小时)/gu
const NAMED = /[“「『‘"][^”」』’"]{2,40}[”」』’"]|《[^》]{1,60}》/gu
const LISTED = /[^,。;:]{1,30}(?:、[^,。;、]{1,30}){1,}|(?:[“「《][^”」》]{1,40}[”」》]){2,}/gu

function matches(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }))
}
