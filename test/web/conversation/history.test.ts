import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../src/answer/answer.ts'
import { askRequest } from '../../../src/server/api/ask-schemas.ts'
import { historyOf } from '../../../src/web/conversation/history.ts'
import type { Turn } from '../../../src/web/conversation/turns.ts'

function asked(id: number, question: string, answer?: Answer): Turn {
  return {
    kind: 'answer',
    id,
    question,
    state: answer ? 'done' : 'stopped',
    text: '',
    claims: [],
    ...(answer && { answer }),
  }
}

const answered = (text: string): Answer => ({
  kind: 'answered',
  text,
  claims: [],
  citations: [],
  passages: [],
  origin: 'extract',
})
const refused = (message: string): Answer => ({
  kind: 'refused',
  reason: 'ambiguous',
  message,
  missing: [],
  nearest: [],
})

describe('historyOf', () => {
  it('tells questions and answers in turn, a refusal by its reason, and nothing of searches or what was stopped', () => {
    const turns: Turn[] = [
      asked(1, '二院的床位？', refused('“二院”可能指两家。')),
      { kind: 'search', id: 2, question: '床位', state: 'done', topK: 15 },
      asked(3, '别的？'),
      asked(4, '甲市二院的床位？', answered('九百张。[1]')),
    ]
    expect(historyOf(turns).map(({ role, content }) => `${role}: ${content}`)).toEqual([
      'user: 二院的床位？',
      'assistant: “二院”可能指两家。',
      'user: 甲市二院的床位？',
      'assistant: 九百张。[1]',
    ])
  })

  it('never grows beyond what the service takes', () => {
    const turns = Array.from({ length: 60 }, (_, id) =>
      asked(id, '长'.repeat(2000), answered(`${'长'.repeat(3999)}😀`)),
    )
    const history = historyOf(turns)
    expect(history).toHaveLength(20)
    expect(askRequest.safeParse({ question: 'a', history }).success).toBe(true)
  })
})
