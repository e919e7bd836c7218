// Whether a question asks how many there are, or how many more or fewer they became.
import { describe, expect, it } from 'vitest'
import { amountAsked } from '../../../src/answer/question/amount-asked.ts'

describe('amountAsked', () => {
  it.each([
    '馆里有多少个座位？',
    '馆里现有几个座位？',
    '一共有多少张读者证？',
    '座位总数是多少？',
    '全县公交车保有量是多少辆？',
    '有多少辆新能源公交车？',
    'How many seats does the library have?',
    'How many seats are there in the library?',
  ])('tells that it asks what there is: %s', (question) => {
    expect(amountAsked(question)).toBe('stock')
  })

  it.each([
    '座位增加了多少个？',
    '新增了多少个座位？',
    '新增座位多少个？',
    '漏损率下降了几个百分点？',
    '水费比上年提高多少？',
    'By how many seats did the reading room grow?',
    'How many seats were added?',
  ])('tells that it asks for a change: %s', (question) => {
    expect(amountAsked(question)).toBe('change')
  })

  it.each(['办了多少场讲座？', '接待读者多少人次？', '漏损率是多少？', '占比是多少？'])(
    'tells that it asks for a number, and for no change: %s',
    (question) => {
      expect(amountAsked(question)).toBe('level')
    },
  )

  it.each([
    '新建了多少座桥？',
    '有多少新建的桥？',
    '增长率是多少？',
    '讲座比展览多多少场？',
    '提高服务质量的办法有几条？',
  ])('leaves open what is asked in other words of change: %s', (question) => {
    expect(amountAsked(question)).toBe(undefined)
  })
})
