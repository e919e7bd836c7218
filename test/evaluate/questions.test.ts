// Question files as people write them: little must be there, and what is unfair is said.
import { describe, expect, it } from 'vitest'
import { faultsOfQuestions, parseQuestions } from '../../src/evaluate/questions.ts'

const read = (...rows: object[]) =>
  parseQuestions(rows.map((row) => JSON.stringify(row)).join('\n'), 'q.jsonl')

describe('parseQuestions', () => {
  it('reads the whole form', () => {
    const row = {
      id: 'd1',
      type: 'lookup',
      question: '多少床位？',
      file: 'a.txt',
      evidence: ['床位900张'],
      answer: '900张',
      answer_keys: ['900'],
    }
    expect(read(row)).toEqual([
      {
        id: 'd1',
        type: 'lookup',
        question: '多少床位？',
        files: ['a.txt'],
        evidence: ['床位900张'],
        answer: '900张',
        answerKeys: ['900'],
      },
    ])
  })

  it('takes a lone string for a list, null for none, and the place for a missing id', () => {
    const [first, second] = read(
      { question: '甲？', evidence: '在此' },
      { question: '乙？', file: null, answer: null },
    )
    expect(first).toEqual({
      id: 'q1',
      type: 'question',
      question: '甲？',
      files: [],
      evidence: ['在此'],
      answerKeys: [],
    })
    expect(second).toEqual({
      id: 'q2',
      type: 'question',
      question: '乙？',
      files: [],
      evidence: [],
      answerKeys: [],
    })
  })

  it('drops blank evidence, which any passage would hold', () => {
    expect(read({ question: '甲？', evidence: ['　 ', '在此'] })[0]?.evidence).toEqual(['在此'])
  })

  it('refuses an empty question and a repeated id', () => {
    expect(() => read({ question: ' ' })).toThrow('line 1: question: the question is empty')
    expect(() => read({ id: 'a', question: '甲？' }, { id: 'a', question: '乙？' })).toThrow(
      'more than once: a.',
    )
  })
})

describe('faultsOfQuestions', () => {
  const documents = [{ path: 'a.txt', text: '全院 共有\n床位900张。' }]

  it('is silent when the file is there and one evidence string stands in it, white space aside', () => {
    const questions = read({ question: '甲？', file: 'a.txt', evidence: ['没有这句', '共有床位 900张'] })
    expect(faultsOfQuestions(questions, documents)).toEqual([])
  })

  it('names the missing file and the evidence that stands nowhere', () => {
    const questions = read({ id: 'x', question: '甲？', file: 'b.txt', evidence: ['没有这句'] })
    expect(faultsOfQuestions(questions, documents)).toEqual([
      'x: the file b.txt is not among the documents',
      'x: none of its evidence stands in any document',
    ])
  })
})
