import { describe, expect, it } from 'vitest'
import type { ChatModel } from '../../../src/answer/model/chat-model.ts'
import { ChatModelError } from '../../../src/answer/model/fault.ts'
import { rewriteQuestion } from '../../../src/answer/model/rewrite.ts'

const HISTORY = [
  { role: 'user', content: '东湖图书馆2022年有多少藏书？' },
  { role: 'assistant', content: '现有藏书82万册。[1]' },
] as const

function modelSaying(...pieces: readonly (string | Error)[]): ChatModel {
  return {
    id: 'scripted',
    async *stream() {
      for (const piece of pieces) {
        if (piece instanceof Error) throw piece
        yield piece
      }
    },
  }
}

const rewritten = (...pieces: readonly (string | Error)[]) =>
  rewriteQuestion(modelSaying(...pieces), HISTORY, '那读者呢？')

describe('rewriteQuestion', () => {
  it.each([
    '东湖图书馆2022年有多少读者？',
    '改写：东湖图书馆2022年有多少读者？\n因为…',
    '“东湖图书馆2022年有多少读者？”',
    '<think>补上馆名。</think>东湖图书馆2022年有多少读者？',
  ])('takes over %j', async (reply) => expect(await rewritten(reply)).toBe('东湖图书馆2022年有多少读者？'))

  it.each([
    ['a number that was never said', '东湖图书馆2023年有多少读者？'],
    ['a name that was never said', '西山博物馆2022年有多少读者？'],
    ['a word of another script', '东湖图书馆Library2022年有多少读者？'],
    ['another language', 'How many readers?'],
    ['an essay', `东湖图书馆${'有多少读者'.repeat(60)}？`],
    ['nothing', ''],
    ['something else', '作为人工智能，我不方便讨论这样的话题。'],
  ])('refuses %s', async (_, reply) => expect(await rewritten(reply)).toBeUndefined())

  it('does without the model when it fails, and passes other faults on', async () => {
    expect(await rewritten(new ChatModelError('model-down', 'down', 'start it'))).toBeUndefined()
    await expect(rewritten(new Error('ours'))).rejects.toThrow('ours')
  })

  it('asks nothing when nothing was said before', async () => {
    expect(await rewriteQuestion(modelSaying(new Error('asked')), [], '那读者呢？')).toBeUndefined()
  })
})
