// Which documents may answer? Filters are applied before anything is scored.
import type { DocumentSummary } from '../../collection/collection.ts'
import type { SearchFilters } from '../passage.ts'
import type { NameBook } from './name-book.ts'
import { nameKey } from './name-key.ts'

/** @returns ids of the documents let through; undefined when nothing is filtered */
export function filterDocuments(
  documents: Iterable<DocumentSummary>,
  filters: SearchFilters,
  book: NameBook,
): Set<string> | undefined {
  const tests = testsOf(filters, book)
  if (tests.length === 0) return undefined
  const accepted = new Set<string>()
  for (const document of documents) if (tests.every((test) => test(document))) accepted.add(document.id)
  return accepted
}

type Test = (document: DocumentSummary) => boolean

function testsOf(
  { documents, organisations, years, folder, excludeDocuments }: SearchFilters,
  book: NameBook,
): Test[] {
  const tests: Test[] = []
  if (documents !== undefined) {
    const listed = new Set(documents)
    tests.push(({ id }) => listed.has(id))
  }
  if (organisations !== undefined) {
    const ids = new Set(organisations.flatMap((name) => idsNamed(nameKey(name), book)))
    tests.push(({ id }) => ids.has(id))
  }
  if (years !== undefined) tests.push((document) => yearsOf(document).some((year) => years.includes(year)))
  if (folder !== undefined) {
    const prefix = folder.replace(/^\/+|\/+$/g, '')
    tests.push(({ path }) => prefix === '' || path === prefix || path.startsWith(`${prefix}/`))
  }
  if (excludeDocuments !== undefined && excludeDocuments.length > 0) {
    const excluded = new Set(excludeDocuments)
    tests.push(({ id }) => !excluded.has(id))
  }
  return tests
}

/** A filter is given on purpose: a name that several share lets all of them through. */
function idsNamed(name: string, book: NameBook): string[] {
  const organisations = [...(book.distinct.get(name) ?? []), ...(book.generic.get(name) ?? [])]
  return organisations.flatMap(({ documents }) => documents.map(({ id }) => id))
}

function yearsOf({ years, date }: DocumentSummary): number[] {
  return date === undefined ? [...years] : [...years, Number(date.slice(0, 4))]
}
