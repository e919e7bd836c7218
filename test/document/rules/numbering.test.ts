import { describe, expect, it } from 'vitest'
import { parseNumbering } from '../../../src/document/rules/numbering.ts'

describe('parseNumbering', () => {
  it.each([
    ['第一编 总论', 'part', [1]],
    ['第三部分：做法', 'part', [3]],
    ['第十二章 附则', 'chapter', [12]],
    ['第二節　經費', 'section', [2]],
    ['第五条 本办法自发布之日起施行', 'article', [5]],
    ['壹、館務概況', 'formal', [1]],
    ['Ⅳ. 企业评价', 'roman', [4]],
    ['二、2024年工作', 'numeral', [2]],
    ['三 主要做法', 'numeral-space', [3]],
    ['（十一）其他', 'numeral-bracket', [11]],
    ['㈡ 其他', 'numeral-bracket', [2]],
    ['1.严格落实', 'arabic', [1]],
    ['12、加强', 'arabic', [12]],
    ['2 医疗服务', 'plain', [2]],
    ['2.1总体情况', 'decimal-2', [2, 1]],
    ['2.2.1 预约诊疗', 'decimal-3', [2, 2, 1]],
    ['1）一项', 'arabic-paren', [1]],
    ['（3）一项', 'arabic-bracket', [3]],
    ['④一项', 'circled', [4]],
    ['PART 2 做法', 'label', [2]],
    ['01｜开始', 'label', [1]],
    ['B. 退出环节', 'letter', [2]],
  ])('reads %s as %s', (text, family, values) => {
    expect(parseNumbering(text)).toMatchObject({ family, values })
  })

  it.each([
    '3.0T磁共振',
    '45.6%的患者',
    '4.6亿元',
    '12个科室',
    '2024年工作',
    '5月12日',
    '3台老旧机组',
    '一、二级医院',
    '一是压减捕捞',
    '第三章所列设备',
    '第二节和第三节',
    '、',
    '（略）',
  ])('takes %s for no number of a heading', (text) => {
    expect(parseNumbering(text)).toBeUndefined()
  })

  it('measures the number with its marks and the blanks after it', () => {
    expect('（一） 概况'.slice(parseNumbering('（一） 概况')!.length)).toBe('概况')
  })
})
