// GET /openapi.json: the interface described, made from the schemas that check it.
import { Hono } from 'hono'
import * as z from 'zod'
import { programVersion } from '../version.ts'
import { answerSchema, askRequest, claimSchema } from './api/ask-schemas.ts'
import { documentList, documentSummary, documentView } from './api/document-schemas.ts'
import { errorSchema, rangeSchema } from './api/schemas.ts'
import { passage, searchRequest, searchResult } from './api/search-schemas.ts'
import { statusSchema } from './api/status-schemas.ts'
import type { App, AppEnvironment } from './app-environment.ts'
import { chatRequest } from './openai/chat-request.ts'
import { chatCompletion } from './openai/chat-schemas.ts'
import { embeddingList, embeddingRequest } from './openai/embedding-schemas.ts'
import { openAiError } from './openai/errors.ts'
import { modelList, modelSchema } from './openai/models.ts'
import type { Operation } from './operation.ts'

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
  Status: statusSchema,
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
  { name: 'openai', description: 'The same answers for tools that can talk to an OpenAI-compatible server.' },
  { name: 'service', description: 'Is it alive, ready, and what does it hold?' },
]

export function openApiRoutes(operations: readonly Operation[]): App {
  const app = new Hono<AppEnvironment>()
  const described = openApiDocument(operations)
  app.get('/openapi.json', (c) => c.json(described))
  return app
}

/** OpenAPI 3.1. */
export function openApiDocument(operations: readonly Operation[]) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'wenbao 问报',
      version: programVersion(),
      description:
        'Ask a folder of Chinese reports a question; get an answer whose every claim cites its passage. JSON in UTF-8; every reply carries x-request-id; every error has the form of `Error`, below /v1 of `OpenAiError`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: TAGS,
    paths,
    components: { schemas: namedSchemas() },
  }
}

function describe(operation: Operation): Record<string, unknown> {
  const { operationId, summary, description, tag, parameters, request, reply, errors } = operation
  const allErrors = { ...errors, 500: 'Something went wrong inside; the log has the details.' }
  return {
    operationId,
    summary,
    ...(description !== undefined && { description }),
    tags: [tag],
    ...(parameters !== undefined && {
      parameters: Object.entries(parameters).map(([name, parameter]) => ({
        name,
        in: 'path',
        required: true,
        description: parameter.description,
        schema: reference(parameter.schema),
      })),
    }),
    ...(request !== undefined && {
      requestBody: {
        required: true,
        content: json(request.schema, request.examples),
      },
    }),
    responses: {
      200: {
        description: reply.description,
        content: { ...json(reply.schema, reply.examples), ...eventContent(reply.events) },
      },
      ...errorReplies(allErrors, operation.errorForm ?? errorSchema),
    },
  }
}

function errorReplies(errors: Readonly<Record<number, string>>, form: z.ZodType): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(errors).map(([status, description]) => [status, { description, content: json(form) }]),
  )
}

function json(schema: z.ZodType, examples: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const named = Object.entries(examples).map(([name, value]) => [name, { value }])
  const shown = named.length > 0 && { examples: Object.fromEntries(named) }
  return { 'application/json': { schema: reference(schema), ...shown } }
}

function eventContent(events: string | undefined): Record<string, unknown> {
  if (events === undefined) return {}
  return { 'text/event-stream': { schema: { type: 'string' }, example: events } }
}

function reference(schema: z.ZodType): unknown {
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
