// Which pieces of a text are names of persons.
import { describe, expect, it } from 'vitest'
import { people } from '../../../src/answer/spans/people.ts'

const named = (text: string) => people(text).map(({ start, end }) => text.slice(start, end))

describe('people', () => {
  it('begins no name inside a post', () => {
    expect(named('编目部主任韩小群发言')).toEqual(['韩小群'])
    expect(named('由工会主席石敬山兼任')).toEqual(['石敬山'])
    expect(named('书记任明远带队')).toEqual(['任明远'])
  })

  it('takes no common word with a surname at its front for a name', () => {
    expect(named('党员突击队搬运图书,全馆职工参加,万册新书上架')).toEqual([])
    expect(named('党支部书记党课')).toEqual([])
  })

  it('takes a name that begins with a word beside a post alone', () => {
    expect(named('馆长高明远说')).toEqual(['高明远'])
    expect(named('高明远教授到馆')).toEqual(['高明远'])
  })

  it('takes a name that begins with a word between the words of an appointment', () => {
    expect(named('市里任命方志诚为图书馆馆长')).toEqual(['方志诚'])
    expect(named('馆长由方志诚同志担任')).toEqual(['方志诚'])
    expect(named('任命高级馆员三名')).toEqual([])
  })

  it('takes foreign names and those of two characters', () => {
    expect(named('手稿出自“卡尔·马克思”,由馆员钱进登记')).toEqual(['钱进', '卡尔·马克思'])
    expect(named('馆长钱进,讲解员孙利')).toEqual(['钱进', '孙利'])
  })
})
