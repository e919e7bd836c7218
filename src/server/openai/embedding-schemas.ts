// Which texts may be embedded, and what comes back?
import * as z from 'zod'
import { wellFormed } from '../api/search-schemas.ts'

/** Some 300,000 Chinese characters: minutes of a processor's time, if they come at once. */
export const MAX_EMBEDDING_BYTES = 1024 * 1024

/** As many as OpenAI takes. */
const MAX_TEXTS = 2048
/** Far beyond what any of these models reads; it only bounds the work of cutting. */
const MAX_TEXT_CHARACTERS = 32_768

const text = wellFormed(z.string().min(1, 'expected a text, got an empty one').max(MAX_TEXT_CHARACTERS))

export const embeddingRequest = z.looseObject({
  model: z.string().describe('`wenbao-embedding`, or the name of the model that the reply gives.'),
  input: z
    .union([text, z.array(text).min(1).max(MAX_TEXTS)], {
      error: `expected a text or 1 to ${MAX_TEXTS} texts, each of 1 to ${MAX_TEXT_CHARACTERS} characters; numbers of tokens belong to another model`,
    })
    .describe('Of a text longer than the model reads, the beginning counts.'),
  dimensions: z.int().min(1).nullish().describe('May only name the numbers the model gives.'),
  encoding_format: z
    .enum(['float', 'base64'])
    .nullish()
    .describe('base64: float32, little-endian. Default: float.'),
  input_type: z
    .enum(['passage', 'query'])
    .nullish()
    .describe('What the texts are: models of this kind tell questions from passages. Default: passage.'),
})

export const embeddingList = z.strictObject({
  object: z.literal('list'),
  model: z.string(),
  data: z.array(
    z.strictObject({
      object: z.literal('embedding'),
      index: z.int().min(0),
      embedding: z.union([z.array(z.number()), z.base64()]).describe('Unit length.'),
    }),
  ),
  usage: z.strictObject({
    prompt_tokens: z.int().min(0).describe('Estimated.'),
    total_tokens: z.int().min(0),
  }),
})

export type EmbeddingList = z.infer<typeof embeddingList>
