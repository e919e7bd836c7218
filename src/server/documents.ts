// GET /api/documents and /api/documents/{id}: what is held, and the whole of one report.
import { Hono } from 'hono'
import { AppError } from '../errors.ts'
import type { App, AppEnvironment, AppParts } from './app-environment.ts'
import { documentList, documentView, viewOf } from './document-schemas.ts'
import { DOCUMENT_SUMMARY, DOCUMENT_VIEW } from './examples.ts'
import type { Operation } from './operation.ts'
import { documentId } from './schemas.ts'

export function documentRoutes({ service }: AppParts): App {
  const app = new Hono<AppEnvironment>()
  app.get('/api/documents', (c) => c.json({ documents: service.documents() }))
  app.get('/api/documents/:id', (c) => {
    const id = documentId.safeParse(c.req.param('id'))
    const document = id.success ? service.document(id.data) : undefined
    if (document === undefined) {
      throw new AppError('not-found', 'There is no document of this id.', {
        hint: 'GET /api/documents lists those held; an id changes with the bytes of its file.',
      })
    }
    return c.json(viewOf(document))
  })
  return app
}

export const documentOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/documents',
    operationId: 'listDocuments',
    summary: 'All documents, without their text',
    tag: 'documents',
    reply: {
      schema: documentList,
      description: 'In the order learnt.',
      example: { documents: [DOCUMENT_SUMMARY] },
    },
    errors: {},
  },
  {
    method: 'get',
    path: '/api/documents/{id}',
    operationId: 'getDocument',
    summary: 'One document: text, outline, paragraphs, captions',
    tag: 'documents',
    parameters: { id: { schema: documentId, description: 'As in the list or in a passage.' } },
    reply: { schema: documentView, description: 'The document.', example: DOCUMENT_VIEW },
    errors: { 404: 'There is no document of this id.' },
  },
]
