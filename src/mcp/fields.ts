// Of which fields are arguments made? Those that several tools take, described for a language model.
import * as z from 'zod'

const MAX_QUESTION_CHARACTERS = 2000
const MAX_ID_CHARACTERS = 500
const MAX_TURNS = 40
const MAX_TURN_CHARACTERS = 4000
const MAX_FILTER_ENTRIES = 200
const MAX_NAME_CHARACTERS = 200

/** Half of a surrogate pair: no character, and no tokenizer agrees on what to do with it. */
const LONE_SURROGATE = /\p{Surrogate}/u

export const questionField = z
  .string()
  .max(MAX_QUESTION_CHARACTERS)
  .refine((text) => text.trim() !== '', 'expected a question, got only blanks')
  .refine((text) => !LONE_SURROGATE.test(text), 'expected well-formed Unicode, got half a character')

export const idField = z.string().min(1).max(MAX_ID_CHARACTERS)

const names = z.array(z.string().min(1).max(MAX_NAME_CHARACTERS)).max(MAX_FILTER_ENTRIES)

export const filtersField = z
  .object({
    documents: z
      .array(idField)
      .max(MAX_FILTER_ENTRIES)
      .describe('Only these reports, by id. 只在这些报告中（报告 id）。')
      .exactOptional(),
    organisations: names
      .describe(
        'Only reports of these organisations, by official name or alias. 只查这些单位的报告（全称或简称）。',
      )
      .exactOptional(),
    years: z
      .array(z.int().min(0).max(9999))
      .max(MAX_FILTER_ENTRIES)
      .describe('Only reports about, or published in, one of these years. 只查这些年份的报告。')
      .exactOptional(),
    folder: z
      .string()
      .max(1000)
      .describe('Only reports below this folder of the collection. 只查该文件夹下的报告。')
      .exactOptional(),
  })
  .describe(
    'Leave out unless the user restricts the search; names and years in the question are understood without it. 通常不填：问题里写明的单位和年份会自动识别。',
  )

export const historyField = z
  .array(
    z.object({
      role: z.enum(['user', 'assistant']),
      content: z.string().max(MAX_TURN_CHARACTERS),
    }),
  )
  .max(MAX_TURNS)
  .describe(
    'Earlier turns of the conversation, oldest first, when the question leans on them (“and the year before?”). 追问时附上此前的对话，按时间先后。',
  )
