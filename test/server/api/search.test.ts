import { describe, expect, it } from 'vitest'
import { AppError } from '../../../src/errors.ts'
import { searchResult } from '../../../src/server/api/search-schemas.ts'
import { createApp } from '../../../src/server/app.ts'
import { defer } from '../../fixtures/deferred.ts'
import { fakeParts, STATUS } from '../../fixtures/fake-service.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

function ask(body: unknown, parts = fakeParts()): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return Promise.resolve(
    createApp(parts).request('/api/search', { method: 'POST', headers: JSON_TYPE, body: text }),
  )
}

async function errorOf(response: Response) {
  const { error } = (await response.json()) as { error: { code: string; message: string; requestId: string } }
  return { status: response.status, code: error.code, message: error.message, requestId: error.requestId }
}

describe('POST /api/search', () => {
  it('gives ranked passages in the described form', async () => {
    const response = await ask({ question: '门诊量是多少？' })
    expect(response.status).toBe(200)
    const result = searchResult.parse(await response.json())
    expect(result.passages.map(({ rank, text }) => [rank, text])).toEqual([[1, '门诊量为一百万人次。']])
  })

  it('hands on what was asked, with defaults for what was not', async () => {
    const parts = fakeParts()
    await ask({ question: '荣誉', filters: { years: [2024], organisations: ['中心'] } }, parts)
    expect(parts.asked.map(({ question, options }) => ({ question, ...options, signal: undefined }))).toEqual(
      [
        {
          question: '荣誉',
          topK: 10,
          explain: false,
          filters: { years: [2024], organisations: ['中心'] },
          signal: undefined,
        },
      ],
    )
  })

  it.each([
    ['no question', {}],
    ['a question that is a number', { question: 7 }],
    ['a question that is a list', { question: ['a'] }],
    ['an empty question', { question: '' }],
    ['a question of blanks', { question: ' \u3000\n' }],
    ['a question that is too long', { question: '长'.repeat(2001) }],
    ['half a character', '{"question": "a\\ud83d"}'],
    ['an unknown field', { question: 'a', top_k: 3 }],
    ['too many passages', { question: 'a', topK: 51 }],
    ['a part of a passage', { question: 'a', topK: 1.5 }],
    ['an id that is none', { question: 'a', filters: { documents: ['../../etc/passwd'] } }],
    ['an unknown filter', { question: 'a', filters: { owner: 'x' } }],
    ['a prototype as a field', '{"question": "a", "__proto__": {"explain": true}}'],
    ['deep JSON', `{"question": ${'['.repeat(30_000)}${']'.repeat(30_000)}}`],
    ['unclosed JSON', '{"question": "a"'],
    ['nothing', ''],
    ['JSON that is no object', '"question"'],
  ])('refuses %s with 400', async (_, body) => {
    const parts = fakeParts()
    const { status, code, message } = await errorOf(await ask(body, parts))
    expect({ status, code }).toEqual({ status: 400, code: 'bad-input' })
    expect(message.length).toBeGreaterThan(10)
    expect(parts.asked).toEqual([])
  })

  it('takes a question of exactly 2,000 characters', async () => {
    expect((await ask({ question: '长'.repeat(2000) })).status).toBe(200)
  })

  it('says which field is at fault', async () => {
    const { message } = await errorOf(await ask({ question: 7, topK: 'x' }))
    expect(message).toBe(
      'question: Invalid input: expected string, received number; topK: Invalid input: expected number, received string',
    )
  })

  it('refuses bytes that are not UTF-8', async () => {
    const body = new Uint8Array([...new TextEncoder().encode('{"question": "'), 0xc3, 0xc5, 0x22, 0x7d])
    const response = await createApp(fakeParts()).request('/api/search', {
      method: 'POST',
      headers: JSON_TYPE,
      body,
    })
    expect(await errorOf(response)).toMatchObject({
      status: 400,
      message: 'Expected a body in UTF-8, got other bytes.',
    })
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', undefined])(
    'refuses a body of type %s',
    async (type) => {
      const response = await createApp(fakeParts()).request('/api/search', {
        method: 'POST',
        body: new TextEncoder().encode('{"question": "a"}'),
        ...(type && { headers: { 'content-type': type } }),
      })
      expect(await errorOf(response)).toMatchObject({ status: 415, code: 'unsupported-media-type' })
    },
  )

  it('refuses a body above 64 KB, whether its length is told or not', async () => {
    const body = JSON.stringify({ question: 'a', filters: { folder: 'x'.repeat(70_000) } })
    const told = await createApp(fakeParts()).request('/api/search', {
      method: 'POST',
      headers: { ...JSON_TYPE, 'content-length': String(body.length) },
      body,
    })
    expect(
      [await errorOf(told), await errorOf(await ask(body))].map(({ status, code }) => [status, code]),
    ).toEqual([
      [413, 'too-large'],
      [413, 'too-large'],
    ])
  })

  it('asks for patience while a first learning is under way', async () => {
    const learning = { files: 5, filesDone: 2, chunks: 40, chunksDone: 16, refused: [], done: false }
    const response = await ask(
      { question: 'a' },
      fakeParts({ status: () => ({ ...STATUS, ready: false, learning }) }),
    )
    expect(response.headers.get('retry-after')).toBe('2')
    expect(await errorOf(response)).toMatchObject({
      status: 503,
      code: 'not-ready',
      message: 'The reports are being learnt: 2 of 5 files, 16 of 40 chunks.',
    })
  })

  it('turns a fault that we know into its status', async () => {
    const search = async () => {
      throw new AppError('model-unavailable', 'The model is not there.', { hint: 'Put it there.' })
    }
    const response = await ask({ question: 'a' }, fakeParts({ search }))
    expect(response.status).toBe(503)
    expect(await response.json()).toEqual({
      error: {
        code: 'model-unavailable',
        message: 'The model is not there.',
        hint: 'Put it there.',
        requestId: response.headers.get('x-request-id'),
      },
    })
  })

  it('keeps an unknown fault to the log', async () => {
    const parts = fakeParts({ search: () => Promise.reject(new Error('at /secret/place')) })
    const answered = await errorOf(await ask({ question: 'a' }, parts))
    expect(answered).toMatchObject({ status: 500, code: 'internal' })
    expect(JSON.stringify(answered)).not.toContain('secret')
    const line = parts.logged.find((entry) => entry.includes('request failed'))
    expect(JSON.parse(line ?? '')).toMatchObject({ level: 'error', requestId: answered.requestId })
  })

  it('never writes the question to the log', async () => {
    const parts = fakeParts()
    await ask({ question: 'canary-question' }, parts)
    await createApp(parts).request('/?q=canary-query')
    expect(parts.logged).toHaveLength(2)
    expect(parts.logged.join('')).not.toContain('canary')
  })
})

describe('limitConcurrency', () => {
  it('answers 503 beyond the limit and takes requests again afterwards', async () => {
    const opened = defer<void>()
    const parts = fakeParts({}, { concurrency: 2 })
    const { search } = parts.service
    const app = createApp({
      ...parts,
      service: { ...parts.service, search: async (question) => opened.promise.then(() => search(question)) },
    })
    const post = () =>
      app.request('/api/search', { method: 'POST', headers: JSON_TYPE, body: '{"question":"a"}' })
    const admitted = [post(), post()]
    const refused = await post()
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1'])
    expect((await app.request('/health')).status).toBe(200)
    opened.resolve()
    expect((await Promise.all(admitted)).map(({ status }) => status)).toEqual([200, 200])
    expect((await post()).status).toBe(200)
  })
})
