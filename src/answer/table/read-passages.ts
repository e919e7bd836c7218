// What do the passages say once the rows of their tables are read aloud? Each row a sentence, the rows of names left out.
import type { Document } from '../../document/document.ts'
import type { Passage, SearchResult } from '../../search/passage.ts'
import { contains, overlaps, type Range } from '../../text/range.ts'
import type { TableRow } from '../../text/table.ts'
import type { AnswerSources } from '../sources.ts'
import { type OpenedTable, readAloud, type Tabled, tableAt } from './opened-table.ts'

export interface FoundTable {
  readonly table: OpenedTable
  readonly document: Document
  /** The first passage that shows a part of it. */
  readonly passage: Passage
}

export interface ReadPassages {
  readonly result: SearchResult
  /** In the order of the passages, each once. */
  readonly tables: readonly FoundTable[]
}

/** A row that is read out as a sentence says no more than so many characters. */
const MOST_READ = 300

export function readPassages(result: SearchResult, sources: Pick<AnswerSources, 'document'>): ReadPassages {
  const tables: FoundTable[] = []
  const passages = result.passages.map((passage): Passage => {
    if (passage.kind !== 'table') return passage
    const sentences = (passage.sentences ?? []).flatMap((sentence) => {
      const known = tables.find((one) => holds(one, passage, sentence.range))
      const found = known ?? openAt(passage, sentence.range, sources)
      if (found === undefined) return [sentence]
      if (known === undefined) tables.push(found)
      const row = found.table.rows.find(({ range }) => overlaps(range, sentence.range))
      if (row === undefined) return []
      return [{ ...sentence, range: row.range, text: readAloud(found.table, row).slice(0, MOST_READ) }]
    })
    return { ...passage, sentences }
  })
  return { result: tables.length === 0 ? result : { ...result, passages }, tables }
}

/** What the rows in a range say, each as `readingOf` reads it; none where no table stands. */
export function readingsIn(document: Tabled, range: Range): string[] {
  const table = tableAt(document, range)
  if (table === undefined) return []
  return table.rows.filter((row) => overlaps(row.range, range)).map((row) => readingOf(table, row))
}

/** What a row says, with the names of all its columns, after what stands above the table. */
export function readingOf(table: OpenedTable, row: TableRow): string {
  const all = new Set(table.columns.map(({ index }) => index))
  return `${table.title}：${readAloud(table, row, all)}`
}

function holds({ table, document }: FoundTable, passage: Passage, place: Range): boolean {
  return document.id === passage.document.id && contains(table.range, place)
}

function openAt(
  passage: Passage,
  place: Range,
  sources: Pick<AnswerSources, 'document'>,
): FoundTable | undefined {
  const document = sources.document(passage.document.id)
  const table = document && tableAt(document, place)
  return table && document && { table, document, passage }
}
