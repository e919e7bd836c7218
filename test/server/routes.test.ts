// Which key opens which route? A table over all of openapi.json, and none is forgotten.
import { describe, expect, it } from 'vitest'
import { readKeys } from '../../src/keys.ts'
import { createApp, OPERATIONS } from '../../src/server/app.ts'
import type { Operation } from '../../src/server/operation.ts'
import { fakeParts, REPORT_ID } from '../fixtures/fake-service.ts'

/** Described by openapi.json, and answered without a key. */
const OPEN_OPERATIONS = ['GET /health', 'GET /ready']
/** Answered without a key and no part of the interface: the pages, what they load, the description itself. */
const OPEN_PAGES = ['/', '/d/:id', '/assets/', '/docs', '/openapi.json']

const KEYS = {
  read: 'key-that-may-read',
  write: 'key-that-may-write',
  'read+write': 'key-that-may-read-and-write',
  admin: 'key-that-may-do-all',
}
/** The most that a key may do without the scope. */
const LESSER = { read: 'write', write: 'read', admin: 'read+write' } as const

const { keys: apiKeys } = readKeys(
  Object.entries(KEYS)
    .map(([scopes, key]) => `${scopes.replace('+', '-')}:${scopes}:${key}`)
    .join(','),
)
const app = createApp(fakeParts({}, { apiKeys, ratePerAddress: 0 }))

function request({ method, path, parameters = {}, request }: Operation, key?: string) {
  const values: Record<string, string> = { id: REPORT_ID }
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const examples = parameters[name]?.schema.meta()?.['examples']
    return values[name] ?? (Array.isArray(examples) ? String(examples[0]) : 'x')
  })
  const headers = {
    ...(request && { 'content-type': 'application/json' }),
    ...(key !== undefined && { authorization: `Bearer ${key}` }),
  }
  const body = request && JSON.stringify(Object.values(request.examples)[0])
  return app.request(filled, { method: method.toUpperCase(), headers, ...(body && { body }) })
}

const nameOf = ({ method, path }: Operation) => `${method.toUpperCase()} ${path}`
const guarded = OPERATIONS.flatMap((operation) =>
  operation.scope === undefined ? [] : [{ name: nameOf(operation), scope: operation.scope, operation }],
)

describe('the routes of openapi.json', () => {
  it.each(guarded)('$name asks for a key that may $scope', async ({ operation, scope }) => {
    const without = operation.statusWithoutKey ?? 401
    const statuses = {
      none: (await request(operation)).status,
      wrong: (await request(operation, 'key-of-nobody')).status,
      lesser: (await request(operation, KEYS[LESSER[scope]])).status,
    }
    expect(statuses).toEqual({ none: without, wrong: without, lesser: 403 })
    for (const key of [KEYS[scope], KEYS.admin]) {
      expect([401, 403]).not.toContain((await request(operation, key)).status)
    }
  })

  it('answer without a key only where that is meant', async () => {
    const open = OPERATIONS.filter(({ scope }) => scope === undefined)
    expect(open.map(nameOf)).toEqual(OPEN_OPERATIONS)
    for (const operation of open) expect((await request(operation)).status).toBe(200)
  })
})

describe('the routes of the app', () => {
  it('are all in openapi.json or among the open pages', () => {
    const described = new Set(OPERATIONS.map(({ path }) => path.replace(/\{(\w+)\}/g, ':$1')))
    const isOpenPage = (path: string) =>
      OPEN_PAGES.some((page) => path === page || (page !== '/' && path.startsWith(page)))
    // A middleware stands under a pattern with a star.
    const forgotten = app.routes.filter(
      ({ path }) => !path.endsWith('*') && !described.has(path) && !isOpenPage(path),
    )
    expect(forgotten.map(({ method, path }) => `${method} ${path}`)).toEqual([])
  })
})
