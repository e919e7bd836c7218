import { describe, expect, it } from 'vitest'
import type { AnsweredAnswer, Citation } from '../../../src/answer/answer.ts'
import { evidenceOf, labelOf, passageResults } from '../../../src/server/openai/evidence.ts'
import { reportPassages } from '../../fixtures/cited-reports.ts'
import { ANSWERED, CITATION } from '../../fixtures/scripted-answer.ts'

const link = (path: string) => `http://localhost${path}`

describe('evidenceOf', () => {
  const citations: Citation[] = [
    { ...CITATION, n: 2, url: '/d/b#2', quote: '第二\n句。 The\nend.' },
    { ...CITATION, n: 1, url: '/d/a#1' },
  ]
  const answer: AnsweredAnswer = { ...ANSWERED, text: '乙。[2]甲。[1]又甲。[1]', citations }

  it('orders everything by number and points at the first mark of each', () => {
    const { annotations, searchResults, citations } = evidenceOf(answer, answer.text, link)
    expect(
      annotations.map(({ url_citation: { start_index, end_index, url } }) => [
        answer.text.slice(start_index, end_index),
        start_index,
        url,
      ]),
    ).toEqual([
      ['[1]', 7, 'http://localhost/d/a#1'],
      ['[2]', 2, 'http://localhost/d/b#2'],
    ])
    expect(citations).toEqual(['http://localhost/d/a#1', 'http://localhost/d/b#2'])
    expect(searchResults.map(({ url }) => url)).toEqual(citations)
  })

  it('joins broken lines of a quotation', () => {
    expect(evidenceOf(answer, answer.text, link).searchResults[1]?.snippet).toBe('第二句。 The end.')
  })

  it('points at the end when a mark is nowhere', () => {
    const [annotation] = evidenceOf({ ...ANSWERED, text: '无' }, '无', link).annotations
    expect(annotation?.url_citation).toMatchObject({ start_index: 1, end_index: 1 })
  })

  it('takes the date of a report from what was found', () => {
    const passages = reportPassages.map((passage) => ({
      ...passage,
      document: { ...passage.document, id: CITATION.documentId, date: '2024-03-01' },
    }))
    const { searchResults } = evidenceOf({ ...ANSWERED, passages }, ANSWERED.text, link)
    expect(searchResults.map(({ date }) => date)).toEqual(['2024-03-01'])
  })
})

describe('passageResults', () => {
  it('cuts a long passage between characters', () => {
    const passages = reportPassages.slice(0, 1).map((passage) => ({ ...passage, text: '😀'.repeat(300) }))
    expect(passageResults(passages, link)[0]?.snippet).toBe(`${'😀'.repeat(199)}…`)
  })
})

describe('labelOf', () => {
  it('names the section where there is one', () => {
    expect(labelOf({ title: '年报', sectionPath: ['年报', '一、业务', '（一）门诊'] })).toBe(
      '年报 › （一）门诊',
    )
    expect(labelOf({ title: '年报', sectionPath: ['年报'] })).toBe('年报')
    expect(labelOf({ title: '年报', sectionPath: [] })).toBe('年报')
  })
})
