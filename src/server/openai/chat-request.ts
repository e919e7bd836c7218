// What may a chat tool send? Whatever the interface knows is taken, and what has no meaning here is passed over.
import * as z from 'zod'
import type { Turn } from '../../answer/answer.ts'
import { MAX_QUESTION_CHARACTERS } from '../api/search-schemas.ts'
import { RequestFault } from './errors.ts'
import { withoutSourceList } from './source-list.ts'

/** Chat tools send the whole conversation each time; a long one takes some 200 KB. */
export const MAX_CHAT_BYTES = 1024 * 1024

/** Earlier turns that are looked at, and characters of each: no question leans on more. */
const MAX_TURNS = 40
const MAX_TURN_CHARACTERS = 4000

const content = z
  .union([z.string(), z.array(z.looseObject({ type: z.string(), text: z.string().optional() }))])
  .nullish()
  .describe('A text, or parts of which those of type `text` are read.')

const message = z.looseObject({
  role: z.enum(['developer', 'system', 'user', 'assistant', 'tool', 'function']),
  content,
})

export const chatRequest = z.looseObject({
  model: z.string().describe('`wenbao` lists the sources at the end of the text, `wenbao-raw` does not.'),
  messages: z
    .array(message)
    .min(1)
    .describe('The last one of role `user` is the question; it may lean on the ones before.'),
  stream: z.boolean().nullish(),
  stream_options: z
    .looseObject({ include_usage: z.boolean().nullish() })
    .nullish()
    .describe('Heeded with `stream: true` only.'),
  n: z.literal(1, 'expected 1: there is one answer').nullish(),
  x_sources: z
    .enum(['list', 'none'])
    .nullish()
    .describe('Whether the text ends with a list of its sources, whatever the model’s name says.'),
})

export type ChatRequest = z.infer<typeof chatRequest>

export interface Conversation {
  readonly question: string
  /** Oldest first. */
  readonly history: readonly Turn[]
}

/** @throws RequestFault when nothing is asked, or too long a question */
export function conversationOf(messages: ChatRequest['messages']): Conversation {
  const last = messages.findLastIndex(({ role }) => role === 'user')
  if (last === -1)
    throw new RequestFault('Expected a message of role user: it is the question.', { param: 'messages' })
  const param = `messages.${last}.content`
  const question = mended(textOf(messages[last]?.content)).trim()
  if (question === '') throw new RequestFault(`${param}: expected a question, got no text.`, { param })
  if (question.length > MAX_QUESTION_CHARACTERS) {
    const expected = `a question of at most ${MAX_QUESTION_CHARACTERS} characters`
    throw new RequestFault(`${param}: expected ${expected}, got ${question.length}.`, {
      param,
      code: 'context_length_exceeded',
    })
  }
  return { question, history: messages.slice(0, last).flatMap(turnsOf).slice(-MAX_TURNS) }
}

/** What a system prompt or a tool says is no turn: the rules of answering are ours. */
function turnsOf({ role, content }: ChatRequest['messages'][number]): Turn[] {
  if (role !== 'user' && role !== 'assistant') return []
  const said = role === 'assistant' ? withoutSourceList(textOf(content)) : textOf(content)
  const text = mended(said.slice(0, MAX_TURN_CHARACTERS))
  return text.trim() === '' ? [] : [{ role, content: text }]
}

function textOf(given: z.infer<typeof content>): string {
  if (typeof given === 'string') return given
  return (given ?? []).flatMap(({ type, text }) => (type === 'text' ? (text ?? []) : [])).join('\n')
}

/** Half a surrogate pair, as cutting at a length leaves it, becomes the mark for a lost character. */
function mended(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}
