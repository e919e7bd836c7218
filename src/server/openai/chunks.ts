// Of which chunks is a streamed completion made? Together they say what the whole one says.
import type { Answer } from '../../answer/answer.ts'
import type { Passage } from '../../search/passage.ts'
import { detailsOf } from './chat-schemas.ts'
import { type CompletionOptions, usageOf } from './completion.ts'
import { evidenceOf, passageResults } from './evidence.ts'

export interface ChunkOptions extends CompletionOptions {
  /** The last chunk tells the usage. */
  readonly includeUsage: boolean
}

/** Says nothing yet; names what was found, once that is known. */
export function firstChunk(options: ChunkOptions, passages?: readonly Passage[]): unknown {
  const delta = { role: 'assistant', content: '' }
  if (passages === undefined) return chunkOf(options, delta)
  return chunkOf(options, delta, null, { search_results: passageResults(passages, options.wording.link) })
}

export function textChunk(options: ChunkOptions, content: string): unknown {
  return chunkOf(options, { content })
}

/**
 * Chat tools take annotations from a chunk without content, and titles from `search_results` only as long as `citations` did not
 * come before.
 *
 * @param said the text of all chunks together
 */
export function finishChunk(options: ChunkOptions, answer: Answer, said: string): unknown {
  const { annotations, searchResults, citations } = evidenceOf(answer, said, options.wording.link)
  return chunkOf(options, annotations.length === 0 ? {} : { annotations }, 'stop', {
    search_results: searchResults,
    citations,
    wenbao: detailsOf(answer),
  })
}

export function usageChunk(options: ChunkOptions, said: string): unknown {
  return { ...commonOf(options), choices: [], usage: usageOf(options.promptTokens, said) }
}

/** One server-sent event. */
export function eventOf(value: unknown): string {
  // Some clients end a line at separators that JSON leaves as they are.
  const line = JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    (separator) => `\\u${separator.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `data: ${line}\n\n`
}

export const DONE_EVENT = 'data: [DONE]\n\n'

function chunkOf(
  options: ChunkOptions,
  delta: object,
  finish_reason: 'stop' | null = null,
  more: object = {},
): unknown {
  const choices = [{ index: 0, delta, logprobs: null, finish_reason }]
  return { ...commonOf(options), choices, ...more }
}

function commonOf({ head, includeUsage }: ChunkOptions): object {
  return { ...head, object: 'chat.completion.chunk', ...(includeUsage && { usage: null }) }
}
