// POST /dify/retrieval: Dify's external knowledge, answered from a folder of the collection or all of it.
import { Hono, type MiddlewareHandler } from 'hono'
import type { DocumentSummary } from '../../collection/collection.ts'
import { AppError } from '../../errors.ts'
import type { SearchFilters } from '../../search/passage.ts'
import type { Service } from '../../service.ts'
import { notReadyMessage } from '../api/status.ts'
import type { App, AppEnvironment, AppParts } from '../app-environment.ts'
import { requestSignal } from '../ending.ts'
import { admit } from '../guard/admit.ts'
import { requireJson } from '../guard/limits.ts'
import { readJson } from '../json-body.ts'
import type { Operation } from '../operation.ts'
import { publicUrl } from '../public-url.ts'
import { type MetadataConditions, meetsConditions } from './conditions.ts'
import { answerDifyErrors, difyError } from './errors.ts'
import { RETRIEVAL_REPLY, RETRIEVAL_REQUESTS } from './examples.ts'
import { folderOfKnowledge } from './knowledge.ts'
import { fieldsOf } from './metadata.ts'
import { recordsOf } from './records.ts'
import {
  FEW_RECORDS,
  MOST_RECORDS,
  type RetrievalRequest,
  retrievalReply,
  retrievalRequest,
} from './retrieval-schemas.ts'

const PATH = '/dify/retrieval'

/** A search takes no longer question; a message of a chat may be longer, and Dify would show nothing at all for a fault. */
const MAX_QUERY = 2000
/** Half a character, as cutting leaves it. */
const LONE_SURROGATE = /\p{Surrogate}/gu

export function difyRoutes({ service, log }: AppParts): App {
  const app = new Hono<AppEnvironment>()
  app.post(PATH, admit('read'), answerProbe(), requireJson(), async (c) => {
    const request = await readJson(c, retrievalRequest)
    const link = (path: string) => publicUrl(c, path)
    return c.json({ records: await recordsFor(request, service, link, requestSignal(c)) })
  })
  app.onError(answerDifyErrors(log))
  return app
}

/** Before Dify saves an address it calls it once, with the key and no body. */
function answerProbe(): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    const { byteLength } = await c.req.arrayBuffer()
    return byteLength === 0 ? c.json({ records: [] }) : next()
  }
}

async function recordsFor(
  { knowledge_id: id, query, retrieval_setting: setting, metadata_condition: condition }: RetrievalRequest,
  service: Service,
  link: (path: string) => string,
  signal: AbortSignal,
) {
  const waiting = notReadyMessage(service.status())
  if (waiting !== undefined) throw new AppError('not-ready', waiting)
  const documents = service.documents()
  const filters = filtersOf(folderOfKnowledge(id, documents), condition, documents)
  const question = query.slice(0, MAX_QUERY).replace(LONE_SURROGATE, '').trim()
  if (question === '' || filters.documents?.length === 0) return []
  const topK = Math.min(MOST_RECORDS, Math.floor(setting?.top_k ?? FEW_RECORDS))
  const { passages } = await service.search(question, { topK, filters, signal })
  const summaries = new Map(documents.map((summary) => [summary.id, summary]))
  const records = recordsOf(
    passages,
    (documentId) => {
      const summary = summaries.get(documentId)
      const text = service.document(documentId)?.text
      return summary && text !== undefined ? { summary, text } : undefined
    },
    link,
  )
  return records.filter(({ score }) => score >= (setting?.score_threshold ?? 0))
}

function filtersOf(
  folder: string | undefined,
  conditions: MetadataConditions | null | undefined,
  documents: readonly DocumentSummary[],
): SearchFilters {
  const met = conditions && documents.filter((document) => meetsConditions(fieldsOf(document), conditions))
  return {
    ...(folder !== undefined && { folder }),
    ...(met && { documents: met.map(({ id }) => id) }),
  }
}

export const difyOperations: readonly Operation[] = [
  {
    method: 'post',
    path: PATH,
    operationId: 'difyRetrieval',
    summary: 'Passages for Dify, as its external knowledge API asks for them',
    description: [
      'In Dify the address to give is the one of this service with `/dify`; Dify itself adds `/retrieval`.',
      'The knowledge id is `all`, or a folder of the collection. An empty body is answered with no records.',
    ].join(' '),
    tag: 'dify',
    scope: 'read',
    statusWithoutKey: 403,
    request: { schema: retrievalRequest, examples: RETRIEVAL_REQUESTS, isOptional: true },
    reply: {
      schema: retrievalReply,
      description: 'Records, best first.',
      examples: { plain: RETRIEVAL_REPLY },
    },
    errors: {
      400: 'The body is not JSON, a field is not as described, or there is no such knowledge id (2001).',
      413: 'The body is larger than 64 KB.',
      415: 'The content type is not application/json.',
      503: 'A first learning is under way, or too many requests at once.',
    },
    errorForm: difyError,
  },
]
