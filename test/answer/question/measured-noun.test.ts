// Of what a Chinese question asks how many or how much.
import { describe, expect, it } from 'vitest'
import { measuredNoun } from '../../../src/answer/question/measured-noun.ts'

function nounOf(question: string): string | undefined {
  const noun = measuredNoun(question)
  return noun && question.slice(noun.start, noun.end)
}

describe('measuredNoun', () => {
  it.each([
    ['馆里有多少名志愿者?', '志愿者'],
    ['图书馆有几台打印机?', '打印机'],
    ['博物馆去年新添了多少文物?', '文物'],
    ['有多少座桥梁,几条隧道?', '桥梁'],
  ])('is the noun that follows the measure word: %s', (question, noun) => {
    expect(nounOf(question)).toBe(noun)
  })

  it.each([
    ['农场一年的总收入多少?', '收入'],
    ['讲解员有多少人?', '讲解员'],
    ['观众满意度是多少?', '满意度'],
    ['门票价格是多少元?', '价格'],
    ['展品的数量增加了多少?', '数量'],
    ['展品最后有多少?', '展品'],
  ])('is else the noun before the asking word: %s', (question, noun) => {
    expect(nounOf(question)).toBe(noun)
  })

  it.each(['一年要花多少钱?', '馆长是谁?', '这几年怎么样?', '差几个百分点?', '哪几个省?'])(
    'is nothing where a verb stands there or nothing is counted: %s',
    (question) => {
      expect(nounOf(question)).toBeUndefined()
    },
  )
})
