// What does Dify send, and what does it get? Loose where it is: a newer Dify may send more.
import * as z from 'zod'
import { COMPARISON_OPERATORS } from './conditions.ts'
import { METADATA_FIELDS } from './metadata.ts'

/** More passages than a prompt takes. */
export const MOST_RECORDS = 50
/** As Dify's own default. */
export const FEW_RECORDS = 4
const MAX_CONDITIONS = 100
const MAX_TEXT = 4000

const value = z.union([z.string().max(MAX_TEXT), z.number()])

const condition = z.looseObject({
  name: z
    .union([z.string(), z.array(z.string()).max(MAX_CONDITIONS)])
    .describe(`Field of the metadata, or several of which one must do: ${METADATA_FIELDS.join(', ')}.`)
    .meta({ examples: ['year'] })
    .transform((names) => [names].flat()),
  comparison_operator: z.enum(COMPARISON_OPERATORS),
  value: z
    .union([value, z.array(value).max(MAX_CONDITIONS)])
    .nullish()
    .describe('Left out with `empty` and `not empty`; a condition of another kind without it is passed over.')
    .transform((values) => (values === null || values === undefined ? undefined : [values].flat())),
})

export const retrievalRequest = z
  .looseObject({
    knowledge_id: z
      .string()
      .max(MAX_TEXT)
      .default('')
      .describe('A folder of the collection, or `all` of it.')
      .meta({ examples: ['all'] }),
    query: z.string().describe('The question, in Chinese or English.'),
    retrieval_setting: z
      .looseObject({
        top_k: z
          .number()
          .min(1)
          .default(FEW_RECORDS)
          .describe(`Records wanted, at most ${MOST_RECORDS} are given.`),
        score_threshold: z.number().nullish().describe('Records that score less are left out; 0 to 1.'),
      })
      .nullish(),
    metadata_condition: z
      .looseObject({
        logical_operator: z.enum(['and', 'or']).nullish().describe('Default `and`.'),
        conditions: z.array(condition).max(MAX_CONDITIONS).nullish(),
      })
      .nullish()
      .describe('Reports that do not meet it are not searched.'),
  })
  .describe('An empty body is answered with no records: so Dify tries an address.')

export type RetrievalRequest = z.infer<typeof retrievalRequest>

const metadata = z.strictObject({
  document_id: z.string(),
  title: z.string(),
  path: z.string().describe('Relative to the folder that was learnt.'),
  folder: z.string().exactOptional(),
  organisation: z.string().exactOptional(),
  date: z.string().describe('YYYY, YYYY-MM or YYYY-MM-DD.').exactOptional(),
  year: z.array(z.int()).describe('Years that the report is about or appeared in.'),
  source: z.string().exactOptional(),
  section: z.string().describe('Headings from the title down.'),
  url: z.string().describe('Opens the passage lit.'),
  start: z.int().describe('UTF-16 offset in the text of the document.'),
  end: z.int(),
})

export const retrievalReply = z.strictObject({
  records: z
    .array(
      z.strictObject({
        content: z
          .string()
          .describe('The headings above the passage on a line of their own, then the passage.'),
        score: z
          .number()
          .min(0)
          .max(1)
          .describe('How likely the passage answers; never rises from one record to the next.'),
        title: z.string(),
        metadata,
      }),
    )
    .describe('Best first; none is a result.'),
})

export type RetrievalRecord = z.infer<typeof retrievalReply>['records'][number]
