// How does OpenAPI put one route? Its request, every reply with its headers, and the key it asks for.
import type * as z from 'zod'
import { errorSchema } from './api/schemas.ts'
import type { Operation, OperationLink } from './operation.ts'

/** A JSON schema, or where it stands. */
export type SchemaReference = (schema: z.ZodType) => unknown

interface Describing {
  readonly reference: SchemaReference
  readonly asksForKey: boolean
}

type Replies = Readonly<Record<number, string>>

export const REPLY_HEADERS = {
  'x-request-id': {
    description: 'Found again in the log; a sound one that the client sent is kept.',
    schema: { type: 'string' },
  },
  'retry-after': { description: 'Seconds after which to come again.', schema: { type: 'integer' } },
  'www-authenticate': { description: 'What kind of key was expected.', schema: { type: 'string' } },
}

/** Statuses that carry more headers than every reply does. */
const MORE_HEADERS: Readonly<Record<number, readonly (keyof typeof REPLY_HEADERS)[]>> = {
  401: ['www-authenticate'],
  429: ['retry-after'],
  503: ['retry-after'],
}

export function describeOperation(operation: Operation, describing: Describing): Record<string, unknown> {
  const { operationId, summary, description, tag, parameters, request, reply } = operation
  const { reference } = describing
  return {
    operationId,
    summary,
    description: description ?? summary,
    tags: [tag],
    security: securityOf(operation, describing),
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
        required: request.isOptional !== true,
        content: contentOf(reference(request.schema), request.examples, request.mediaType),
      },
    }),
    responses: {
      200: {
        description: reply.description,
        headers: headersOf(200),
        content: {
          ...contentOf(reference(reply.schema), reply.examples, reply.mediaType),
          ...eventContent(reply.events),
        },
        ...(reply.links !== undefined && { links: linksOf(reply.links) }),
      },
      ...errorReplies(operation, reference),
    },
  }
}

/** The empty one says that it works without. */
function securityOf({ scope }: Operation, { asksForKey }: Describing): Record<string, string[]>[] {
  if (scope === undefined) return []
  const ways = [{ bearer: [scope] }, { apiKey: [scope] }]
  return asksForKey ? ways : [{}, ...ways]
}

function errorReplies(operation: Operation, reference: SchemaReference): Record<string, unknown> {
  const replies: Replies = {
    ...refusalsOf(operation),
    ...operation.errors,
    421: 'The service does not answer to the name that the request was sent to.',
    500: 'Something went wrong inside; the log has the details.',
  }
  return Object.fromEntries(
    Object.entries(replies).map(([status, description]) => {
      // Refused before any door was reached.
      const form = status === '421' ? errorSchema : (operation.errorForm ?? errorSchema)
      return [
        status,
        { description, headers: headersOf(Number(status)), content: contentOf(reference(form)) },
      ]
    }),
  )
}

/** What the guard may say to whoever asks for something that is guarded. */
function refusalsOf({ scope, statusWithoutKey = 401 }: Operation): Replies {
  if (scope === undefined) return {}
  const withoutKey = 'Keys are set, and no valid one came.'
  const otherScope = `The key lacks the scope \`${scope}\`.`
  return {
    ...(statusWithoutKey === 401
      ? { 401: withoutKey, 403: otherScope }
      : { 403: `${withoutKey} Or: ${otherScope}` }),
    429: 'More requests in a minute than this key, or this address, may make.',
  }
}

function headersOf(status: number): Record<string, unknown> {
  const names = ['x-request-id', ...(MORE_HEADERS[status] ?? [])]
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
}

function contentOf(
  schema: unknown,
  examples: Readonly<Record<string, unknown>> = {},
  mediaType = 'application/json',
): Record<string, unknown> {
  const named = Object.entries(examples).map(([name, value]) => [name, { value }])
  const shown = named.length > 0 && { examples: Object.fromEntries(named) }
  return { [mediaType]: { schema, ...shown } }
}

function eventContent(events: string | undefined): Record<string, unknown> {
  if (events === undefined) return {}
  // No type: some tools hold the whole stream against it, others each event.
  const schema = { description: 'Server-sent events; the data of each is JSON.' }
  return { 'text/event-stream': { schema, example: events } }
}

function linksOf(links: Readonly<Record<string, OperationLink>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(links).map(([name, { operationId, parameters }]) => {
      const pointers = Object.entries(parameters).map(([key, pointer]) => [key, `$response.body#${pointer}`])
      return [name, { operationId, parameters: Object.fromEntries(pointers) }]
    }),
  )
}
