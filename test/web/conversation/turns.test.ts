import { describe, expect, it } from 'vitest'
import type { Claim } from '../../../src/answer/answer.ts'
import { type AnswerTurn, nextTurns, type Turn } from '../../../src/web/conversation/turns.ts'

const TURN: AnswerTurn = { kind: 'answer', id: 1, question: '床位？', state: 'running', text: '', claims: [] }
const CLAIM: Claim = { text: '有九百张床。', citations: [], verdict: 'supported', reasons: [] }

describe('nextTurns', () => {
  it('writes an answer as it comes, and takes the whole of it at the end', () => {
    const events = [
      { kind: 'sources', passages: [] },
      { kind: 'delta', text: '有九百' },
      { kind: 'delta', text: '张床。' },
      { kind: 'claim', claim: CLAIM },
    ] as const
    const written = events.reduce<readonly Turn[]>(
      (turns, event) => nextTurns(turns, { kind: 'answering', id: 1, event }),
      [TURN],
    )
    expect(written).toEqual([{ ...TURN, found: 0, text: '有九百张床。', claims: [CLAIM] }])
    const answer = {
      kind: 'answered',
      text: '有900张床。',
      claims: [],
      citations: [],
      passages: [],
      origin: 'model',
    } as const
    const done = nextTurns(written, { kind: 'answering', id: 1, event: { kind: 'done', answer } })
    expect(done).toEqual([{ ...TURN, found: 0, text: '有900张床。', state: 'done', answer }])
  })

  it('keeps what was written when it is stopped, and hears no more of it', () => {
    const event = { kind: 'delta', text: '有' } as const
    const stopped = nextTurns([{ ...TURN, text: '有九百' }], { kind: 'stopped', id: 1 })
    expect(stopped).toEqual([{ ...TURN, text: '有九百', state: 'stopped' }])
    expect(nextTurns(stopped, { kind: 'answering', id: 1, event })).toEqual(stopped)
  })

  it('puts a turn that is tried again at the end', () => {
    const other: Turn = { ...TURN, id: 2 }
    expect(nextTurns([TURN, other], { kind: 'begun', turn: TURN })).toEqual([other, TURN])
  })

  it('passes over events it does not know', () => {
    const event = { kind: 'thought', text: '…' } as never
    expect(nextTurns([TURN], { kind: 'answering', id: 1, event })).toEqual([TURN])
  })
})
