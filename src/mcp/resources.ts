// What may a client attach to a conversation? Reports and their sections, as plain text under `report://`.
import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/server'
import type { DocumentSummary } from '../collection/collection.ts'
import { orProtocolError } from './faults.ts'
import type { McpParts } from './parts.ts'
import { findDocument, findSection, readId } from './place.ts'
import { readableText, sectionSpan } from './reading.ts'

export const RESOURCE_TYPE = 'text/plain'

/** Clients show the list to a person; of more reports, searching finds the right one sooner. */
const MOST_LISTED = 1000
const MOST_COMPLETIONS = 100

/** @param id of a report or a section, as tools give it */
export function resourceUri(id: string): string {
  return `report://${id}`
}

export function registerResources(server: McpServer, { service, log }: McpParts): void {
  const documents = () => service.documents().slice(0, MOST_LISTED)
  const completeId = (begun: string) =>
    service
      .documents()
      .filter(({ id, title }) => id.startsWith(begun) || title.includes(begun))
      .slice(0, MOST_COMPLETIONS)
      .map(({ id }) => id)
  server.registerResource(
    'report',
    new ResourceTemplate(resourceUri('{document}'), {
      list: () => orProtocolError(log, () => ({ resources: documents().map(resourceOf) })),
      complete: { document: completeId },
    }),
    {
      title: 'Report 报告',
      description: 'A whole report. 一份报告的全文。',
      mimeType: RESOURCE_TYPE,
    },
    (uri) =>
      orProtocolError(log, () => {
        const document = findDocument(service, readId(uri.href).documentId)
        return textOf(uri, readableText(document, { start: 0, end: document.text.length }))
      }),
  )
  server.registerResource(
    'section',
    new ResourceTemplate(resourceUri('{document}/section/{number}'), {
      // Of thousands of reports the sections would be a list for nobody; the tool `outline` gives those of one.
      list: undefined,
      complete: {
        document: completeId,
        number: (begun, context) => {
          const document = service.document(context?.arguments?.['document'] ?? '')
          const numbers = document?.outline.map((_, i) => String(i + 1)) ?? []
          return numbers.filter((number) => number.startsWith(begun)).slice(0, MOST_COMPLETIONS)
        },
      },
    }),
    {
      title: 'Section 章节',
      description:
        'A section with those below it, numbered from 1 as the tool outline lists them. 一个章节（含下级），编号见 outline。',
      mimeType: RESOURCE_TYPE,
    },
    (uri) =>
      orProtocolError(log, () => {
        const { documentId, section = 0 } = readId(uri.href)
        const [document] = findSection(service, documentId, section)
        return textOf(uri, readableText(document, sectionSpan(document, section - 1)))
      }),
  )
}

function resourceOf({ id, title, organisation, date }: DocumentSummary) {
  const about = [organisation, date].filter((part) => part !== undefined).join('，')
  return {
    uri: resourceUri(id),
    name: title,
    title,
    ...(about !== '' && { description: about }),
    mimeType: RESOURCE_TYPE,
  }
}

function textOf({ href }: URL, text: string) {
  return { contents: [{ uri: href, mimeType: RESOURCE_TYPE, text }] }
}
