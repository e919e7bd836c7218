import { describe, expect, it } from 'vitest'
import { isPronoun, nameForm } from '../../src/verify/name-forms.ts'

describe('nameForm', () => {
  it.each([
    ['罗文静', 'person'],
    ['欧阳明远', 'person', '院长'],
    ['安德烈·莫里斯', 'foreign'],
    ['托尔斯泰', 'foreign'],
    ['openai', 'foreign'],
    ['云岭师范学院', 'organisation'],
    ['东湖区', 'place'],
    ['新西兰', 'place'],
    ['苻坚', 'unknown'],
  ])('sees that %s is a name: %s', (piece, form, before = '') => {
    expect(nameForm(piece, before, '')).toBe(form)
  })

  it.each(['开展', '高质量', '近年来', '该院', '医院', '也被大家', '应当', '方面', '的', ''])(
    'sees no name in “%s”',
    (piece) => {
      expect(nameForm(piece, '', '')).toBeUndefined()
    },
  )

  it('soon has done with a long word that is none at its end', () => {
    expect(nameForm(`${'a'.repeat(23)}!`, '', '')).toBeUndefined()
    expect(nameForm('jean-paul o.neill', '', '')).toBe('foreign')
  })

  it('does not take an adverb and a verb for surname and given name', () => {
    expect(nameForm('曾请求', '', '')).toBeUndefined()
  })
})

describe('isPronoun', () => {
  it('knows words that stand for a name', () => {
    expect(['他', '该院', '医院', '本公司', '该剧'].map(isPronoun)).toEqual([true, true, true, true, true])
    expect(['白石县', '罗文静', '内科'].map(isPronoun)).toEqual([false, false, false])
  })
})
