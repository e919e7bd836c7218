// What does the service tell of a document? Its card in a list, and the whole of it as the reader page shows it.
import * as z from 'zod'
import type { DocumentSummary } from '../../collection/collection.ts'
import type { Document } from '../../document/document.ts'
import { documentId, rangeSchema } from './schemas.ts'
import { uploadedFile } from './upload-schemas.ts'

const date = z.string().describe('YYYY, YYYY-MM or YYYY-MM-DD.')

export const documentSummary = z.strictObject({
  id: documentId,
  path: z.string().describe('Relative to the folder that was learnt.'),
  title: z.string(),
  subtitle: z.string().exactOptional(),
  organisation: z.string().describe('Official name.').exactOptional(),
  aliases: z.array(z.string()),
  date: date.exactOptional(),
  years: z.array(z.int()).describe('Years that the report is about.'),
  source: z.string().exactOptional(),
  characters: z.int(),
  chunks: z.int(),
  warnings: z.int(),
  learntAt: z.string().describe('ISO time.'),
}) satisfies z.ZodType<DocumentSummary>

export const documentList = z.strictObject({
  documents: z.array(documentSummary),
  uploads: z.array(uploadedFile).describe('Files that were uploaded, also those not learnt yet.'),
})

const section = z.strictObject({
  level: z.int().min(1).describe('1 is the title.'),
  heading: z.string(),
  path: z.array(z.string()),
  inline: z.boolean().describe('The heading is the first sentence of its paragraph.'),
  role: z.enum(['series', 'lead', 'editor-note', 'section']),
  headingRange: rangeSchema,
  range: rangeSchema,
  truncated: z.boolean(),
})

const paragraph = z.strictObject({
  kind: z.enum(['body', 'note', 'table']),
  range: rangeSchema,
  gaps: z
    .array(z.strictObject({ ...rangeSchema.shape, replacement: z.enum(['', ' ', '\n']) }))
    .describe('Parts of the range that a reader does not see.'),
  section: z.int().describe('Place in the outline.'),
})

export const documentView = z.strictObject({
  id: documentId,
  formerId: documentId
    .describe('As asked for: the file has held other content since, which is shown.')
    .exactOptional(),
  path: z.string(),
  title: z.string(),
  subtitle: z.string().exactOptional(),
  series: z.string().exactOptional(),
  organisation: z.string().exactOptional(),
  aliases: z.array(z.string()),
  date: date.exactOptional(),
  years: z.array(z.int()),
  source: z.string().exactOptional(),
  authors: z.array(z.string()),
  editor: z.string().exactOptional(),
  text: z.string().describe('All ranges are UTF-16 offsets into this text.'),
  outline: z.array(section),
  paragraphs: z.array(paragraph),
  captions: z.array(z.strictObject({ range: rangeSchema, text: z.string(), section: z.int() })),
  boilerplate: z.array(z.strictObject({ kind: z.string(), range: rangeSchema, text: z.string() })),
  pages: z
    .array(z.int())
    .describe('Offset at which each page or slide begins, where the file has pages.')
    .exactOptional(),
  warnings: z.array(z.strictObject({ code: z.string(), message: z.string() })),
})

export const rangeIdSchema = z.string().meta({ examples: ['b-a-17bg9l47udj-4pw43'] })

export const citedRange = z.strictObject({
  documentId: documentId.describe('Of what is held now.'),
  range: rangeSchema,
  quote: z.string().describe('The text of the document within the range.'),
  changed: z.boolean().describe('The cited words are no longer there.'),
})

export type DocumentView = z.infer<typeof documentView>

/** Leaves out what only learning needs: hash, encoding, what the date was taken from. */
export function viewOf(document: Document): Omit<Document, 'sha256' | 'encoding' | 'dateFrom'> {
  const { sha256: _, encoding: __, dateFrom: ___, ...view } = document
  return view
}
