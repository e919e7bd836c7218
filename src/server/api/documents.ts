// GET /api/documents and /api/documents/{id}: what is held, the whole of one report, and where a citation stands in it.
import { Hono } from 'hono'
import { resolveRangeId } from '../../answer/permalink.ts'
import type { Document } from '../../document/document.ts'
import { AppError } from '../../errors.ts'
import type { Service } from '../../service.ts'
import type { App, AppEnvironment, AppParts } from '../app-environment.ts'
import { admit } from '../guard/admit.ts'
import type { Operation } from '../operation.ts'
import { forReader } from '../reader-language.ts'
import { citedRange, documentList, documentView, rangeIdSchema, viewOf } from './document-schemas.ts'
import { CITED_RANGE, DOCUMENT_SUMMARY, DOCUMENT_VIEW } from './examples.ts'
import { documentId } from './schemas.ts'
import { UPLOADED_FILE } from './upload-examples.ts'

export function documentRoutes({ service }: AppParts): App {
  const app = new Hono<AppEnvironment>()
  app.get('/api/documents', admit('read'), (c) => {
    c.header('Vary', 'Accept-Language')
    return c.json({ documents: service.documents(), uploads: forReader(c, service.uploads.list()) })
  })
  app.get('/api/documents/:id', admit('read'), (c) => {
    const id = c.req.param('id')
    const document = findDocument(service, id)
    return c.json({ ...viewOf(document), ...(document.id !== id && { formerId: id }) })
  })
  app.get('/api/documents/:id/ranges/:rangeId', admit('read'), (c) => {
    const { id, text } = findDocument(service, c.req.param('id'))
    const resolved = resolveRangeId(c.req.param('rangeId'), text)
    if (resolved === undefined) {
      throw new AppError('not-found', 'This is no id of a range.', {
        hint: 'It stands behind # in the url of a citation.',
      })
    }
    const { range, changed } = resolved
    return c.json({ documentId: id, range, quote: text.slice(range.start, range.end), changed })
  })
  return app
}

/** @throws AppError `not-found` unless it, or what took its place, is held */
function findDocument(service: Service, given: string): Document {
  const id = documentId.safeParse(given).data
  const document = id && (service.document(id) ?? service.document(service.successor(id) ?? ''))
  if (document) return document
  throw new AppError('not-found', 'There is no document of this id.', {
    hint: 'GET /api/documents lists those held; an id changes with the bytes of its file.',
  })
}

const idParameter = {
  schema: documentId,
  description: 'As in the list, a passage or a citation; a former id leads to what its file holds now.',
}

export const documentOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/documents',
    operationId: 'listDocuments',
    summary: 'All documents, without their text, and all uploads with their state',
    description:
      'Each with its id, title, organisation, date and years: what filters speak of; uploads with what became of them.',
    tag: 'documents',
    scope: 'read',
    reply: {
      schema: documentList,
      description: 'In the order learnt.',
      examples: { plain: { documents: [DOCUMENT_SUMMARY], uploads: [UPLOADED_FILE] } },
      links: { document: { operationId: 'getDocument', parameters: { id: '/documents/0/id' } } },
    },
    errors: {},
  },
  {
    method: 'get',
    path: '/api/documents/{id}',
    operationId: 'getDocument',
    summary: 'One document: text, outline, paragraphs, captions',
    description:
      'All ranges are UTF-16 offsets into `text`; a former id is answered with what its file holds now, and `formerId` says so.',
    tag: 'documents',
    scope: 'read',
    parameters: { id: idParameter },
    reply: {
      schema: documentView,
      description: 'The document.',
      examples: { plain: DOCUMENT_VIEW },
      links: { range: { operationId: 'getRange', parameters: { id: '/id' } } },
    },
    errors: { 404: 'There is no document of this id.' },
  },
  {
    method: 'get',
    path: '/api/documents/{id}/ranges/{rangeId}',
    operationId: 'getRange',
    summary: 'Where a cited passage stands now, and whether it has changed since',
    description:
      'A citation names its passage by the words in it, so it is found again after the report was learnt anew; `changed` says when the words are gone.',
    tag: 'documents',
    scope: 'read',
    parameters: {
      id: idParameter,
      rangeId: { schema: rangeIdSchema, description: 'What stands behind # in the url of a citation.' },
    },
    reply: {
      schema: citedRange,
      description: 'The range; of a changed passage the place nearest to where it stood.',
      examples: { plain: CITED_RANGE },
    },
    errors: { 404: 'There is no document of this id, or this is no id of a range.' },
  },
]
