import { describe, expect, it } from 'vitest'
import { namesIn } from '../../src/document/house-names.ts'

describe('namesIn', () => {
  it.each([
    ['近年来，北汀学院附属医院充分发挥作用', ['北汀学院附属医院']],
    ['坐落于星海湾之滨的北汀医科大学附属第二医院（以下简称', ['北汀医科大学附属第二医院']],
    ['王先生在北汀市第三人民医院拿到报告', ['北汀市第三人民医院']],
    ['北汀市住房和城乡建设局与北汀市水务集团有限公司', ['北汀市住房和城乡建设局', '北汀市水务集团有限公司']],
    ['走访了四十二家乡镇卫生院', []],
    ['126所乡村小学', []],
    ['党委领导下的院长负责制', []],
  ])('finds in %s the names %j', (text, expected) => {
    expect(namesIn(text)).toEqual(expected)
  })
})
