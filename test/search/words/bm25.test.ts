import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Bm25 } from '../../../src/search/words/bm25.ts'
import { foldText } from '../../../src/text/lexical-key.ts'
import { countTerms, termsOf } from '../../../src/text/terms.ts'

const counted = (text: string) => countTerms(foldText(text))
const asked = (index: Bm25, text: string) =>
  [...new Set(termsOf(foldText(text)).map(({ id }) => id))].map((id) => ({ id, idf: index.idf(id) }))

describe('Bm25', () => {
  it('ranks the chunk that holds the rare word first', () => {
    const index = new Bm25()
    index.add(['医院开展义诊', '医院开展手术', '医院开展培训'].map(counted))
    const scores = index.score(asked(index, '哪里开展手术'))
    expect(scores.indexOf(Math.max(...scores))).toBe(1)
  })

  it('gives 0 to chunks that hold none of the terms', () => {
    const index = new Bm25()
    index.add([counted('义诊'), counted('手术')])
    expect(index.score(asked(index, '手术'))[0]).toBe(0)
  })

  it('scores after any adding and removing as an index built of what is left', () => {
    const text = fc.stringMatching(/^[甲乙丙丁戊a1]{1,12}$/)
    const batches = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 14 })
    fc.assert(
      fc.property(batches, fc.array(fc.nat(40), { maxLength: 20 }), text, (added, removed, question) => {
        const index = new Bm25()
        for (const batch of added) index.add(batch.map(counted))
        for (const slot of removed) if (slot < index.slots) index.remove(slot)
        const texts = added.flat()
        const left = texts.map((_, slot) => slot).filter((slot) => !removed.includes(slot))
        const rebuilt = new Bm25()
        rebuilt.add(left.map((slot) => counted(texts[slot] ?? '')))

        const scores = index.score(asked(index, question))
        expect(left.map((slot) => scores[slot])).toEqual([...rebuilt.score(asked(rebuilt, question))])
        expect(removed.every((slot) => slot >= texts.length || scores[slot] === 0)).toBe(true)
      }),
    )
  })

  it('is the same after its parts were taken out and put in again', () => {
    const index = new Bm25()
    index.add([counted('门诊量增长'), counted('住院量下降')])
    index.remove(0)
    index.add([counted('门诊满意度')])
    const again = Bm25.of(index.parts())
    expect([...again.score(asked(again, '门诊'))]).toEqual([...index.score(asked(index, '门诊'))])
    expect(again.slots).toBe(3)
  })

  it('tells how much of the question a chunk holds', () => {
    const index = new Bm25()
    index.add([counted('门诊'), counted('住院')])
    const terms = asked(index, '门诊')
    const whole = terms.reduce((sum, { idf }) => sum + idf, 0)
    expect(index.heldWeight(terms, 0)).toBeCloseTo(whole)
    expect(index.heldWeight(terms, 1)).toBe(0)
  })
})
