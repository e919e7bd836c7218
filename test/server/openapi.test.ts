import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { readKeys } from '../../src/keys.ts'
import { createApp, OPERATIONS } from '../../src/server/app.ts'
import { openApiDocument } from '../../src/server/openapi.ts'
import { fakeParts } from '../fixtures/fake-service.ts'

describe('openApiDocument', () => {
  const described = openApiDocument(OPERATIONS)

  it('is served as it is', async () => {
    const response = await createApp(fakeParts()).request('/openapi.json')
    const servers = [{ url: 'http://localhost' }]
    expect(await response.json()).toEqual(JSON.parse(JSON.stringify({ ...described, servers })))
  })

  it('describes every route but the pages, and no other', () => {
    const pages = /^\/(?:$|assets\/|d\/|docs|openapi\.json$|embed$|widget\.js$)/
    const answered = createApp(fakeParts())
      .routes.filter(({ method, path }) => method !== 'ALL' && !pages.test(path))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    const told = OPERATIONS.map(({ method, path }) => `${method.toUpperCase()} ${path}`)
    expect(told.toSorted()).toEqual([...new Set(answered)].toSorted())
  })

  it('gives every operation an id of its own', () => {
    expect(OPERATIONS.map(({ operationId }) => operationId).toSorted()).toEqual([
      'ask',
      'createChatCompletion',
      'createEmbeddings',
      'createWidgetToken',
      'deleteDocument',
      'difyRetrieval',
      'getDocument',
      'getHealth',
      'getJob',
      'getMetrics',
      'getModel',
      'getOriginal',
      'getRange',
      'getReady',
      'getStatus',
      'listDocuments',
      'listModels',
      'previewDocument',
      'search',
      'uploadDocuments',
    ])
  })

  it('resolves every reference', () => {
    const references = [...JSON.stringify(described).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, target]) => target,
    )
    const known = Object.entries(described.components).flatMap(([kind, named]) =>
      Object.keys(named).map((name) => `#/components/${kind}/${name}`),
    )
    expect([...new Set(references)].filter((target) => !known.includes(target ?? ''))).toEqual([])
    expect(references).toContain('#/components/schemas/Passage')
  })

  it('describes every operation and every parameter in words', () => {
    expect(OPERATIONS.filter(({ description }) => description === undefined)).toEqual([])
    const parameters = OPERATIONS.flatMap((operation) => Object.values(operation.parameters ?? {}))
    expect(parameters.filter(({ description }) => description === '')).toEqual([])
  })

  it('names the keys an operation takes, and whether it works without', async () => {
    const { keys: apiKeys } = readKeys('office:read:0123456789abcdef')
    const securityOf = async (settings: object) => {
      const response = await createApp(fakeParts({}, settings)).request('/openapi.json')
      const { paths } = z
        .object({ paths: z.record(z.string(), z.record(z.string(), z.object({ security: z.unknown() }))) })
        .parse(await response.json())
      return [paths['/api/search']?.['post']?.security, paths['/health']?.['get']?.security]
    }
    const keys = [{ bearer: ['read'] }, { apiKey: ['read'] }]
    expect(await securityOf({ apiKeys })).toEqual([keys, []])
    expect(await securityOf({})).toEqual([[{}, ...keys], []])
  })

  it('stands under the address that others know', async () => {
    const serversOf = async (settings: object, host: string) => {
      const app = createApp(fakeParts({}, { host: '0.0.0.0', ...settings }))
      const response = await app.request(`http://${host}/openapi.json`)
      return z.object({ servers: z.unknown() }).parse(await response.json()).servers
    }
    const named = await serversOf({ publicUrl: 'https://reports.example/kb' }, 'inside:8787')
    expect(named).toEqual([{ url: 'https://reports.example/kb' }])
    expect(await serversOf({}, 'inside:8787')).toEqual([{ url: 'http://inside:8787' }])
  })

  it('links replies to what may be asked next, by names that exist', () => {
    const links = OPERATIONS.flatMap(({ reply }) => Object.values(reply.links ?? {}))
    expect(links.length).toBeGreaterThan(0)
    for (const { operationId, parameters } of links) {
      const target = OPERATIONS.find((operation) => operation.operationId === operationId)
      const known = Object.keys(target?.parameters ?? {})
      expect(Object.keys(parameters).filter((name) => !known.includes(name))).toEqual([])
    }
  })

  it('shows requests that its own schema takes', () => {
    for (const { request } of OPERATIONS) {
      for (const example of Object.values(request?.examples ?? {})) request?.schema.parse(example)
    }
  })

  it('shows replies that have the form it describes', () => {
    for (const { reply } of OPERATIONS)
      for (const example of Object.values(reply.examples)) reply.schema.parse(example)
    expect(OPERATIONS.filter(({ reply }) => Object.keys(reply.examples).length === 0)).toEqual([])
  })

  it('lets a client leave out what has a default', () => {
    const schema = z
      .object({ required: z.array(z.string()) })
      .parse(described.components.schemas['SearchRequest'])
    expect(schema.required).toEqual(['question'])
  })
})
