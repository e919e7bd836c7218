// What an English question counts.
import { describe, expect, it } from 'vitest'
import { countedNoun } from '../../../src/answer/question/counted-noun.ts'

describe('countedNoun', () => {
  it.each([
    ['how many beds does the hospital have?', 'beds', '床位'],
    ['how many new party members joined last year?', 'new party members', '新党员'],
    ['how many people were sent?', 'people', '人'],
    ['how many heart surgery cases were there?', 'surgery', '手术'],
    ['what is the number of day surgeries in 2021?', 'day surgeries', '日间手术'],
  ])('finds the noun and the words of reports for it: %s', (question, text, first) => {
    const noun = countedNoun(question)
    expect([noun?.text, noun?.chinese[0]]).toEqual([text, first])
  })

  it('keeps a noun that the dictionary lacks, without words for it', () => {
    expect(countedNoun('how many satellites were launched?')).toEqual({ text: 'satellites', chinese: [] })
  })

  it('finds none where nothing is counted', () => {
    expect(countedNoun('who is the president?')).toBeUndefined()
    expect(countedNoun('how much does it cost?')).toBeUndefined()
  })
})
