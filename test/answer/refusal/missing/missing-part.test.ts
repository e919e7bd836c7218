// One of several that the reports don't have.
import { describe, expect, it } from 'vitest'
import { missingPart } from '../../../../src/answer/refusal/missing/missing-part.ts'

const UNIVERSITY = ['文學院有教師30人，理學院有教師45人。教育是百年大計。']
const LIBRARY = ['江北分馆有座位120个，城南分馆有座位80个，少儿阅览室在城南。']

describe('missingPart', () => {
  it('says which one the reports don’t have while they have others', () => {
    expect(missingPart({ own: '教育', kind: '学院' }, UNIVERSITY)).toMatchObject({
      reason: 'unknown-indicator',
      zh: { missing: ['教育学院'], message: '报告里没有“教育学院”的内容。' },
    })
    expect(missingPart({ own: '西', kind: '分馆' }, LIBRARY)?.zh.missing).toEqual(['西分馆'])
  })

  it('says nothing of one that is there, in whatever script or short form', () => {
    expect(missingPart({ own: '文', kind: '学院' }, UNIVERSITY)).toBe(undefined)
    expect(missingPart({ own: '理工', kind: '学院' }, UNIVERSITY)).toBe(undefined)
  })

  it('says nothing where a part may go by what is there, where there are no others, and where none is asked for', () => {
    expect(missingPart({ own: '少儿', kind: '分馆' }, LIBRARY)).toBe(undefined)
    expect(missingPart({ own: '教育', kind: '学院' }, LIBRARY)).toBe(undefined)
    expect(missingPart({ own: '神经内', kind: '科' }, ['设有心内科。'])).toBe(undefined)
    expect(missingPart(undefined, LIBRARY)).toBe(undefined)
  })
})
