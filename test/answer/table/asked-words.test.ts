import { describe, expect, it } from 'vitest'
import { leftOver } from '../../../src/answer/table/asked-words.ts'

const PARK = ['桐城市园林局', '桐城市2023年公园年报', '全市公园基本情况', '公园类别', '绿地面积 公顷']

describe('leftOver', () => {
  it.each([
    ['霞栖县有多少绿地面积？', '霞栖县'],
    ['桐城市霞栖县绿地面积是多少？', '霞栖县'],
    ['桐城市北山区绿地面积是多少？', '北山区'],
    ['柳塘镇的绿地面积有多少公顷？', '柳塘镇'],
    ['霞栖的绿地面积是多少？', '霞栖'],
    ['开阳县绿地面积', '开阳县'],
    ['苗木科的绿地面积', '苗木科'],
  ])('leaves over the whole of a name that no dictionary has: %s', (question, name) => {
    expect(leftOver(question, [], PARK)).toEqual([name])
  })

  it.each([
    ['桐城市有多少绿地面积？'],
    ['全市绿地面积一共有多少公顷？'],
    ['桐城市园林局的绿地面积是多少'],
    ['贵局的绿地面积是多少？'],
    ['各公园绿地面积'],
  ])('leaves over nothing of what the table is about: %s', (question) => {
    expect(leftOver(question, [], PARK)).toEqual([])
  })

  it('takes no measure word, verb or abbreviation for a name', () => {
    const library = ['桐城市图书馆', '阅览座位数 个', '办证数 张', '馆名']
    expect(leftOver('图书馆开了多少张桌', [], [...library, '桌'])).toEqual([])
    expect(leftOver('办证几张', [], library)).toEqual([])
    expect(leftOver('各馆办证数', [], library)).toEqual([])
    expect(leftOver('阅座数', [], library)).toEqual([])
  })

  it('keeps the whole name of a place, of which a part is known', () => {
    expect(leftOver('柳塘县绿地面积', [], [...PARK, '柳塘镇'])).toEqual(['柳塘县'])
  })
})
