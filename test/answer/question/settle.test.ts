// Which bearer of a shared name the question itself points to.
import { describe, expect, it } from 'vitest'
import { settledDocument } from '../../../src/answer/question/settle.ts'

const ambiguous = {
  name: '市图书馆',
  choices: ['a', 'b'].map((id) => ({ organisation: id, documentId: id, title: id })),
}
const texts = new Map([
  ['a', '滨城的图书馆,主张“书香”文化'],
  ['b', '山城的图书馆,主张“阅读”文化'],
])
const ask = (question: string) => settledDocument(question, ambiguous, (id) => texts.get(id))

describe('settledDocument', () => {
  it('takes the one report that has the describing words', () => {
    expect(ask('讲“书香”文化的那家市图书馆有多少座位？')).toBe('a')
    expect(ask('山城那家市图书馆有多少座位？')).toBe('b')
  })

  it('leaves open what nothing or both describe', () => {
    expect(ask('市图书馆有多少座位？')).toBe(undefined)
    expect(ask('主张读书的那家市图书馆有多少座位？')).toBe(undefined)
  })
})
