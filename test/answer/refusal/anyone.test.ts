// Whether a sentence without a personal name may tell who it was.
import { describe, expect, it } from 'vitest'
import { mayBeAnyone, tellsSomebody } from '../../../src/answer/refusal/anyone.ts'

describe('mayBeAnyone', () => {
  const open = { organisations: [], years: [], mode: 'none' } as const
  const who = { kind: 'person' } as const

  it('is so where it is all but sure that the sentence answers', () => {
    expect(mayBeAnyone(who, open, 0.9)).toBe(true)
    expect(mayBeAnyone(who, open, 0.7)).toBe(false)
  })

  it('is not where a post is asked for, whose bearer is a person', () => {
    expect(mayBeAnyone({ ...who, role: '馆长' }, open, 0.9)).toBe(false)
    expect(mayBeAnyone({ ...who, posts: ['馆长'] }, open, 0.9)).toBe(false)
  })

  it('is not where the reports of one house are asked, or anything but who', () => {
    expect(mayBeAnyone(who, { ...open, mode: 'filter' }, 0.9)).toBe(false)
    expect(mayBeAnyone({ kind: 'count' }, open, 0.9)).toBe(false)
  })
})

describe('tellsSomebody', () => {
  it('takes a sentence that says more than the question', () => {
    expect(tellsSomebody('这座桥是谁修的？', '这座桥由当地的匠人修成。')).toBe(true)
  })

  it('takes none that says no more, or speaks of one who was named before', () => {
    expect(tellsSomebody('“桥为路之肩”是谁说的？', '桥为路之肩。')).toBe(false)
    expect(tellsSomebody('这座桥是谁修的？', '因此他修建了这座石桥。')).toBe(false)
    expect(tellsSomebody('谁的石桥最结实？', '其石桥十分结实，历时百年。')).toBe(false)
  })
})
