// What does the service tell of itself?
import * as z from 'zod'
import { refusedFields } from './schemas.ts'

const learning = z.strictObject({
  files: z.int(),
  filesDone: z.int(),
  chunks: z.int(),
  chunksDone: z.int(),
  refused: z.array(z.strictObject({ path: z.string(), ...refusedFields })),
  done: z.boolean(),
})

export const statusSchema = z.strictObject({
  version: z.string(),
  ready: z.boolean().describe('Questions can be answered now.'),
  collection: z.strictObject({
    documents: z.int(),
    chunks: z.int(),
    sentences: z.int(),
    changeNumber: z.int().describe('Grows by one with every committed document.'),
    fingerprint: z.string().describe('Of the embedder the vectors came from.').exactOptional(),
    embedderId: z.string().exactOptional(),
    dimension: z.int().exactOptional(),
    updatedAt: z.string().exactOptional(),
    bytes: z.int(),
  }),
  embedder: z.strictObject({ id: z.string(), dimension: z.int() }).optional(),
  search: z
    .strictObject({
      engine: z.enum(['flat', 'hnsw']),
      engineReason: z.string().describe('Why the engine is not HNSW.').exactOptional(),
      chunks: z.int(),
      changeNumber: z.int(),
      rebuilt: z.array(z.string()).describe('What was built anew at opening, and why.'),
    })
    .optional(),
  learning: learning.describe('Of the last or present learning.').optional(),
  mayUpload: z.boolean().describe('Whoever asks may upload and delete reports.'),
  folder: z
    .string()
    .describe(
      'Where reports are learnt from, on the machine of the service; not told to the visitors of a widget.',
    )
    .exactOptional(),
})

const documents = z.int().describe('Reports that are held.')

export const healthSchema = z.strictObject({ status: z.literal('ok'), documents })
export const readySchema = z.strictObject({ status: z.literal('ready'), documents })
