import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare } from '../../src/verify/comparison.ts'
import { wordingCovered } from '../../src/verify/wording.ts'

const covered = (claim: string, evidence: string) => wordingCovered(compare(claim, { texts: [evidence] }))

describe('wordingCovered', () => {
  it('is 1 for what is said and 0 for what is not', () => {
    expect(covered('图书馆藏书丰富', '学校图书馆藏书丰富。')).toBe(1)
    expect(covered('食堂菜单', '学校图书馆藏书丰富。')).toBe(0)
    expect(covered('', '学校图书馆藏书丰富。')).toBe(0)
  })

  it('does not mind script, width and marks', () => {
    expect(covered('圖書館，藏書「豐富」', '图书馆藏书丰富')).toBe(1)
  })

  it('minds common words less than others', () => {
    const evidence = '图书馆藏书丰富'
    expect(covered('目前图书馆藏书丰富', evidence)).toBeGreaterThan(covered('山城图书馆藏书丰富', evidence))
  })

  it('lies between 0 and 1', () => {
    const text = fc.string({ unit: fc.constantFrom(...'医院图书馆目前3名。，') })
    fc.assert(
      fc.property(text, text, (claim, evidence) => {
        const share = covered(claim, evidence)
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
      }),
    )
  })
})
