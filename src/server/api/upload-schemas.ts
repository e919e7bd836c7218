// What does the service tell of uploads and of the jobs that learn them?
import * as z from 'zod'
import { ERROR_CODES } from '../../errors.ts'
import type { Job, Preview, Removal, UploadedFile, UploadReply } from '../../uploads/uploads.ts'
import { documentId, refusedFields } from './schemas.ts'

const time = z.string().describe('ISO time.')
const path = z.string().describe('As in the list of documents.')
const hint = z.string().describe('What to do next.').exactOptional()

export const uploadedFile = z.strictObject({
  name: z.string(),
  path,
  documentId,
  bytes: z.int(),
  sha256: z.string(),
  uploadedAt: time,
  state: z
    .enum(['learnt', 'waiting', 'refused'])
    .describe('`waiting` is stored and learnt by a job, or at the next start.'),
  reason: refusedFields.reason.exactOptional(),
  hint: refusedFields.hint,
  fault: refusedFields.fault,
}) satisfies z.ZodType<UploadedFile>

const outcome = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['added', 'replaced']),
    path,
    documentId,
    chunks: z.int(),
    embedded: z.int().describe('Chunks that could not be taken over.'),
  }),
  z.strictObject({ kind: z.enum(['unchanged', 'renamed', 'duplicate']), path, documentId }),
  z.strictObject({ kind: z.literal('removed'), path, documentId }),
  z.strictObject({ kind: z.literal('refused'), path, ...refusedFields }),
])

export const jobId = z.string().meta({ examples: ['7c9e6679-7425-40de-944b-e07fc1f90ae7'] })

export const jobSchema = z.strictObject({
  id: jobId,
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  createdAt: time,
  endedAt: time.exactOptional(),
  files: z.int(),
  filesDone: z.int(),
  chunks: z.int().describe('To embed; 0 until the files are read.'),
  chunksDone: z.int(),
  outcomes: z.array(outcome).describe('Of files that changed or were refused, as they came.'),
  error: z
    .strictObject({ code: z.enum(ERROR_CODES), message: z.string(), hint })
    .describe('Why it failed.')
    .exactOptional(),
}) satisfies z.ZodType<Job>

const fileResult = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z
      .enum(['stored', 'replaced', 'unchanged', 'duplicate'])
      .describe(
        '`replaced`: the name held other bytes; `unchanged`: it held these; `duplicate`: stored, and held under another path too.',
      ),
    name: z.string(),
    path,
    documentId: documentId.describe('Of what is held once the job is done.'),
  }),
  z.strictObject({ kind: z.literal('refused'), name: z.string(), ...refusedFields }),
])

export const uploadReply = z.strictObject({
  files: z.array(fileResult).describe('In the order given.'),
  job: jobSchema.describe('Absent when there is nothing to learn.').exactOptional(),
}) satisfies z.ZodType<UploadReply>

const range = { start: z.int(), end: z.int() }

export const previewReply = z.strictObject({
  name: z.string(),
  documentId,
  isHeld: z.boolean().describe('The same content is in the collection already.'),
  outline: z.strictObject({
    title: z.string(),
    subtitle: z.string().exactOptional(),
    organisation: z.string().exactOptional(),
    aliases: z.array(z.string()),
    date: z.string().exactOptional(),
    sections: z.array(
      z.strictObject({
        level: z.int(),
        heading: z.string(),
        path: z.array(z.string()),
        inline: z.boolean(),
        ...range,
      }),
    ),
    captions: z.array(z.strictObject({ text: z.string(), ...range })),
    boilerplate: z.array(z.strictObject({ text: z.string(), ...range })),
    paragraphs: z.array(z.string()).describe('As a reader sees them, broken lines joined.'),
    warnings: z.array(z.strictObject({ code: z.string(), message: z.string() })),
  }),
}) satisfies z.ZodType<Preview>

export const removalReply = z.strictObject({
  documentId,
  names: z.array(z.string()).describe('Of the uploads that are no more.'),
  isStillHeld: z
    .boolean()
    .describe(
      'Until the job has ended; after that because a file of the learnt folder has the same content.',
    ),
  job: jobSchema,
}) satisfies z.ZodType<Removal>

const file = z.string().meta({ format: 'binary' })

export const uploadForm = z.object({
  files: z
    .array(file)
    .min(1)
    .describe('Each a part with a file name; the name of the field does not matter.'),
})
export const previewForm = z.object({ file: file.describe('One part with a file name.') })
export const originalBytes = z.string().meta({ format: 'binary' })
