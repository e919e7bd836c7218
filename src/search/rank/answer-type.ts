// What must an answer contain? A question for how many asks for a number, one for when a date: passages that hold none can't answer.
import { foldText } from '../../text/lexical-key.ts'

const NUMBER = '(?:\\d[\\d.,]*|[一二两三四五六七八九十百千]+)[多余几]?[万亿千百]?[多余]?'
const MEASURES =
  '名|人次|人|个|项|套|次|位|家|所|篇|例|台|张|种|场|元|块|天|批|支|辆|条|部|间|层|公里|平方米|岁|倍|届|期|周|小时|分钟|户|吨|件|起|处|座|门|米'
const HOW_MANY = new RegExp(`(?:多少|几)多?[万亿千]?(${MEASURES})`, 'u')
/** Measures that stand for each other. */
const SAME_MEASURE: Readonly<Record<string, string>> = {
  人: '[名人位]',
  名: '[名人位]',
  位: '[名人位]',
  块: '元',
  起: '[例起次件]',
  次: '[次场回]',
  场: '[次场]',
}
const POST =
  '书记|院长|主任|负责人|教授|医生|医师|局长|主席|记者|编辑|校长|经理|科长|处长|部长|会长|委员|专家|院士|护士长?'

const RULES: readonly (readonly [asks: RegExp, holds: RegExp])[] = [
  [
    /百分之几|百分比|占比|比例|比率|多大比|几成|率(?:是|达|为|有)?(?:多少|几)|percent|what share|proportion/u,
    /\d%|百分之/u,
  ],
  [
    /几月几|哪一?天|几号|什么时候|何时|哪年哪月|\bwhen |which month|what date/u,
    /\d{1,2}月\d{1,2}日|\d{4}年|\d{1,2}月/u,
  ],
  [/哪一?年|几几年|(?:what|which) year/u, /(?:18|19|20)\d\d/u],
  [
    /多少年|几年(?!级)|how old|how many years|how long/u,
    /(?<!\d)\d{1,3}[多余]?年|[一二三四五六七八九十百]+年/u,
  ],
  [
    /谁|哪位|叫什么名字|\bwho(?:se)?\b/u,
    new RegExp(`(?:${POST}):?\\p{Script=Han}{2,4}|\\p{Script=Han}{2,3}(?:书记|院长|主任|教授)`, 'u'),
  ],
]

/** What a text must hold to answer; undefined when the question doesn't say. */
export type AnswerTest = ((text: string) => boolean) | undefined

export function expectedAnswer(question: string): AnswerTest {
  const key = foldText(question)
  const expected = RULES.filter(([asks]) => asks.test(key)).map(([, holds]) => holds)
  const measure = HOW_MANY.exec(key)?.[1]
  if (measure !== undefined)
    expected.push(new RegExp(`${NUMBER}\\s?${SAME_MEASURE[measure] ?? measure}`, 'u'))
  else if (expected.length === 0 && /多少|第几|how many|how much/.test(key)) expected.push(/\d/)
  if (expected.length === 0) return undefined
  return (text) => {
    const folded = foldText(text)
    return expected.some((holds) => holds.test(folded))
  }
}
