// A request that a page of another site makes a reader's browser send: what it may change, and what it may read.
import { describe, expect, it } from 'vitest'
import { createApp, OPERATIONS } from '../../src/server/app.ts'
import type { Operation } from '../../src/server/operation.ts'
import { fakeParts, REPORT_ID } from '../fixtures/fake-service.ts'

const EVIL = 'https://evil.example'
/** What a page may send without its browser asking us first. */
const UNASKED_TYPES = [
  undefined,
  '',
  'text/plain',
  'application/x-www-form-urlencoded',
  'text/plain; application/json',
  'application/jsonp',
]
const bodied = OPERATIONS.filter(({ request }) => request !== undefined)
const takesJson = bodied.filter(({ request }) => request?.mediaType === undefined)
/** What changes something here, or lets somebody in. */
const CHANGES = [
  'POST /api/documents',
  'POST /api/documents/preview',
  'DELETE /api/documents/{id}',
  'POST /embed/token',
]

const nameOf = ({ method, path }: Operation) => `${method.toUpperCase()} ${path}`
const addressOf = (path: string) => path.replace('{id}', REPORT_ID)

function send(
  { method, path, request }: Operation,
  headers: Record<string, string>,
  corsOrigins: string[] = [],
) {
  const app = createApp(fakeParts({}, { corsOrigins, apps: [{ id: 'intranet', origins: [EVIL] }] }))
  const body = request && new TextEncoder().encode(JSON.stringify(Object.values(request.examples)[0]))
  return app.request(addressOf(path), { method: method.toUpperCase(), headers, ...(body && { body }) })
}

describe('a forged request of a foreign page', () => {
  it.each(takesJson.map((operation) => [nameOf(operation), operation] as const))(
    'is refused by %s where its type is none that a browser asks about first',
    async (_, operation) => {
      for (const type of UNASKED_TYPES) {
        const headers = { origin: EVIL, ...(type !== undefined && { 'content-type': type }) }
        expect([type, (await send(operation, headers)).status]).toEqual([type, 415])
      }
    },
  )

  it('is refused by every route that changes something, whatever its type', async () => {
    const changing = OPERATIONS.filter((operation) => CHANGES.includes(nameOf(operation)))
    expect(changing.map(nameOf).sort()).toEqual([...CHANGES].sort())
    for (const operation of changing) {
      for (const origin of [EVIL, 'null', 'http://localhost.evil.example']) {
        const headers = { origin, 'content-type': operation.request?.mediaType ?? 'application/json' }
        expect([nameOf(operation), (await send(operation, headers)).status]).toEqual([nameOf(operation), 403])
      }
    }
  })

  it('finds no other route that changes something', () => {
    const asks = OPERATIONS.filter(
      (operation) => operation.method !== 'get' && !CHANGES.includes(nameOf(operation)),
    )
    expect(asks.every(({ scope }) => scope === 'read')).toBe(true)
  })

  it('is preceded by a question that is answered with no permission', async () => {
    for (const { path, method } of bodied) {
      const response = await createApp(fakeParts()).request(addressOf(path), {
        method: 'OPTIONS',
        headers: { origin: EVIL, 'access-control-request-method': method.toUpperCase() },
      })
      const allowed = [...response.headers.keys()].filter((name) => name.startsWith('access-control'))
      expect([path, allowed]).toEqual([path, []])
    }
  })
})

describe('a reply to a foreign page', () => {
  const OURS = 'https://intranet.example'
  const FOREIGN = [
    EVIL,
    'null',
    'http://intranet.example',
    'https://intranet.example.evil.example',
    'https://evilintranet.example',
    'https://intranet.example:8443',
    'https://INTRANET.example.',
    '*',
  ]

  it.each(OPERATIONS.map((operation) => [nameOf(operation), operation] as const))(
    'of %s can be read by listed sites alone, and never with cookies',
    async (_, operation) => {
      const type = { 'content-type': operation.request?.mediaType ?? 'application/json' }
      for (const origin of FOREIGN) {
        const { headers } = await send(operation, { ...type, origin }, [OURS])
        expect([origin, headers.get('access-control-allow-origin')]).toEqual([origin, null])
      }
      const { headers } = await send(operation, { ...type, origin: OURS }, [OURS])
      expect(headers.get('access-control-allow-origin')).toBe(OURS)
      expect(headers.get('access-control-allow-credentials')).toBeNull()
    },
  )
})
