// What do replies to a chat tool look like? Made of the same answer as everywhere; checked by their schemas in the tests.
import { ANSWER, REFUSAL } from '../api/ask-examples.ts'
import type { ChatCompletion } from './chat-schemas.ts'
import { DONE_EVENT, eventOf, finishChunk, firstChunk, textChunk } from './chunks.ts'
import { completionOf } from './completion.ts'
import type { Wording } from './content.ts'
import type { EmbeddingList } from './embedding-schemas.ts'

const WORDING: Wording = {
  listsSources: true,
  language: 'zh',
  link: (path) => `https://reports.example.com${path}`,
}
const HEAD = { id: 'chatcmpl-7f3a0c52', created: 1_767_225_600, model: 'wenbao' }
const OPTIONS = { head: HEAD, wording: WORDING, promptTokens: 14, includeUsage: false }

export const COMPLETION: ChatCompletion = completionOf(ANSWER, OPTIONS)
export const REFUSED_COMPLETION: ChatCompletion = completionOf(REFUSAL, OPTIONS)

const TEXT = COMPLETION.choices[0]?.message.content ?? ''

/** As they are sent. */
export const CHUNKS = [
  firstChunk(OPTIONS, ANSWER.passages),
  textChunk(OPTIONS, TEXT),
  finishChunk(OPTIONS, ANSWER, TEXT),
]
  .map(eventOf)
  .concat(DONE_EVENT)
  .join('')

export const EMBEDDINGS: EmbeddingList = {
  object: 'list',
  model: 'multilingual-e5-small-zh-en',
  data: [{ object: 'embedding', index: 0, embedding: [0.6, 0, 0.8] }],
  usage: { prompt_tokens: 9, total_tokens: 9 },
}
