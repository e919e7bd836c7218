import { describe, expect, it } from 'vitest'
import { checkQuestion, weighTerms, withoutNames } from '../../src/search/question.ts'
import { makeNameBook } from '../../src/search/routing/name-book.ts'
import { routeQuestion } from '../../src/search/routing/routing.ts'
import { Bm25 } from '../../src/search/words/bm25.ts'
import { countTerms } from '../../src/text/terms.ts'

const held = { characters: 0, chunks: 1, warnings: 0, learntAt: '2025', years: [], aliases: [] }
const book = makeNameBook([
  { ...held, id: 'a', path: 'a.txt', title: 'a', organisation: '明州市中心医院' },
  { ...held, id: 'b', path: 'b.txt', title: 'b', organisation: '白沙学院附属医院' },
  { ...held, id: 'c', path: 'c.txt', title: 'c', organisation: '松源县统计局' },
])
const index = new Bm25()
index.add([countTerms('手术例数增长'), countTerms('门诊量')])

describe('checkQuestion', () => {
  it.each([[''], ['  \n'], [undefined], [null], [7], [{}], ['问'.repeat(2_001)], ['㍿'.repeat(501)]])(
    'refuses %j',
    (question) => {
      expect(() => checkQuestion(question)).toThrowError(expect.objectContaining({ code: 'bad-input' }))
    },
  )

  it('takes 2,000 characters and cuts blank space off', () => {
    expect(checkQuestion(` ${'问'.repeat(2_000)}\n`)).toHaveLength(2_000)
  })
})

describe('withoutNames', () => {
  const rest = (question: string) => withoutNames(question, routeQuestion(question, book))

  it('takes out the names that became a filter', () => {
    expect(rest('明州市中心医院的平均住院日是多少天？')).toBe('平均住院日是多少天？')
    expect(rest('明州中心医院和白沙附院，谁的床位多？')).toBe('和，谁的床位多？')
  })

  it('takes out the place whose authorities report', () => {
    expect(rest('松源县的粮食产量是多少？')).toBe('粮食产量是多少？')
  })

  it('leaves a question alone that names nobody for certain', () => {
    expect(rest('附院的床位有多少？')).toBe('附院的床位有多少？')
  })

  it('leaves a question alone that is nothing but a name', () => {
    expect(rest('明州市中心医院？')).toBe('明州市中心医院？')
  })
})

describe('weighTerms', () => {
  const termsOf = (question: string) => weighTerms(question, routeQuestion(question, book), index)

  it('gives a pair more weight than its characters', () => {
    const terms = new Map(termsOf('手术').map(({ text, idf }) => [text, idf]))
    expect(terms.get('手术')).toBeGreaterThan(terms.get('手') ?? 0)
  })

  it('adds the official word for an everyday one, at less weight than its own', () => {
    const official = termsOf('开刀').find(({ text }) => text === '手术')
    const own = termsOf('手术').find(({ text }) => text === '手术')
    expect(official?.isOwn).toBe(false)
    expect(official?.idf).toBeLessThan(own?.idf ?? 0)
  })

  it('leaves out the words of an English name that became a filter', () => {
    const texts = termsOf('How many operations did Mingzhou Central Hospital perform?').map(
      ({ text }) => text,
    )
    expect(texts).toContain('operations')
    expect(texts).not.toContain('mingzhou')
  })
})
