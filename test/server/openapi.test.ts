import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { createApp, OPERATIONS } from '../../src/server/app.ts'
import { openApiDocument } from '../../src/server/openapi.ts'
import { fakeParts } from '../fixtures/fake-service.ts'

describe('openApiDocument', () => {
  const described = openApiDocument(OPERATIONS)

  it('is served as it is', async () => {
    const response = await createApp(fakeParts()).request('/openapi.json')
    expect(await response.json()).toEqual(JSON.parse(JSON.stringify(described)))
  })

  it('describes every route but the pages, and no other', () => {
    const pages = /^\/(?:$|assets\/|d\/|openapi\.json$)/
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
      'getDocument',
      'getHealth',
      'getModel',
      'getRange',
      'getReady',
      'getStatus',
      'listDocuments',
      'listModels',
      'search',
    ])
  })

  it('resolves every reference', () => {
    const references = [...JSON.stringify(described).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, target]) => target,
    )
    const known = Object.keys(described.components.schemas).map((name) => `#/components/schemas/${name}`)
    expect([...new Set(references)].filter((target) => !known.includes(target ?? ''))).toEqual([])
    expect(references).toContain('#/components/schemas/Passage')
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
