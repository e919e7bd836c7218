// What is told of a report beside its text? The fields that Dify shows with a record and that its conditions speak of.
import type { DocumentSummary } from '../../collection/collection.ts'

export type MetadataValue = string | number

/** Several values where a report has several names or years; none where it doesn't say. */
export type MetadataFields = Readonly<Record<MetadataField, readonly MetadataValue[]>>

export const METADATA_FIELDS = [
  'document_id',
  'title',
  'path',
  'folder',
  'organisation',
  'date',
  'year',
  'source',
] as const

export type MetadataField = (typeof METADATA_FIELDS)[number]

export function fieldsOf(document: DocumentSummary): MetadataFields {
  const { id, title, subtitle, path, organisation, aliases, date, years, source } = document
  return {
    document_id: [id],
    title: given(title, subtitle),
    path: [path],
    folder: given(folderOf(path)),
    organisation: given(organisation, ...aliases),
    date: given(date),
    year: yearsOf(years, date),
    source: given(source),
  }
}

/** Without a slash at either end; empty at the top of the collection. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** Years a report is about, and the one it appeared in: as the filters of a search have it. */
function yearsOf(years: readonly number[], date: string | undefined): number[] {
  return [...new Set(date === undefined ? years : [...years, Number(date.slice(0, 4))])]
}

function given(...values: readonly (string | undefined)[]): string[] {
  return values.flatMap((value) => value || [])
}
