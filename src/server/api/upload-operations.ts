// How are uploads and their jobs described in openapi.json?
import type { Operation } from '../operation.ts'
import { documentId } from './schemas.ts'
import { FILE_TEXT, JOB, JOB_EVENTS, PREVIEW, REMOVAL, UPLOAD_REPLY } from './upload-examples.ts'
import {
  jobId,
  jobSchema,
  originalBytes,
  previewForm,
  previewReply,
  removalReply,
  uploadForm,
  uploadReply,
} from './upload-schemas.ts'

const FORM_ERRORS = {
  400: 'The body is no multipart form, or holds no file.',
  403: 'The key lacks the scope `write`, or the request comes from a page of a site that is not allowed.',
  413: 'The files together are larger than WENBAO_UPLOAD_TOTAL_MB.',
  415: 'The content type is not multipart/form-data.',
  503: 'Too many uploads or requests at once, or another process is storing uploads.',
}

const parameters = { id: { schema: documentId, description: 'As in the list of documents or of uploads.' } }

export const uploadOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/documents',
    operationId: 'uploadDocuments',
    summary: 'Upload reports; each file has its own result',
    description: [
      'A file that is refused doesn’t stop the others. When the reply comes, every other file is stored for good, under its name and',
      'by its content: the same bytes again change nothing, other bytes replace what the name held. Learning goes on in `job`;',
      'what a crash interrupts is learnt at the next start. Uploads stand beside the learnt folder and are not touched when it is learnt anew.',
    ].join(' '),
    tag: 'documents',
    scope: 'write',
    request: {
      schema: uploadForm,
      examples: { plain: { files: [FILE_TEXT] } },
      mediaType: 'multipart/form-data',
    },
    reply: {
      schema: uploadReply,
      description: 'What became of each file, and the job that learns them.',
      examples: { plain: UPLOAD_REPLY },
      links: { job: { operationId: 'getJob', parameters: { id: '/job/id' } } },
    },
    errors: { ...FORM_ERRORS, 507: 'The disk is full; nothing of it was stored.' },
  },
  {
    method: 'post',
    path: '/api/documents/preview',
    operationId: 'previewDocument',
    summary: 'What would be understood of a file; nothing is stored',
    description:
      'Title, organisation, date, outline and warnings, as `wenbao outline FILE --json` gives them.',
    tag: 'documents',
    scope: 'write',
    request: {
      schema: previewForm,
      examples: { plain: { file: FILE_TEXT } },
      mediaType: 'multipart/form-data',
    },
    reply: { schema: previewReply, description: 'The outline.', examples: { plain: PREVIEW } },
    errors: {
      ...FORM_ERRORS,
      400: 'The form holds no file or several, or the file can’t be read as a report.',
    },
  },
  {
    method: 'delete',
    path: '/api/documents/{id}',
    operationId: 'deleteDocument',
    summary: 'Remove an uploaded document',
    description:
      'Every upload of this content is removed. The document is gone when the reply comes, unless another learning is under way: then `job` ends it.',
    tag: 'documents',
    scope: 'write',
    parameters,
    reply: { schema: removalReply, description: 'What was removed.', examples: { plain: REMOVAL } },
    errors: {
      400: 'The document is a file of the learnt folder.',
      403: FORM_ERRORS[403],
      404: 'There is no document of this id.',
      503: 'Too many requests at once, or another process is storing uploads.',
      507: 'The disk is full.',
    },
  },
  {
    method: 'get',
    path: '/api/documents/{id}/original',
    operationId: 'getOriginal',
    summary: 'The file as it was given',
    description:
      'Of an upload, or of a file in the learnt folder as long as it is what was learnt. The ETag is its sha256.',
    tag: 'documents',
    scope: 'read',
    parameters,
    reply: {
      schema: originalBytes,
      description: 'The bytes, as a download under the file’s name.',
      examples: { plain: FILE_TEXT },
      mediaType: 'application/octet-stream',
    },
    errors: {
      400: 'The file of the learnt folder can’t be read any more.',
      404: 'There is no document of this id, or its file has changed or gone.',
    },
  },
  {
    method: 'get',
    path: '/api/jobs/{id}',
    operationId: 'getJob',
    summary: 'How far the learning of uploads is',
    description:
      'With `Accept: text/event-stream` the reply is events: `progress` {job} as it goes on, and at last exactly one of `done` {job} and `failed` {job}.',
    tag: 'documents',
    scope: 'read',
    parameters: { id: { schema: jobId, description: 'As in the reply to an upload or a removal.' } },
    reply: {
      schema: jobSchema,
      description: 'The job as it stands.',
      examples: { plain: JOB },
      events: JOB_EVENTS,
    },
    errors: { 404: 'There is no job of this id, or it is long past.' },
  },
]
