// How is a whole answer told to a chat tool? As one completion.
import { randomUUID } from 'node:crypto'
import type { Answer } from '../../answer/answer.ts'
import { type ChatCompletion, detailsOf } from './chat-schemas.ts'
import { contentOf, type Wording } from './content.ts'
import { evidenceOf } from './evidence.ts'
import { estimateTokens } from './tokens.ts'

/** What every chunk of one completion repeats. */
export interface Head {
  readonly id: string
  /** Seconds since 1970. */
  readonly created: number
  readonly model: string
}

export interface CompletionOptions {
  readonly head: Head
  readonly wording: Wording
  readonly promptTokens: number
}

export function headOf(model: string): Head {
  return {
    id: `chatcmpl-${randomUUID().replaceAll('-', '')}`,
    created: Math.floor(Date.now() / 1000),
    model,
  }
}

export function completionOf(
  answer: Answer,
  { head, wording, promptTokens }: CompletionOptions,
): ChatCompletion {
  const { words, links } = contentOf(answer, wording)
  const content = words + links
  const { annotations, searchResults, citations } = evidenceOf(answer, content, wording.link)
  return {
    ...head,
    object: 'chat.completion',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content, refusal: null, annotations: [...annotations] },
        logprobs: null,
        finish_reason: 'stop',
      },
    ],
    usage: usageOf(promptTokens, content),
    search_results: [...searchResults],
    citations: [...citations],
    wenbao: detailsOf(answer),
  }
}

export function usageOf(prompt_tokens: number, content: string): ChatCompletion['usage'] {
  const completion_tokens = estimateTokens(content)
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens }
}
