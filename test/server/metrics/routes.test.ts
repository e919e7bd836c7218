import { describe, expect, it } from 'vitest'
import { readKeys } from '../../../src/keys.ts'
import { createApp } from '../../../src/server/app.ts'
import type { Service } from '../../../src/service.ts'
import { fakeParts, STATUS } from '../../fixtures/fake-service.ts'

const QUESTION = '某人的秘密问题'

function serve(changes: Partial<Service> = {}, settings = {}) {
  const app = createApp(fakeParts(changes, settings))
  const post = (path: string, body: unknown) =>
    app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const metrics = async (headers = {}) => (await app.request('/metrics', { headers })).text()
  return { app, post, metrics }
}

describe('GET /metrics', () => {
  it('counts requests by route, method and status, whatever was asked for', async () => {
    const { app, post, metrics } = serve()
    await post('/api/search', { question: QUESTION })
    await post('/api/search', { question: '' })
    await app.request('/api/documents/0123456789abcdef')
    await app.request(`/nowhere/${QUESTION}?q=${QUESTION}`)
    const text = await metrics()
    expect(text).toContain('wenbao_requests_total{route="/api/search",method="POST",status="200"} 1\n')
    expect(text).toContain('wenbao_requests_total{route="/api/search",method="POST",status="400"} 1\n')
    expect(text).toContain('wenbao_requests_total{route="/api/documents/:id",method="GET",status="200"} 1\n')
    expect(text).toContain('wenbao_requests_total{route="none",method="GET",status="404"} 1\n')
    expect(text).not.toContain(QUESTION)
    expect(text).not.toContain(encodeURIComponent(QUESTION))
  })

  it('times the stages of an answer, and counts how it ended', async () => {
    const answers: Service['ask'][] = [
      async function* () {
        yield { kind: 'sources', passages: [] }
        const answer = {
          kind: 'refused',
          reason: 'no-evidence',
          message: '',
          missing: [],
          nearest: [],
        } as const
        yield { kind: 'done', answer }
      },
      async function* () {
        yield { kind: 'sources', passages: [] }
        const nothing = { claims: [], citations: [], passages: [] }
        const degraded = { reason: 'timeout' }
        yield {
          kind: 'done',
          answer: { kind: 'answered', text: '', origin: 'extract', degraded, ...nothing },
        }
      },
      async function* () {
        yield { kind: 'error', code: 'upstream', message: '' }
      },
    ]
    const { post, metrics } = serve({
      ask: (question, options) => (answers.shift() as Service['ask'])(question, options),
    })
    for (let i = 0; i < 3; i++) await (await post('/api/ask', { question: QUESTION })).text()
    const text = await metrics()
    expect(text).toContain('wenbao_stage_seconds_count{stage="retrieve"} 2\n')
    expect(text).toContain('wenbao_stage_seconds_count{stage="answer"} 2\n')
    expect(text).toContain('wenbao_stage_seconds_count{stage="model"} 1\n')
    expect(text).toContain('wenbao_refusals_total{reason="no-evidence"} 1\n')
    expect(text).toContain('wenbao_degraded_total{reason="timeout"} 1\n')
    expect(text).toContain('wenbao_failures_total{code="upstream"} 1\n')
  })

  it('tells the size and age of the index, and what a learning still has before it', async () => {
    const learning = { files: 9, filesDone: 4, chunks: 70, chunksDone: 30, refused: [], done: false }
    const collection = { ...STATUS.collection, changeNumber: 2, updatedAt: '2025-01-01T00:00:00.000Z' }
    const { metrics } = serve({ status: () => ({ ...STATUS, collection, learning }) })
    const text = await metrics()
    for (const line of [
      'wenbao_ready 1',
      'wenbao_index_documents 1',
      'wenbao_index_bytes 4096',
      'wenbao_index_updated_timestamp_seconds 1735689600',
      'wenbao_search_behind 1',
      'wenbao_learning_running 1',
      'wenbao_learning_files_waiting 5',
      'wenbao_learning_chunks_waiting 40',
      // The one that asks.
      'wenbao_requests_in_flight 1',
    ]) {
      expect(text.split('\n')).toContain(line)
    }
    expect(Number(/^wenbao_index_age_seconds (.+)$/m.exec(text)?.[1])).toBeGreaterThan(0)
  })

  it('is told to a key that may read', async () => {
    const { keys: apiKeys } = readKeys('monitor:read:0123456789abcdef')
    const { app, metrics } = serve({}, { apiKeys })
    const response = await app.request('/metrics')
    expect(response.status).toBe(401)
    expect(await metrics({ authorization: 'Bearer 0123456789abcdef' })).toContain('wenbao_ready 1\n')
  })

  it('is told while all places are taken', async () => {
    const { post, metrics } = serve({ search: () => new Promise(() => {}) }, { concurrency: 1 })
    void post('/api/search', { question: QUESTION })
    expect((await post('/api/search', { question: QUESTION })).status).toBe(503)
    expect(await metrics()).toContain('status="503"} 1\n')
  })
})
