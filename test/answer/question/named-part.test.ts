// Which one of several alike is asked about.
import { describe, expect, it } from 'vitest'
import { isSamePart, namedPart, partsIn } from '../../../src/answer/question/named-part.ts'

describe('namedPart', () => {
  it.each([
    ['文学院的经费是多少？', '文', '学院'],
    ['東校區有幾個閱覽室？', '东', '校区'],
    ['市图书馆江北分馆有多少座位', '江北', '分馆'],
    ['白石县2022年有几家书店', '白石', '县'],
    ['退休职工党支部有多少人', '退休职工党', '支部'],
    ['那个少儿院区叫什么', '少儿', '院区'],
  ])('%s', (question, own, kind) => {
    expect(namedPart(question)).toEqual({ own, kind })
  })

  it.each([
    '本科生有多少人',
    '哪个科室最多',
    '各学院的经费',
    '全县有多少家书店',
    '社区有几个阅览室',
    '党支部有几个',
    '他早先下乡住在哪里',
    '镇子上有几家书店',
    '学科带头人有几位',
    '有多少名全科教师',
  ])('names none: %s', (question) => {
    expect(namedPart(question)).toBe(undefined)
  })
})

describe('partsIn', () => {
  it('gives what stands before each, and nothing where any or all are meant', () => {
    const text = '其中文学院12件、理学院30件，全校各学院共42件。'
    expect(partsIn(text, '学院').map(({ before }) => before)).toEqual(['其中文'.slice(2), '理', ''])
  })
})

describe('isSamePart', () => {
  it('takes a short form for the whole name, either way', () => {
    expect(isSamePart('心血管内', '心内')).toBe(true)
    expect(isSamePart('文', '人文')).toBe(true)
    expect(isSamePart('理', '文')).toBe(false)
  })
})
