import { describe, expect, it } from 'vitest'
import { shortForms } from '../../src/document/short-names.ts'

describe('shortForms', () => {
  it.each([
    ['北汀市第三人民医院', ['市三院', '北汀三院', '北汀市三院', '市第三人民医院', '北汀第三人民医院']],
    ['北汀市中心医院', ['市中心医院', '北汀中心医院']],
    ['北汀学院附属医院', ['附院', '北汀学院附院']],
    ['青屿县卫生健康局', ['县卫健局', '青屿县卫健局']],
    ['松陵水务集团有限公司', ['松陵水务集团', '松陵水务']],
  ])('gives for %s at least %j', (name, forms) => {
    expect(shortForms(name)).toEqual(expect.arrayContaining(forms))
    expect(shortForms(name)).not.toContain(name)
  })
})
