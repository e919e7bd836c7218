// Which key opens which route? A table over all of openapi.json, and none is forgotten.
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { readKeys } from '../../src/keys.ts'
import { createApp, OPERATIONS } from '../../src/server/app.ts'
import type { Operation } from '../../src/server/operation.ts'
import { fakeParts, REPORT_ID } from '../fixtures/fake-service.ts'

/** Described by openapi.json, and answered without a key. */
const OPEN_OPERATIONS = ['GET /health', 'GET /ready', 'POST /embed/token']
/** Answered without a key and no part of the interface: the pages, what they load, the description itself. */
const OPEN_PAGES = ['/', '/d/:id', '/assets/', '/docs', '/openapi.json', '/embed', '/widget.js']
/** Asks for a key as mcp.test.ts shows, and describes itself: one address for all that the protocol can do. */
const PROTOCOLS = ['/mcp']

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

function pathOf({ path, parameters = {} }: Operation): string {
  const values: Record<string, string> = { id: REPORT_ID }
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const examples = parameters[name]?.schema.meta()?.['examples']
    return values[name] ?? (Array.isArray(examples) ? String(examples[0]) : 'x')
  })
}

function request(operation: Operation, key?: string) {
  const { method, request } = operation
  const headers = {
    ...(request && { 'content-type': 'application/json' }),
    ...(key !== undefined && { authorization: `Bearer ${key}` }),
  }
  const body = request && JSON.stringify(Object.values(request.examples)[0])
  return app.request(pathOf(operation), { method: method.toUpperCase(), headers, ...(body && { body }) })
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
    for (const operation of open) expect((await request(operation)).status).not.toBe(401)
  })
})

describe('the protocols', () => {
  it('ask for a key that may read, as every route does', async () => {
    const status = async (key?: string) => {
      const headers = { 'content-type': 'application/json', ...(key && { 'x-api-key': key }) }
      const body = '{"jsonrpc":"2.0","id":1,"method":"tools/list"}'
      return (await app.request('/mcp', { method: 'POST', headers, body })).status
    }
    expect([await status(), await status('key-of-nobody'), await status(KEYS.write)]).toEqual([401, 401, 403])
    expect([await status(KEYS.read), await status(KEYS.admin)]).toEqual([200, 200])
  })
})

describe('a token of the widget', () => {
  const apps = [{ id: 'intranet', origins: ['https://intranet.example'] }]
  const withApps = createApp(fakeParts({}, { apiKeys, apps, ratePerAddress: 0 }))
  const OWN = { host: 'localhost', origin: 'http://localhost', 'content-type': 'application/json' }

  it('opens what a reader needs under /api/, and no other route', async () => {
    const body = JSON.stringify({ app: 'intranet', origin: 'https://intranet.example' })
    const issued = await withApps.request('/embed/token', { method: 'POST', headers: OWN, body })
    const { token } = z.object({ token: z.string() }).parse(await issued.json())
    const opened: string[] = []
    for (const { operation, name } of guarded) {
      const path = pathOf(operation)
      const request = operation.request && JSON.stringify(Object.values(operation.request.examples)[0])
      const headers = { ...OWN, authorization: `Bearer ${token}` }
      const init = { method: operation.method.toUpperCase(), headers, ...(request && { body: request }) }
      if (![401, 403].includes((await withApps.request(path, init)).status)) opened.push(name)
    }
    const forReaders = guarded.filter(
      ({ operation, scope }) => scope === 'read' && operation.path.startsWith('/api/'),
    )
    expect(opened).toEqual(forReaders.map(({ name }) => name))
  })
})

describe('a route under another spelling', () => {
  it.each(guarded)('of $name gives nothing without a key', async ({ operation }) => {
    const path = pathOf(operation)
    const spellings = [
      `/${path}`,
      path.replace('/', '//').replace(/(?<=.)\//, '//'),
      path.replace(/(?<=\/)\w/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
      path.toUpperCase(),
      `${path}/`,
      `${path}/.`,
      `${path};x=1`,
      `${path}%20`,
      `${path}?x=/health`,
      `/health/..${path}`,
      `/d/..${path}`,
    ]
    for (const spelling of spellings) {
      for (const method of new Set([operation.method.toUpperCase(), 'HEAD', 'GET'])) {
        const headers = { 'content-type': 'application/json', 'x-http-method-override': 'GET' }
        const { status } = await app.request(`http://localhost${spelling}`, { method, headers })
        expect([method, spelling, status]).toEqual([method, spelling, expect.toSatisfy((got) => got >= 400)])
      }
    }
  })
})

describe('the routes of the app', () => {
  it('are all in openapi.json, among the open pages, or a protocol of their own', () => {
    const described = new Set(OPERATIONS.map(({ path }) => path.replace(/\{(\w+)\}/g, ':$1')))
    const isOpenPage = (path: string) =>
      OPEN_PAGES.some((page) => path === page || (page !== '/' && path.startsWith(page)))
    // A middleware stands under a pattern with a star.
    const forgotten = app.routes.filter(
      ({ path }) =>
        !path.endsWith('*') && !described.has(path) && !isOpenPage(path) && !PROTOCOLS.includes(path),
    )
    expect(forgotten.map(({ method, path }) => `${method} ${path}`)).toEqual([])
  })
})
