// Whether a sentence without a personal name may tell who it was.
import { describe, expect, it } from 'vitest'
import { mayBeAnyone } from '../../../src/answer/refusal/anyone.ts'

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
