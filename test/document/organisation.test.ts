import { describe, expect, it } from 'vitest'
import { findNames } from '../../src/document/organisation.ts'

const names = (title: string, body: string, more: { source?: string; signature?: string } = {}) =>
  findNames({ titles: [title], body, signature: '', ...more })

describe('findNames', () => {
  it('takes the full name from the text when the title has only a short one', () => {
    const found = names(
      '市三院以党建促发展',
      '“北汀市第三人民医院党委高度重视。”院长说。近年来，市三院获奖颇多。',
    )
    expect(found).toEqual({ official: '北汀市第三人民医院', aliases: ['市三院'] })
  })

  it('adds the name in brackets right after the official one, and the names that are given as short', () => {
    const found = names(
      '北汀三院：百年再出发',
      '记者来到北汀市第三人民医院（北汀大学附属中心医院），该院成立于1903年。北汀市第三人民医院（以下简称“北三院”“三医”）床位一千张。',
    )
    expect(found).toEqual({
      official: '北汀市第三人民医院',
      aliases: ['北汀三院', '北汀大学附属中心医院', '北三院', '三医'],
    })
  })

  it('prefers the house of the title to a source that only printed the report', () => {
    const found = names('青屿县农业农村局2024年工作总结', '一年来，县农业农村局扎实工作。', {
      source: '青屿县融媒体中心',
    })
    expect(found).toEqual({ official: '青屿县农业农村局', aliases: ['县农业农村局'] })
  })

  it('names nobody when houses stand only in passing', () => {
    const body = '此次调研走访了甲公司。'.padStart(700, '文')
    expect(names('一次调研的思考', body)).toEqual({ aliases: [] })
  })
})
