import { describe, expect, it } from 'vitest'
import { isByline, isPaperNumber, namesOfByline } from '../../../src/document/rules/names.ts'

describe('isByline', () => {
  it.each([
    '周明 吴晓晴',
    '本报记者 李岩 通讯员 陈伟',
    '□ 本刊记者 沈知微',
    '文/许听澜 图/镇文旅办',
    '市长　林致远',
    '作者：李四',
  ])('knows %s', (text) => {
    expect(isByline(text)).toBe(true)
  })

  it.each(['党建引领 聚焦主业', '砥砺奋进 继往开来', '强基 强能 强队伍', '记者走进大山深处，看到了新变化'])(
    'takes %s for words',
    (text) => {
      expect(isByline(text)).toBe(false)
    },
  )
})

describe('isPaperNumber', () => {
  it.each([
    ['岚体发〔2024〕17号', true],
    ['第3期（总第15期）', true],
    ['第三期工程', false],
    ['2024年第1号台风', false],
  ])('answers for %s', (text, expected) => {
    expect(isPaperNumber(text)).toBe(expected)
  })
})

describe('namesOfByline', () => {
  it('leaves out papers, offices and the words for reporter', () => {
    expect(namesOfByline('某某日报全媒体记者 李岩 通讯员 陈仕远 赵小禾')).toEqual([
      '李岩',
      '陈仕远',
      '赵小禾',
    ])
  })
})
