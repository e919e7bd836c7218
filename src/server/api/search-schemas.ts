// What may be asked, and what comes back? Checks the body of a search and describes its result.
import * as z from 'zod'
import type { SearchOptions, SearchResult } from '../../search/passage.ts'
import { documentId, pageNumber, rangeSchema } from './schemas.ts'

export const MAX_QUESTION_CHARACTERS = 2000
const MAX_FILTER_ENTRIES = 200
const MAX_NAME_CHARACTERS = 200

const names = z.array(z.string().min(1).max(MAX_NAME_CHARACTERS)).max(MAX_FILTER_ENTRIES)
const ids = z.array(documentId).max(MAX_FILTER_ENTRIES)

/** Half of a surrogate pair: no character, and no tokenizer agrees on what to do with it. */
const LONE_SURROGATE = /\p{Surrogate}/u

export function wellFormed(text: z.ZodString): z.ZodString {
  return text.refine(
    (given) => !LONE_SURROGATE.test(given),
    'expected well-formed Unicode, got half a character',
  )
}

export const questionField = wellFormed(
  z
    .string()
    .max(MAX_QUESTION_CHARACTERS, `expected at most ${MAX_QUESTION_CHARACTERS} characters`)
    .regex(/\S/, 'expected a question, got only blanks'),
)
  .describe('The question, in Chinese or English.')
  .meta({ examples: ['2024年门诊量是多少？'] })

export const searchFilters = z
  .strictObject({
    documents: ids.describe('Document ids; any of them.').exactOptional(),
    organisations: names.describe('Official names or aliases; any of them.').exactOptional(),
    years: z
      .array(z.int().min(0).max(9999))
      .max(MAX_FILTER_ENTRIES)
      .describe('Years that a report is about or appeared in; any of them.')
      .exactOptional(),
    folder: z.string().max(1000).describe('Folder within the collection, with `/`.').exactOptional(),
    excludeDocuments: ids.describe('Document ids left out in any case.').exactOptional(),
  })
  .describe('All filters that are given must hold.')

export const searchRequest = z.strictObject({
  question: questionField,
  topK: z.int().min(1).max(50).default(10).describe('Passages wanted.'),
  filters: searchFilters.exactOptional(),
  explain: z
    .boolean()
    .default(false)
    .describe('Adds every signal to each passage and the weights to the result.'),
}) satisfies z.ZodType<SearchOptions & { question: string }>

const signals = z.strictObject({
  bm25: z.number(),
  similarity: z.number().describe('Cosine of question and passage.'),
  sentenceSimilarity: z.number().describe('Cosine of question and nearest sentence.'),
  z: z
    .strictObject({ bm25: z.number(), similarity: z.number(), sentenceSimilarity: z.number() })
    .describe('The same, standardised over the collection for this question.'),
  boost: z.number(),
})

export const passage = z.strictObject({
  rank: z.int().min(1),
  score: z.number().describe('Comparable within one result only.'),
  document: z.strictObject({
    id: documentId,
    path: z.string(),
    title: z.string(),
    organisation: z.string().exactOptional(),
    date: z.string().describe('YYYY, YYYY-MM or YYYY-MM-DD.').exactOptional(),
    page: pageNumber.exactOptional(),
  }),
  sectionPath: z.array(z.string()).describe('Headings from the title down.'),
  kind: z.enum(['body', 'caption', 'note', 'table']),
  range: rangeSchema.describe('In the text of the document.'),
  text: z.string().describe('As a reader sees it: broken lines joined.'),
  highlights: z.array(rangeSchema).describe('Ranges of `text` that answer to words of the question.'),
  bestSentence: rangeSchema
    .describe('Range of `text`: the sentence nearest to the question.')
    .exactOptional(),
  chunkIds: z.array(z.string()),
  signals: signals.exactOptional(),
})

const ambiguous = z.strictObject({
  name: z.string(),
  choices: z.array(z.strictObject({ organisation: z.string(), documentId: documentId, title: z.string() })),
})

export const routingSchema = z.strictObject({
  organisations: z.array(z.string()).describe('Official names that the question speaks of.'),
  years: z.array(z.int()),
  mode: z
    .enum(['filter', 'boost', 'none'])
    .describe('filter: other documents were left out; boost: they only rank lower.'),
  ambiguous: ambiguous.describe('A name in the question that several organisations share.').exactOptional(),
})

export const searchResult = z.strictObject({
  question: z.string(),
  passages: z.array(passage).describe('Best first.'),
  routing: routingSchema,
  notice: z
    .string()
    .describe('Why nothing could be searched, in the language of the question: no report is held yet.')
    .exactOptional(),
  trace: z
    .strictObject({
      weights: z.strictObject({ bm25: z.number(), similarity: z.number(), sentenceSimilarity: z.number() }),
      candidates: z.int(),
      engine: z.enum(['flat', 'hnsw']),
      terms: z.array(z.string()),
      elapsedMs: z.strictObject({ embed: z.number(), retrieve: z.number(), rank: z.number() }),
    })
    .exactOptional(),
}) satisfies z.ZodType<SearchResult>
