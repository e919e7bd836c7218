// A retrieval set on disk: what are its passages, and which of them answer each query?
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { DocumentSource } from '../collection/collection.ts'
import { plainDocument } from '../document/plain.ts'
import { AppError } from '../errors.ts'
import { parseJsonLines, refuseTwins } from './json-lines.ts'

const idSchema = z.union([z.string().min(1), z.number().transform(String)])

const passageSchema = z.object({
  id: idSchema,
  title: z
    .string()
    .nullish()
    .transform((title) => title ?? ''),
  text: z.string(),
})

const querySchema = z.object({
  id: idSchema,
  type: z.string().min(1).optional(),
  // Published sets hold empty ones; they can't be asked and are left out of the run.
  question: z.string(),
  relevant: z.array(idSchema),
  answers: z.array(z.string()).optional(),
})

export type DatasetPassage = z.infer<typeof passageSchema>
export type DatasetQuery = z.infer<typeof querySchema>

export interface Dataset {
  readonly name: string
  readonly passages: readonly DatasetPassage[]
  readonly queries: readonly DatasetQuery[]
}

/**
 * Reads `passages.jsonl` and `queries.jsonl` of a folder.
 *
 * @throws AppError `bad-input` for a missing file, a faulty line, a repeated id, or a query whose passage isn't there
 */
export async function readDataset(folder: string): Promise<Dataset> {
  const passages = parseJsonLines(await readPart(folder, 'passages.jsonl'), 'passages.jsonl', passageSchema)
  const queries = parseJsonLines(await readPart(folder, 'queries.jsonl'), 'queries.jsonl', querySchema)
  refuseTwins(passages, 'passages.jsonl')
  refuseTwins(queries, 'queries.jsonl')
  const known = new Set(passages.map((passage) => passage.id))
  for (const query of queries) {
    const unknown = query.relevant.find((id) => !known.has(id))
    if (unknown === undefined) continue
    throw new AppError(
      'bad-input',
      `queries.jsonl: ${query.id} names the passage ${unknown}, which passages.jsonl lacks.`,
    )
  }
  return { name: basename(folder), passages, queries }
}

/** The passages as documents to learn; the path of each is its id. */
export function datasetSource(dataset: Dataset): DocumentSource {
  return {
    name: dataset.name,
    async *items() {
      for (const { id, title, text } of dataset.passages) {
        yield {
          path: id,
          stamp: createHash('sha256').update(`${title}\n${text}`).digest('hex'),
          read: async () => plainDocument({ path: id, title, text }),
        }
      }
    },
  }
}

async function readPart(folder: string, name: string): Promise<string> {
  try {
    return await readFile(join(folder, name), 'utf8')
  } catch (cause) {
    throw new AppError('bad-input', `${join(folder, name)} can't be read.`, {
      hint: 'A data set is a folder with passages.jsonl {id, title, text} and queries.jsonl {id, question, relevant[]}.',
      cause,
    })
  }
}
