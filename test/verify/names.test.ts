import { describe, expect, it } from 'vitest'
import { compare, type Evidence } from '../../src/verify/comparison.ts'
import { judgeNames } from '../../src/verify/names.ts'
import { changesOf } from '../../src/verify/redline.ts'

function judge(claim: string, text: string, about: Omit<Evidence, 'texts'> = {}): string[] {
  const comparison = compare(claim, { texts: [text], ...about })
  return judgeNames(comparison, changesOf(comparison)).map(({ aspect, detail }) => `${aspect} ${detail}`)
}

describe('judgeNames', () => {
  it('sees another person, place or organisation in the same place', () => {
    expect(judge('作家罗文静来访', '作家韩立来访')).toEqual(['name 原文为“韩立”，未见“罗文静”'])
    expect(judge('大会在北京举行', '大会在巴黎举行')).toEqual(['name 原文为“巴黎”，未见“北京”'])
    expect(judge('赴松原市人民医院进修', '赴嘉禾市人民医院进修')).toEqual([
      'name 原文为“嘉禾市”，未见“松原市”',
    ])
    expect(judge('安德烈·莫里斯采得标本', '托马斯·哈代尔采得标本')).toEqual([
      'name 原文为“托马斯·哈代尔”，未见“安德烈·莫里斯”',
    ])
  })

  it('sees another numeral inside a name', () => {
    expect(judge('他们赴市三院进修', '他们赴市二院进修')).toEqual(['number 原文为“二院”，未见“三院”'])
  })

  it('takes a name of the organisation for its pronoun, its alias and its short form', () => {
    const about = { organisation: '临川市第三人民医院', aliases: ['市三院'] }
    expect(judge('临川市第三人民医院开展义诊', '该院开展义诊', about)).toEqual([])
    expect(judge('市三院开展义诊', '临川市第三人民医院开展义诊', about)).toEqual([])
    expect(judge('临川三院开展义诊', '市三院开展义诊', about)).toEqual([])
    expect(judge('该院开展义诊', '临川市第三人民医院开展义诊', about)).toEqual([])
  })

  it('does not take another organisation for a short form that both could have', () => {
    const about = { organisation: '临川市第三人民医院', aliases: ['市三院'] }
    expect(judge('松原市第三人民医院开展义诊', '市三院开展义诊', about)).toHaveLength(1)
  })

  it('misses a name that the claim adds', () => {
    expect(judge('云岭师范学院开展义诊', '近年来开展义诊')).toEqual(['organisation 原文未见“云岭师范学院”'])
    expect(judge('云岭师范学院开展义诊', '近年来开展义诊。云岭师范学院位于山城')).toEqual([])
  })

  it('leaves common verbs, adverbs and links alone', () => {
    expect(judge('医院取得多项荣誉', '医院获得多项荣誉')).toEqual([])
    expect(judge('目前医院积极推进改革', '近年来医院大力实施改革')).toEqual([])
  })

  it('finds another word of the dictionary doubtful, not wrong', () => {
    expect(judge('建筑十分坚固耐用', '楼房十分坚固耐用')).toEqual(['wording 原文为“楼房”，未见“建筑”'])
  })
})
