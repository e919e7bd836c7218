// What does every door say while there is no report at all, and after the first one was handed over? On a socket, without a restart.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '@modelcontextprotocol/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHashingEmbedder } from '../../src/embed/hashing.ts'
import { connectOverHttp, objectOf } from '../fixtures/mcp-client.ts'
import { type Served, serve } from '../fixtures/served.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { learnUpload, listOf } from '../fixtures/upload-service.ts'
import { REPORT } from '../fixtures/workspace.ts'

const QUESTION = '全馆现有藏书多少册？'
const ENGLISH = 'How many books does the library hold?'

describe.each([
  ['an empty folder', true],
  ['a missing folder', false],
])('createApp over %s', (_, isThere) => {
  let service: Served
  let client: Client | undefined

  beforeEach(async () => {
    const folder = temporaryFolder()
    if (isThere) mkdirSync(join(folder, 'reports'))
    // The hashing embedder knows too little to be sure of anything.
    const env = { WENBAO_REFUSAL_THRESHOLD: '0' }
    service = await serve(folder, env, async () => createHashingEmbedder({ dimension: 32 }))
  })
  afterEach(async () => {
    await client?.close()
    client = undefined
    await service.close()
  })

  const get = async (path: string) => {
    const response = await fetch(service.url + path)
    return [response.status, JSON.parse(await response.text())] as const
  }
  const post = async (path: string, body: object) => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }
    const response = await fetch(service.url + path, init)
    return [response.status, JSON.parse(await response.text())] as const
  }

  it('is alive and ready, and says that it holds nothing', async () => {
    expect(await get('/health')).toEqual([200, { status: 'ok', documents: 0 }])
    expect(await get('/ready')).toEqual([200, { status: 'ready', documents: 0 }])
    expect(await get('/api/documents')).toEqual([200, { documents: [], uploads: [] }])
  })

  it('refuses every question in its own language, saying how to give reports', async () => {
    for (const [question, words] of [
      [QUESTION, '还没有任何报告'],
      [ENGLISH, 'There are no reports yet'],
      ['有哪些报告？', '还没有任何报告'],
    ] as const) {
      const [status, answer] = await post('/api/ask', { question })
      expect([status, answer.kind, answer.reason, answer.nearest]).toEqual([200, 'refused', 'no-reports', []])
      expect(answer.message).toContain(words)
    }
  })

  it('finds no passage, and says why in the language of the question', async () => {
    const [status, found] = await post('/api/search', { question: ENGLISH })
    expect([status, found.passages]).toEqual([200, []])
    expect(found.notice).toContain('There are no reports yet')
    expect(await post('/api/search', { question: QUESTION })).toMatchObject([
      200,
      { notice: expect.stringContaining('上传报告') },
    ])
  })

  it('streams the refusal as the only event', async () => {
    const init = { question: QUESTION, stream: true }
    const response = await fetch(`${service.url}/api/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(init),
    })
    const events = (await response.text()).match(/^event: .*$/gmu)
    expect(events).toEqual(['event: done'])
  })

  it('says so to chat tools, to Dify by no record, and to tools of MCP', async () => {
    const messages = [{ role: 'user', content: QUESTION }]
    const [status, { choices }] = await post('/v1/chat/completions', { model: 'wenbao', messages })
    expect([status, choices[0].message.content]).toEqual([200, expect.stringContaining('还没有任何报告')])
    const retrieval = { knowledge_id: 'all', query: QUESTION, retrieval_setting: { top_k: 3 } }
    expect(await post('/dify/retrieval', retrieval)).toEqual([200, { records: [] }])
    client = await connectOverHttp(service.url, 'modern')
    const call = async (name: string, args: Record<string, unknown>) =>
      objectOf(await (client as Client).callTool({ name, arguments: args }))
    expect(await call('ask', { question: QUESTION })).toMatchObject({
      kind: 'refused',
      reason: 'no-reports',
      text: expect.stringContaining('还没有任何报告'),
    })
    expect(await call('search', { query: QUESTION })).toMatchObject({
      results: [],
      notice: expect.stringContaining('还没有任何报告'),
    })
    expect(await call('list_documents', {})).toEqual({ total: 0, documents: [] })
  })

  it('answers the first question after an upload, and none again once it was deleted', async () => {
    await learnUpload(service, ['图书馆.txt', REPORT])
    const [status, answer] = await post('/api/ask', { question: QUESTION })
    expect([status, answer.kind]).toEqual([200, 'answered'])
    expect(answer.text).toContain('九十万册')
    expect(await get('/ready')).toEqual([200, { status: 'ready', documents: 1 }])
    const [document] = (await listOf(service)).documents
    await fetch(`${service.url}/api/documents/${document?.id}`, { method: 'DELETE' })
    expect((await post('/api/ask', { question: QUESTION }))[1]).toMatchObject({ reason: 'no-reports' })
    expect(await get('/ready')).toEqual([200, { status: 'ready', documents: 0 }])
  })
})
