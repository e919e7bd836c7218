// What does an id name? A report, a passage of it or one of its sections; also with what an address puts before it.
import { rangeId } from '../answer/permalink.ts'
import type { Document, Section } from '../document/document.ts'
import { AppError } from '../errors.ts'
import type { Service } from '../service.ts'
import type { Range } from '../text/range.ts'

interface Place {
  readonly documentId: string
  /** As `rangeId` makes them. */
  readonly rangeId?: string
  /** Place in the outline, from 1. */
  readonly section?: number
}

/** `{document}`, `{document}#{range id}` or `{document}/section/{n}`; models also hand back the whole address they were given. */
const ID = /(?:^|\/)([0-9a-f]{16})(?:#([\da-z-]+)|\/section\/(\d{1,6}))?$/

/** @throws AppError `not-found` for what has no such form */
export function readId(id: string): Place {
  const [, documentId, range, section] = ID.exec(id.trim()) ?? []
  if (documentId === undefined) {
    throw new AppError(
      'not-found',
      'Expected an id that search, outline or list_documents gave, got another.',
    )
  }
  return {
    documentId,
    ...(range !== undefined && { rangeId: range }),
    ...(section !== undefined && { section: Number(section) }),
  }
}

/**
 * @param id of a document held now, or of one whose file has held other content since
 * @throws AppError `not-found`
 */
export function findDocument(service: Service, id: string): Document {
  const document = service.document(id) ?? service.document(service.successor(id) ?? '')
  if (document) return document
  throw new AppError('not-found', `There is no report of the id ${id}.`, {
    hint: 'list_documents gives the ids of those held.',
  })
}

/**
 * @param number place in the outline, from 1
 * @throws AppError `not-found` when the report has no such section, or isn't the one that was numbered
 */
export function findSection(service: Service, documentId: string, number: number): [Document, Section] {
  const document = findDocument(service, documentId)
  if (document.id !== documentId) {
    throw new AppError(
      'not-found',
      `The report ${documentId} has changed since its sections were numbered.`,
      {
        hint: `It is ${document.id} now; ask for its outline.`,
      },
    )
  }
  const section = document.outline[number - 1]
  if (section) return [document, section]
  throw new AppError('not-found', `The report has sections 1 to ${document.outline.length}, got ${number}.`)
}

export function passageId({ id, text }: Document, range: Range): string {
  return `${id}#${rangeId(text, range)}`
}

export function sectionId({ id }: Document, number: number): string {
  return `${id}/section/${number}`
}

/** Of the reader page, with the range lit. */
export function pathOf(document: Document, range?: Range): string {
  return `/d/${encodeURIComponent(document.id)}${range ? `#${rangeId(document.text, range)}` : ''}`
}

/** What the reader page lights for a section: its heading, or the whole of it where no heading is written. */
export function headingOf({ headingRange, range }: Section): Range {
  return headingRange.end > headingRange.start ? headingRange : range
}

/** @param sectionPath headings from the title down, the title included or not */
export function titleOf({ title }: Pick<Document, 'title'>, sectionPath: readonly string[]): string {
  return (sectionPath[0] === title ? sectionPath : [title, ...sectionPath]).join(' › ')
}
