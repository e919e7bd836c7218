// Of what a Chinese question asks how many or how much.
import { describe, expect, it } from 'vitest'
import { measuredWords } from '../../../src/answer/question/measured-words.ts'

function wordsOf(question: string): string[] {
  return measuredWords(question).map(({ start, end }) => question.slice(start, end))
}

describe('measuredWords', () => {
  it.each([
    ['馆里有多少名志愿者?', ['志愿者']],
    ['图书馆有几台打印机?', ['打印机']],
    ['博物馆去年新添了多少文物?', ['文物']],
    ['动物园有多少名全职兽医?', ['全职', '兽医']],
    ['有多少座桥梁,几条隧道?', ['桥梁']],
    ['养了多少头奶牛和山羊?', ['奶牛', '山羊']],
    ['和多少个村庄签的协议呀?', ['协议']],
  ])('are those that follow the measure word: %s', (question, words) => {
    expect(wordsOf(question)).toEqual(words)
  })

  it.each([
    ['农场一年的收入多少?', '收入'],
    ['农场2021年总收入多少?', '收入'],
    ['今年客座率是多少?', '客座率'],
    ['讲解员有多少人?', '讲解员'],
    ['观众满意度是多少?', '满意度'],
    ['门票价格是多少元?', '价格'],
    ['展品的数量增加了多少?', '展品'],
    ['展品最后有多少?', '展品'],
  ])('are else the noun before the asking word: %s', (question, noun) => {
    expect(wordsOf(question)).toEqual([noun])
  })

  it.each([
    '一年要花多少钱?',
    '全年花多少钱?',
    '馆长是谁?',
    '这几年怎么样?',
    '差几个百分点?',
    '哪几个省?',
    '多少可以算及格?',
    '走了几十位能人?',
  ])('are none where a verb stands there or nothing is counted: %s', (question) => {
    expect(wordsOf(question)).toEqual([])
  })
})
