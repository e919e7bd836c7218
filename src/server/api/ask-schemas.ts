// What may be asked for an answer, and what comes back? Checks the body of a question and describes the answer.
import * as z from 'zod'
import {
  type Answer,
  type AskOptions,
  type Citation,
  type Claim,
  REFUSAL_REASONS,
} from '../../answer/answer.ts'
import { documentId, pageNumber, rangeSchema } from './schemas.ts'
import { passage, questionField, routingSchema, searchFilters, wellFormed } from './search-schemas.ts'

const MAX_TURNS = 40
const MAX_TURN_CHARACTERS = 4000

/** Forty turns of 4,000 Chinese characters take 480 KB; a megabyte is no conversation. */
export const MAX_ASK_BYTES = 512 * 1024

const turn = z.strictObject({
  role: z.enum(['user', 'assistant']),
  content: wellFormed(z.string().max(MAX_TURN_CHARACTERS)),
})

export const askRequest = z.strictObject({
  question: questionField,
  history: z
    .array(turn)
    .max(MAX_TURNS)
    .describe('Earlier turns, oldest first; “那上一年呢？” leans on them.')
    .exactOptional(),
  mode: z
    .enum(['mark', 'strict'])
    .describe(
      'What becomes of a model’s sentence that no passage supports: marked, or left out. Default: WENBAO_ANSWER_MODE.',
    )
    .exactOptional(),
  filters: searchFilters.exactOptional(),
  stream: z.boolean().default(false).describe('Sends events as the answer is found, see above.'),
}) satisfies z.ZodType<AskOptions & { question: string; stream: boolean }>

const citation = z.strictObject({
  n: z.int().min(1).describe('As in `[n]`, in order of first use.'),
  documentId: documentId,
  title: z.string(),
  sectionPath: z.array(z.string()),
  range: rangeSchema.describe('In the text of the document.'),
  page: pageNumber.exactOptional(),
  quote: z.string().describe('The text of the document within the range, to the letter.'),
  url: z.string().describe('Opens the passage lit; stays valid when the report is learnt anew.'),
}) satisfies z.ZodType<Citation>

export const claimSchema = z.strictObject({
  text: z.string().describe('One sentence, without markers.'),
  citations: z.array(citation),
  verdict: z.enum(['supported', 'partial', 'unsupported', 'contradicted']),
  reasons: z
    .array(z.strictObject({ aspect: z.string(), found: z.boolean(), text: z.string(), detail: z.string() }))
    .describe('Which number, unit, name, date or wording was or was not found.'),
}) satisfies z.ZodType<Claim>

const trace = z
  .strictObject({
    question: z.string().describe('What was searched for, with what earlier turns said.'),
    carried: z.array(z.string()).describe('Taken over from earlier turns.'),
    questionType: z.string(),
    routing: routingSchema,
    confidence: z.number().describe('0 to 1: how sure it is that the reports answer.'),
    threshold: z.number().describe('Below it the question is refused.'),
  })
  .exactOptional()

export const answeredSchema = z.strictObject({
  kind: z.literal('answered'),
  text: z.string().describe('With `[n]` after each claim.'),
  claims: z.array(claimSchema),
  citations: z.array(citation),
  passages: z.array(passage).describe('All that was found for the question.'),
  origin: z
    .enum(['extract', 'collection', 'model'])
    .describe('Sentences of the reports, the list of reports itself, or a language model.'),
  degraded: z
    .strictObject({ reason: z.string() })
    .describe('The language model was of no use; the sentences are those of the reports.')
    .exactOptional(),
  removed: z
    .strictObject({ numbers: z.int(), citations: z.int(), sentences: z.int() })
    .describe('What checking took out.')
    .exactOptional(),
  trace,
})

export const refusedSchema = z.strictObject({
  kind: z.literal('refused'),
  reason: z.enum(REFUSAL_REASONS),
  message: z.string().describe('The reason in words.'),
  missing: z.array(z.string()).describe('What the question asks for that the reports lack.'),
  nearest: z.array(passage),
  choices: z
    .array(z.strictObject({ name: z.string(), documentId: documentId, title: z.string() }))
    .describe('Whom an ambiguous name may mean.')
    .exactOptional(),
  trace,
})

export const answerSchema = z.discriminatedUnion('kind', [
  answeredSchema,
  refusedSchema,
]) satisfies z.ZodType<Answer>
