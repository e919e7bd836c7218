import { describe, expect, it } from 'vitest'
import { askRequest } from '../../src/server/api/ask-schemas.ts'

// A browser's module, written in JavaScript: its types are said here.
const address = new URL('../../src/web/conversation.js', import.meta.url).href
const { historyOf } = (await import(address)) as {
  historyOf(turns: object[]): { role: string; content: string }[]
}

const answered = (text: string) => ({ kind: 'answered', text })

describe('historyOf', () => {
  it('tells questions and answers in turn, a refusal by its reason, a choice by its name', () => {
    const about = { name: '甲市二院', documentId: 'x' }
    const turns = [
      { question: '二院的床位？', answer: { kind: 'refused', message: '“二院”可能指两家。' } },
      { question: '二院的床位？', about, answer: answered('九百张。[1]') },
    ]
    expect(historyOf(turns).map(({ role, content }) => `${role}: ${content}`)).toEqual([
      'user: 二院的床位？',
      'assistant: “二院”可能指两家。',
      'user: 二院的床位？（甲市二院）',
      'assistant: 九百张。[1]',
    ])
  })

  it('never grows beyond what the service takes', () => {
    const turns = Array.from({ length: 60 }, () => ({
      question: '长'.repeat(2000),
      answer: answered(`${'长'.repeat(3999)}😀`),
    }))
    const history = historyOf(turns)
    expect(history).toHaveLength(20)
    expect(askRequest.safeParse({ question: 'a', history }).success).toBe(true)
  })
})
