// What does a chat tool get back? Describes the whole reply; the chunks of a stream are shown by their example.
import * as z from 'zod'
import type { Answer, AnsweredAnswer, RefusedAnswer } from '../../answer/answer.ts'
import { answeredSchema, refusedSchema } from '../api/ask-schemas.ts'
import { annotationSchema, searchResultSchema } from './evidence.ts'

/** What checking found, as /api/ask tells it, less what stands elsewhere in the reply. */
const detailsSchema = z.discriminatedUnion('kind', [
  answeredSchema.pick({ kind: true, origin: true, claims: true, degraded: true, removed: true }),
  refusedSchema.pick({ kind: true, reason: true, missing: true, choices: true }),
]) satisfies z.ZodType<Details>

type Details =
  | Pick<AnsweredAnswer, 'kind' | 'origin' | 'claims' | 'degraded' | 'removed'>
  | Pick<RefusedAnswer, 'kind' | 'reason' | 'missing' | 'choices'>

const usageSchema = z.strictObject({
  prompt_tokens: z.int().min(0).describe('Of the messages. Estimated, as all three are.'),
  completion_tokens: z.int().min(0),
  total_tokens: z.int().min(0),
})

export const chatCompletion = z.strictObject({
  id: z.string(),
  object: z.literal('chat.completion'),
  created: z.int().describe('Seconds since 1970.'),
  model: z.string(),
  choices: z.array(
    z.strictObject({
      index: z.literal(0),
      logprobs: z.null(),
      finish_reason: z.literal('stop'),
      message: z.strictObject({
        role: z.literal('assistant'),
        content: z.string().describe('With `[n]` after each claim.'),
        refusal: z.null().describe('Not finding is an answer too: it stands in `content`.'),
        annotations: z.array(annotationSchema),
      }),
    }),
  ),
  usage: usageSchema,
  search_results: z
    .array(searchResultSchema)
    .describe('The n-th is what `[n]` points at; of a refusal, what comes nearest.'),
  citations: z.array(z.url()).describe('Addresses, the n-th for `[n]`.'),
  wenbao: detailsSchema,
})

export type ChatCompletion = Omit<z.infer<typeof chatCompletion>, 'wenbao'> & { readonly wenbao: Details }

export function detailsOf(answer: Answer): Details {
  if (answer.kind === 'refused') {
    const { kind, reason, missing, choices } = answer
    return { kind, reason, missing, ...(choices && { choices }) }
  }
  const { kind, origin, claims, degraded, removed } = answer
  return { kind, origin, claims, ...(degraded && { degraded }), ...(removed && { removed }) }
}
