import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifyClaim } from '../../src/verify/claim.ts'
import type { Evidence } from '../../src/verify/comparison.ts'
import { anyText } from '../fixtures/any-text.ts'

const PASSAGE =
  '近五年，全院共发展党员86名，其中业务骨干41名，高知群体35名。2022年，院党委书记罗文静介绍，新门诊楼尚未启用，《院务公开实施细则》已经印发，“清风病房”覆盖90%的科室，门诊量比上年增长8.3%。'
const ABOUT = { organisation: '临川市第三人民医院', aliases: ['市三院'], date: '2023-03-01' }

const verify = (claim: string, evidence: Evidence = { texts: [PASSAGE], ...ABOUT }) =>
  verifyClaim(claim, evidence)
/** Aspect and detail of what isn't borne out. */
const objections = (claim: string) =>
  verify(claim)
    .reasons.filter(({ found }) => !found)
    .map(({ aspect, detail }) => `${aspect} ${detail}`)

describe('verifyClaim', () => {
  it('supports a sentence repeated and names the facts it found', () => {
    const verdict = verify('近五年，全院共发展党员86名，其中业务骨干41名，高知群体35名。')
    expect(verdict.kind).toBe('supported')
    expect(verdict.support).toBe(1)
    expect(verdict.reasons.map(({ aspect, found, text }) => [aspect, found, text])).toEqual([
      ['number', true, '五年'],
      ['number', true, '86名'],
      ['number', true, '41名'],
      ['number', true, '35名'],
    ])
  })

  it('says which number, unit, date, name, title or denial differs', () => {
    expect(objections('全院共发展党员68名')).toEqual(['number 原文为“86名”，未见“68名”'])
    expect(objections('全院共发展党员86人次')).toEqual(['unit 原文为“86名”，未见“86人次”'])
    expect(objections('2021年，院党委书记罗文静介绍')).toEqual(['date 原文为“2022年”，未见“2021年”'])
    expect(objections('院党委书记陈岚介绍，新门诊楼尚未启用')).toEqual(['name 原文为“罗文静”，未见“陈岚”'])
    expect(objections('《党务公开实施细则》已经印发')).toContain('title 原文未见《党务公开实施细则》')
    expect(objections('院党委书记罗文静介绍，新门诊楼已启用')).toEqual([
      'negation 原文为“诊楼尚未启用”，未见“诊楼已启用”',
    ])
    expect(objections('门诊量比上年下降8.3%')).toEqual(['negation 原文为“增长”，未见“下降”'])
  })

  it('catches a number of the passage that belongs to something else', () => {
    expect(verify('其中业务骨干35名，高知群体41名').kind).toBe('contradicted')
    expect(verify('35名是业务骨干').kind).toBe('contradicted')
    expect(verify('35名属于高知群体').kind).toBe('supported')
  })

  it('tells per cent from percentage points', () => {
    expect(verify('门诊量比上年增长8.3个百分点').kind).toBe('contradicted')
  })

  it('takes any name of the organisation, but of no other', () => {
    expect(verify('市三院近五年共发展党员86名').kind).toBe('supported')
    expect(verify('临川市第三人民医院近五年共发展党员86名').kind).toBe('supported')
    expect(verify('临川市第二人民医院近五年共发展党员86名').kind).not.toBe('supported')
    expect(verify('松原市人民医院近五年共发展党员86名').kind).toBe('unsupported')
  })

  it('reads 去年 in the claim by the date of the evidence', () => {
    expect(verify('去年，院党委书记罗文静介绍，新门诊楼尚未启用').kind).toBe('supported')
  })

  it('calls what the evidence does not speak of unsupported', () => {
    expect(verify('食堂推出了新的菜单').kind).toBe('unsupported')
    expect(verify('').kind).toBe('unsupported')
    expect(verify('。。。').kind).toBe('unsupported')
  })

  it('has nothing to support a claim without evidence', () => {
    expect(verify('全院共发展党员86名', { texts: [] }).kind).toBe('unsupported')
  })

  it('lets similarity lift the wording by one step, and never outweigh a number', () => {
    const alike = { similarity: () => 1 }
    const evidence = { texts: [PASSAGE] }
    expect(verifyClaim('食堂推出了新的菜单', evidence, alike).kind).not.toBe('supported')
    expect(verifyClaim('全院共发展党员68名', evidence, alike).kind).toBe('contradicted')
  })

  it('never throws, whatever the strings', () => {
    const strings = anyText()
    fc.assert(
      fc.property(strings, fc.array(strings), strings, (claim, texts, organisation) => {
        const verdict = verifyClaim(claim, { texts, organisation, title: claim, date: organisation })
        expect(verdict.support).toBeGreaterThanOrEqual(0)
        expect(verdict.support).toBeLessThanOrEqual(1)
      }),
    )
    expect(verifyClaim('\ud800不\udc00', { texts: ['\udc00'] }).support).toBeGreaterThanOrEqual(0)
  })

  it('supports every sentence by itself, with whatever stands around it', () => {
    const sentence = fc.string({
      unit: fc.constantFrom(...'医院党员发展三3十万0不未%年月名，“”《》书记王明'),
      minLength: 1,
    })
    fc.assert(
      fc.property(sentence, (text) => {
        fc.pre(/[\p{Script=Han}\d]/u.test(text))
        expect(verifyClaim(text, { texts: [text] }).kind).toBe('supported')
      }),
      { numRuns: 300 },
    )
  })

  it('gives one verdict for one set of passages in any order', () => {
    const parts = PASSAGE.split(/(?<=[，。])/u)
    fc.assert(
      fc.property(
        fc.shuffledSubarray(parts, { minLength: parts.length }),
        fc.constantFrom('其中业务骨干35名', '全院共发展党员86名', '新门诊楼已启用', '书记陈岚介绍'),
        (texts, claim) => {
          expect(verifyClaim(claim, { texts })).toEqual(verifyClaim(claim, { texts: parts }))
        },
      ),
    )
  })

  it('checks a claim of 20,000 characters, and one against evidence of 100,000', () => {
    const sentence = (i: number) =>
      `第${i}批队员共${(i * 37) % 89}名，由${'赵钱孙李周'.charAt(i % 5)}明远带领前往东湖区。`
    const text = Array.from({ length: 4000 }, (_, i) => sentence(i + 1)).join('')
    const part = text.slice(0, 20_000)
    expect(verifyClaim(part, { texts: [part] }).kind).toBe('supported')
    expect(verifyClaim(sentence(777), { texts: [text] }).kind).toBe('supported')
    const wrong = sentence(777).replace('东湖区', '白石县')
    expect(verifyClaim(wrong, { texts: [text] }).kind).toBe('contradicted')
  })
})
