// GET /openapi.json: the interface described, made from the schemas that check it.
import { Hono } from 'hono'
import * as z from 'zod'
import { programVersion } from '../version.ts'
import { answerSchema, askRequest, claimSchema } from './api/ask-schemas.ts'
import { documentList, documentSummary, documentView } from './api/document-schemas.ts'
import { errorSchema, rangeSchema } from './api/schemas.ts'
import { passage, searchRequest, searchResult } from './api/search-schemas.ts'
import { statusSchema } from './api/status-schemas.ts'
import { jobSchema, uploadedFile } from './api/upload-schemas.ts'
import type { App, AppEnvironment, AppSettings } from './app-environment.ts'
import { describeOperation, REPLY_HEADERS, type SchemaReference } from './describe-operation.ts'
import { difyError } from './dify/errors.ts'
import { retrievalReply, retrievalRequest } from './dify/retrieval-schemas.ts'
import { chatRequest } from './openai/chat-request.ts'
import { chatCompletion } from './openai/chat-schemas.ts'
import { embeddingList, embeddingRequest } from './openai/embedding-schemas.ts'
import { openAiError } from './openai/errors.ts'
import { modelList, modelSchema } from './openai/models.ts'
import type { Operation } from './operation.ts'
import { publicUrl } from './public-url.ts'

/** Schemas under a name of their own; others stand where they are used. */
const NAMED = {
  Range: rangeSchema,
  AskRequest: askRequest,
  Answer: answerSchema,
  Claim: claimSchema,
  SearchRequest: searchRequest,
  SearchResult: searchResult,
  Passage: passage,
  DocumentSummary: documentSummary,
  DocumentList: documentList,
  Document: documentView,
  UploadedFile: uploadedFile,
  Job: jobSchema,
  Status: statusSchema,
  DifyRetrievalRequest: retrievalRequest,
  DifyRetrievalReply: retrievalReply,
  DifyError: difyError,
  ChatCompletionRequest: chatRequest,
  ChatCompletion: chatCompletion,
  EmbeddingRequest: embeddingRequest,
  EmbeddingList: embeddingList,
  Model: modelSchema,
  ModelList: modelList,
  OpenAiError: openAiError,
  Error: errorSchema,
} as const satisfies Readonly<Record<string, z.ZodType>>

const TAGS = [
  { name: 'ask', description: 'What do the reports say to a question, and what proves it?' },
  { name: 'search', description: 'Which passages answer a question?' },
  { name: 'documents', description: 'Which reports are held, and what do they say?' },
  { name: 'dify', description: 'The passages as the external knowledge of Dify.' },
  { name: 'openai', description: 'The same answers for tools that can talk to an OpenAI-compatible server.' },
  { name: 'service', description: 'Is it alive, ready, and what does it hold?' },
]

/** By either; which is a matter of what a client can send. */
const SECURITY_SCHEMES = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    description: 'A key of WENBAO_API_KEYS: `Authorization: Bearer KEY`.',
  },
  apiKey: {
    type: 'apiKey',
    in: 'header',
    name: 'x-api-key',
    description: 'The same key in a header of its own.',
  },
}

export function openApiRoutes(operations: readonly Operation[], { apiKeys = [] }: AppSettings): App {
  const app = new Hono<AppEnvironment>()
  const described = openApiDocument(operations, { asksForKey: apiKeys.length > 0 })
  app.get('/openapi.json', (c) => c.json({ ...described, servers: [{ url: publicUrl(c, '') }] }))
  return app
}

/** OpenAPI 3.1. @param asksForKey false: a key may be sent, and is not looked at */
export function openApiDocument(
  operations: readonly Operation[],
  { asksForKey = false }: { readonly asksForKey?: boolean } = {},
) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of operations) {
    const described = describeOperation(operation, { reference, asksForKey })
    paths[operation.path] = { ...paths[operation.path], [operation.method]: described }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'wenbao 问报',
      version: programVersion(),
      description:
        'Ask a folder of Chinese reports a question; get an answer whose every claim cites its passage. JSON in UTF-8; every reply carries x-request-id; every error has the form of `Error` where nothing else is said.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: TAGS,
    paths,
    components: { schemas: namedSchemas(), headers: REPLY_HEADERS, securitySchemes: SECURITY_SCHEMES },
  }
}

const reference: SchemaReference = (schema) => {
  const name = Object.entries(NAMED).find(([, named]) => named === schema)?.[0]
  if (name !== undefined) return { $ref: `#/components/schemas/${name}` }
  const { $schema: _, ...inline } = z.toJSONSchema(schema, { io: 'input' })
  return inline
}

function namedSchemas(): Record<string, unknown> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id })
  // As a client writes it: fields with a default may be left out.
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: (id) => `#/components/schemas/${id}` })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  )
}
