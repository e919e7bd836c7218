import { describe, expect, it } from 'vitest'
import { isGenericName, shortNames } from '../../../src/search/routing/short-names.ts'

describe('shortNames', () => {
  it('leaves out the level of the place, 第 and 人民', () => {
    const { distinct, generic, places } = shortNames('青石市第三人民医院')
    expect(distinct).toEqual(
      expect.arrayContaining([
        '青石市第三人民医院',
        '青石第三人民医院',
        '青石三院',
        '青石市三院',
        '青石第三医院',
      ]),
    )
    expect(generic).toEqual(expect.arrayContaining(['市三院', '三院', '第三人民医院']))
    expect(places).toEqual(['青石市', '青石'])
  })

  it('shortens the school that a hospital is attached to', () => {
    const { distinct } = shortNames('东陵医科大学附属第一医院')
    expect(distinct).toEqual(
      expect.arrayContaining(['东医一院', '东陵医大一院', '东陵医大附一院', '东医大附属第一医院']),
    )
    expect(shortNames('白沙学院附属医院').distinct).toEqual(
      expect.arrayContaining(['白沙附院', '白沙学院附院']),
    )
  })

  it('lets the province before a city be left out, never the city', () => {
    const { distinct } = shortNames('北江省青石市中医医院')
    expect(distinct).toEqual(expect.arrayContaining(['青石市中医医院', '青石中医院']))
    expect(distinct.every((name) => name.includes('青石'))).toBe(true)
  })

  it('shortens offices and firms', () => {
    expect(shortNames('青石市卫生健康委员会').distinct).toContain('青石卫生健康委')
    expect(shortNames('远山能源股份有限公司').distinct).toContain('远山能源')
  })

  it('leaves out 人民 for the one hospital of a county or district, never for one of a city', () => {
    expect(shortNames('青石县人民医院').distinct).toContain('青石县医院')
    expect(shortNames('青石市江南区人民医院').distinct).toContain('江南区医院')
    expect(shortNames('青石县人民医院').distinct).toContain('青石医院')
    expect(shortNames('青石市人民医院').distinct).not.toContain('青石医院')
    expect(shortNames('青石市人民医院').distinct).not.toContain('青石市医院')
    expect(shortNames('青石县第二人民医院').distinct).not.toContain('青石县医院')
  })

  it('contracts what an office is for', () => {
    expect(shortNames('青石市卫生健康委员会').distinct).toEqual(
      expect.arrayContaining(['青石市卫健委', '青石卫健委']),
    )
    expect(shortNames('青石市发展和改革委员会').distinct).toContain('青石发改委')
    expect(shortNames('青石县疾病预防控制中心').distinct).toEqual(
      expect.arrayContaining(['青石县疾控中心', '青石疾控']),
    )
    const { distinct, generic } = shortNames('青石市妇幼保健院')
    expect(distinct).toContain('青石妇幼')
    expect(generic).not.toContain('妇幼')
  })

  it('takes the first character of each word before what a firm or an office is', () => {
    expect(shortNames('青石市公共交通集团有限公司').distinct).toEqual(
      expect.arrayContaining(['青石市公交集团', '青石公交集团', '青石公交公司', '青石市公共交通集团']),
    )
    expect(shortNames('青石市城市管理局').distinct).toContain('青石城管局')
    expect(shortNames('青石市妇幼保健院').distinct).toContain('青石妇保院')
    expect(shortNames('青石市传染病医院').distinct.join()).not.toContain('传病院')
  })

  it('lets the place with what it is for stand for an office, for a firm only once that is contracted', () => {
    expect(shortNames('青石市水利局').fields).toEqual(['青石市水利', '青石水利'])
    expect(shortNames('青石市公共交通集团').fields).toEqual(['青石市公交', '青石公交'])
    expect(shortNames('青石市供电公司').fields).toEqual([])
    expect(shortNames('青石市人民医院').fields).toEqual([])
  })

  it('knows which names may mean a hospital that are rather those of another', () => {
    expect(shortNames('青石县中医院').shared).toEqual(['青石县医院', '青石医院'])
    expect(shortNames('青石县中医院').distinct).not.toContain('青石医院')
  })

  it('gives no bare kind as a name', () => {
    const { distinct, generic } = shortNames('青石市人民医院')
    expect([...distinct, ...generic]).not.toEqual(expect.arrayContaining(['医院', '院', '人民医院']))
  })

  it('keeps a name that says neither place nor school as it is', () => {
    expect(shortNames('远山图书馆')).toEqual({
      distinct: ['远山图书馆'],
      generic: [],
      fields: [],
      shared: [],
      places: [],
    })
  })
})

describe('isGenericName', () => {
  it('tells names that say no place', () => {
    expect(['市三院', '附院', '二院', '省人民医院'].map(isGenericName)).toEqual([true, true, true, true])
    expect(['青石三院', '东医一院'].map(isGenericName)).toEqual([false, false])
  })
})
