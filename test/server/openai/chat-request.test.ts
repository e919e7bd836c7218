import { describe, expect, it } from 'vitest'
import { type ChatRequest, chatRequest, conversationOf } from '../../../src/server/openai/chat-request.ts'

const user = (content: string) => ({ role: 'user', content }) as const

function faultOf(messages: ChatRequest['messages']): unknown {
  try {
    conversationOf(messages)
  } catch (error) {
    return error
  }
  return undefined
}

describe('conversationOf', () => {
  it('takes the last message of the user for the question, whatever follows it', () => {
    const messages = [
      user('a'),
      { role: 'assistant', content: 'b' },
      user('c'),
      { role: 'tool', content: 'd' },
    ]
    expect(conversationOf(chatRequest.parse({ model: 'wenbao', messages }).messages)).toEqual({
      question: 'c',
      history: [user('a'), { role: 'assistant', content: 'b' }],
    })
  })

  it('leaves out turns that say nothing', () => {
    const messages = [user(' '), { role: 'assistant', content: null } as const, user('c')]
    expect(conversationOf(messages).history).toEqual([])
  })

  it('looks at forty earlier turns and 4,000 characters of each, and refuses no length', () => {
    const { history } = conversationOf([...Array(100).fill(user('长'.repeat(9000))), user('c')])
    expect(history.map(({ content }) => content.length)).toEqual(Array(40).fill(4000))
  })

  it('replaces half characters, also where a turn was cut', () => {
    const { question, history } = conversationOf([user(`${'x'.repeat(3999)}😀`), user('a\ud83d')])
    expect(question).toBe('a\uFFFD')
    expect(history[0]?.content.at(-1)).toBe('\uFFFD')
  })

  it.each<[string, ChatRequest['messages'], object]>([
    ['nothing is asked', [{ role: 'system', content: 'x' }], { param: 'messages', code: null }],
    ['the question is blank', [user(' ')], { param: 'messages.0.content', code: null }],
    [
      'the question is a picture alone',
      [{ role: 'user', content: [{ type: 'image_url' }] }],
      { param: 'messages.0.content', code: null },
    ],
    [
      'the question is too long',
      [user('a'), user('长'.repeat(2001))],
      {
        param: 'messages.1.content',
        code: 'context_length_exceeded',
        message: 'messages.1.content: expected a question of at most 2000 characters, got 2001.',
      },
    ],
  ])('refuses when %s', (_, messages, fault) => {
    expect(faultOf(messages)).toMatchObject(fault)
  })
})

describe('chatRequest', () => {
  it.each([
    ['n above 1', { n: 2 }, 'n'],
    ['an unknown role', { messages: [{ role: 'critic', content: 'a' }] }, 'messages.0.role'],
    ['content that is a number', { messages: [{ role: 'user', content: 7 }] }, 'messages.0.content'],
    ['no messages', { messages: [] }, 'messages'],
    ['a stream that is a text', { stream: 'true' }, 'stream'],
  ])('refuses %s, naming the field', (_, change, field) => {
    const { error } = chatRequest.safeParse({ model: 'wenbao', messages: [user('a')], ...change })
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([field])
  })
})
