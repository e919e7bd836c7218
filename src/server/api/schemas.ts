// Of which pieces are replies made? Shared by the descriptions of several routes.
import * as z from 'zod'

/** Hex digits, as the reader of documents gives them. */
export const documentId = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .meta({ examples: ['3f1c9a0b77d2e645'] })

export const rangeSchema = z.strictObject({
  start: z.int().min(0).describe('First UTF-16 offset.'),
  end: z.int().min(0).describe('Offset after the last one.'),
})

export const pageNumber = z.int().min(1).describe('Page or slide, where the file has pages.')

export const errorSchema = z
  .strictObject({
    error: z.strictObject({
      code: z.string().describe('Stable, kebab-case.'),
      message: z.string().describe('What was expected and what came.'),
      hint: z.string().describe('What to do next.').exactOptional(),
      requestId: z.string().describe('As in the x-request-id header and in the log.'),
    }),
  })
  .meta({
    examples: [
      {
        error: {
          code: 'bad-input',
          message: 'question: expected a question, got only blanks',
          hint: 'GET /openapi.json describes every field.',
          requestId: '5a4f0d0e-6a0c-4f8e-9d5b-0f6f3f6f2c11',
        },
      },
    ],
  })

/** Of whatever wasn't taken: in the reader's language where its code has words. */
export const refusedFields = {
  reason: z.string().describe('In the language of `Accept-Language`: Chinese, else English.'),
  hint: z.string().describe('What to do next.').exactOptional(),
  fault: z
    .strictObject({
      code: z.string().describe('Stable, kebab-case: `scanned`, `password`, `unknown-format`, …'),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    })
    .describe('The same for programs.')
    .exactOptional(),
} as const
