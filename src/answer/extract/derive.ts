// What follows from the quoted sentences by counting or subtracting? Only what a reader can check at a glance.
import { unitAt } from '../../text/units.ts'
import { fold } from '../../verify/fold.ts'
import { subjectOf } from '../question/interrogatives.ts'
import { type Quantity, quantitiesOf } from './quantities.ts'

export interface Derived {
  /** The result in a sentence that says what it was made from. */
  readonly text: string
  /** For the reasons of the claim: 48次 - 22次. */
  readonly from: string
}

/** Asks how far apart two numbers are: 多多少, 净添了几张, 隔了几年, 差几个百分点. */
const DIFFERENCE =
  /(?:相?差|净?[增添加]加?|[多少高低早晚长]|提高|提升|增长|扩大|隔|间隔)(?:了|出|出来|开)*(?:多少|几)(?<unit>个?百分点|[^的，,。？?\s]{1,2})?/u
const SIDES = /比|还是|相?较|和|与|跟|到|、/u
/** Asks how many there are of what a sentence lists. */
const HOW_MANY = /(?:一共|总共|共|分|有|分成|分为)[^，,。]{0,4}?(?:几|多少)(?<unit>[种类个项方面条位家])/u
/** Before the number of all there are. */
const TOTAL = /共|总|合计|全部/u
/** Characters around a number in which its noun stands. */
const AROUND = 16

/**
 * The two things whose numbers are to be subtracted, each as the pairs of characters of its words.
 *
 * @returns undefined for a question that asks for no difference, or doesn't part in two
 */
export function comparedSides(
  question: string,
): readonly [ReadonlySet<string>, ReadonlySet<string>] | undefined {
  const asked = fold(question)
  if (!DIFFERENCE.test(asked)) return undefined
  const [first, second] = sidesOf(asked).slice(-2)
  return first === undefined || second === undefined ? undefined : [first, second]
}

/** Each as the pairs of characters of its words, in their order. */
function sidesOf(asked: string): ReadonlySet<string>[] {
  return subjectOf(asked)
    .split(SIDES)
    .map(bigrams)
    .filter((side) => side.size > 0)
}

/**
 * @param text of the sentences that answer
 * @returns undefined where the question doesn't ask for it, or where it isn't plain which numbers are meant
 */
export function derive(question: string, text: string): Derived | undefined {
  const asked = fold(question)
  return difference(asked, fold(text)) ?? counted(asked, text)
}

function difference(asked: string, text: string): Derived | undefined {
  const match = DIFFERENCE.exec(asked)
  if (match === null) return undefined
  const pair = pairOf(asked, comparable(match.groups?.['unit'] ?? '', quantitiesOf(text)), text)
  if (pair === undefined) return undefined
  const [low, high] = [...pair].sort((a, b) => a.number.value - b.number.value)
  if (low === undefined || high === undefined || low.number.value === high.number.value) return undefined
  const isShare = high.number.kind === 'share'
  const gap = Number(((high.number.value - low.number.value) * (isShare ? 100 : 1)).toPrecision(12))
  const unit = isShare ? '个百分点' : high.date === 'year' ? '年' : text.slice(high.number.end, high.end)
  const [a, b] = [high, low].map(({ start, end }) => text.slice(start, end))
  return { text: `相差${gap}${unit}（${a}与${b}之差）。`, from: `${a} - ${b}` }
}

/** Exact numbers of the unit asked for; of any one unit where none was named. */
function comparable(unit: string, quantities: readonly Quantity[]): Quantity[] {
  const exact = quantities.filter(({ number }) => !number.ordinal && number.bound === 'exact')
  if (unit.includes('百分点')) return exact.filter(({ number }) => number.kind === 'share')
  if (unit.startsWith('年')) return exact.filter(({ date }) => date === 'year')
  const wanted = unitAt(unit, 0)?.unit
  const counts = exact.filter(
    ({ number, date, unit: own }) => number.kind === 'count' && date === undefined && own,
  )
  const same = counts.filter(({ unit: own }) => own?.name === wanted?.name)
  // 几个 may stand for a measure word of its own: 几个人, 几个 (支部).
  return same.length >= 2 || (wanted !== undefined && wanted.name !== '个') ? same : counts
}

/** The only two there are, or the two that stand beside the two things compared. */
function pairOf(
  asked: string,
  quantities: readonly Quantity[],
  text: string,
): readonly Quantity[] | undefined {
  if (quantities.length < 2) return undefined
  if (quantities.length === 2)
    return sameUnit(quantities) && !holdsTotal(asked, quantities, text) ? quantities : undefined
  const named = quantities.filter(({ start, end }) => asked.includes(text.slice(start, end)))
  if (named.length === 2 && sameUnit(named)) return named
  const changes = quantities.flatMap((from, i) => {
    const to = quantities[i + 1]
    return to !== undefined && sameUnit([from, to]) && CHANGE.test(text.slice(from.end, to.start))
      ? [[from, to]]
      : []
  })
  if (changes.length === 1) return changes[0]
  const [a, b] = sidesOf(asked)
    .slice(-2)
    .map((side) => numberOf(side, quantities, text))
  return a !== undefined && b !== undefined && a !== b && sameUnit([a, b]) ? [a, b] : undefined
}

function sameUnit([a, b]: readonly Quantity[]): boolean {
  return a?.unit?.name === b?.unit?.name && a?.number.kind === b?.number.kind
}

/** Between the two ends of a change: 从30个增至51个, 由19个党支部调整为31个. */
const CHANGE = /^[^,，。;；]{0,12}(?:到|至|为|成)[^,，。;；、]{0,4}$/u
const CLAUSE_END = /[,，。;；、]/u

/**
 * Whose number is it? What is compared stands at the end of its side, and before it where and when: so its last words decide,
 * and those before them only between numbers that share the last ones.
 *
 * @returns undefined when no word of the side tells one number from the others
 */
function numberOf(
  side: ReadonlySet<string>,
  quantities: readonly Quantity[],
  text: string,
): Quantity | undefined {
  let left = quantities.map((quantity) => ({ quantity, words: bigrams(clauseOf(quantity, text)) }))
  for (const pair of [...side].reverse()) {
    const holding = left.filter(({ words }) => words.has(pair))
    if (holding.length === 1) return holding[0]?.quantity
    if (holding.length > 0) left = holding
  }
  return undefined
}

function clauseOf({ start, end }: Quantity, text: string): string {
  const before = text.slice(Math.max(0, start - AROUND), start)
  const after = text.slice(end, end + AROUND)
  return `${before.split(CLAUSE_END).at(-1) ?? ''} ${after.split(CLAUSE_END)[0] ?? ''}`
}

/** The number of all, where only parts are compared. */
function holdsTotal(asked: string, quantities: readonly Quantity[], text: string): boolean {
  return (
    !TOTAL.test(asked) &&
    quantities.some(({ start }) => TOTAL.test(text.slice(Math.max(0, start - 3), start)))
  )
}

/** Pairs of Han characters, each once. */
function bigrams(text: string): Set<string> {
  const runs = text.match(/\p{Script=Han}{2,}/gu) ?? []
  return new Set(runs.flatMap((run) => Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2))))
}

/** 管理创新、技术创新、服务创新: items that end in a word of the question. */
function counted(asked: string, text: string): Derived | undefined {
  const unit = HOW_MANY.exec(asked)?.groups?.['unit']
  if (unit === undefined) return undefined
  for (const [list] of text.matchAll(/[\p{Script=Han}“”]{2,12}(?:、[\p{Script=Han}“”]{2,12}){1,}/gu)) {
    const items = list.split('、')
    const ending = items[0]?.slice(-2) ?? ''
    if (!asked.includes(fold(ending)) || !items.every((item) => item.endsWith(ending))) continue
    return { text: `一共${items.length}${unit}：${list}。`, from: `${list}，共${items.length}项` }
  }
  return undefined
}
