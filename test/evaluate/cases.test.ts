// From questions and queries to cases: what counts as found, and what is hidden.
import { describe, expect, it } from 'vitest'
import { casesOfDataset, casesOfQuestions } from '../../src/evaluate/cases.ts'
import { parseQuestions } from '../../src/evaluate/questions.ts'
import { passageOf } from '../fixtures/passages.ts'

describe('casesOfQuestions', () => {
  const documents = [
    { id: 'ida', path: 'a.txt', text: '床位900张。' },
    { id: 'idb', path: 'b.txt', text: '分院也有床位\n900张。' },
    { id: 'idc', path: 'c.txt', text: '无关。' },
  ]
  const caseOf = (row: object) => {
    const [first] = casesOfQuestions(parseQuestions(JSON.stringify(row), 'q'), documents)
    return first!
  }

  it('judges by evidence, and hides every document that holds it', () => {
    const item = caseOf({ question: '床位？', file: 'a.txt', evidence: ['床位900张'] })
    expect(item.isAnswerable).toBe(true)
    expect(item.relevantDocuments).toEqual(['ida', 'idb'])
    expect(item.rankOf([passageOf('x', '无'), passageOf('y', '有床位900张')])).toBe(2)
  })

  it('judges by the file when there is no evidence', () => {
    const item = caseOf({ question: '床位？', file: 'c.txt' })
    expect(item.rankOf([passageOf('ida', '甲'), passageOf('idc', '乙')])).toBe(2)
    expect(item.expected).toEqual(['c.txt'])
  })

  it('takes a question with neither, and one whose type says so, for unanswerable', () => {
    expect(caseOf({ question: '床位？' }).isAnswerable).toBe(false)
    expect(caseOf({ question: '床位？', type: 'unanswerable_near', file: 'a.txt' }).isAnswerable).toBe(false)
  })
})

describe('casesOfDataset', () => {
  const dataset = {
    name: 'set',
    passages: [
      { id: 'p1', title: '甲', text: '同文' },
      { id: 'p2', title: '甲', text: '同文' },
    ],
    queries: [{ id: 'q1', question: '何事？', relevant: ['p2'] }],
  }

  it('looks for the document under which the relevant passage was learnt', () => {
    const twins = new Map([
      ['p1', 'one'],
      ['p2', 'one'],
    ])
    const [item] = casesOfDataset(dataset, twins)
    expect(item?.rankOf([passageOf('other', '文'), passageOf('one', '文')])).toBe(2)
    expect(item?.expected).toEqual(['p2 甲'])
  })

  it('finds nothing when the passage was refused', () => {
    const [item] = casesOfDataset(dataset, new Map())
    expect(item?.rankOf([passageOf('p2', '文')])).toBe(undefined)
  })
})
