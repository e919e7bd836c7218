import { describe, expect, it } from 'vitest'
import { AppError } from '../../../src/errors.ts'
import { createApp } from '../../../src/server/app.ts'
import { openAiError } from '../../../src/server/openai/errors.ts'
import { defer } from '../../fixtures/deferred.ts'
import { fakeParts, STATUS } from '../../fixtures/fake-service.ts'
import { EVENTS, scriptedAnswer } from '../../fixtures/scripted-answer.ts'

const CHAT = '/v1/chat/completions'
const JSON_TYPE = { 'content-type': 'application/json' }
const QUESTION = { model: 'wenbao', messages: [{ role: 'user', content: '门诊量？' }] }

interface Sent {
  readonly path?: string
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

async function refusal(
  { path = CHAT, method = 'POST', headers = JSON_TYPE, body }: Sent,
  parts = fakeParts(scriptedAnswer()),
) {
  const response = await createApp(parts).request(path, {
    method,
    headers,
    ...(body !== undefined && { body }),
  })
  const { error } = openAiError.parse(await response.json())
  const { headers: sent } = response
  return {
    status: response.status,
    retry: sent.get('x-should-retry'),
    id: sent.get('x-request-id'),
    ...error,
  }
}

const INVALID = 'invalid_request_error'

describe('errors under /v1', () => {
  it.each<[string, Sent, object]>([
    ['broken JSON', { body: '{' }, { status: 400, type: INVALID, code: null, param: null }],
    ['no body', {}, { status: 400, type: INVALID }],
    [
      'another content type',
      { headers: { 'content-type': 'text/plain' }, body: '{}' },
      { status: 415, type: INVALID, code: 'unsupported_media_type' },
    ],
    [
      'an unknown model',
      { body: JSON.stringify({ ...QUESTION, model: 'gpt-9' }) },
      { status: 404, type: INVALID, code: 'model_not_found', param: 'model' },
    ],
    [
      'a model for another purpose',
      { body: JSON.stringify({ ...QUESTION, model: 'wenbao-embedding' }) },
      { status: 404, code: 'model_not_found' },
    ],
    [
      'two megabytes',
      { body: JSON.stringify({ ...QUESTION, user: 'x'.repeat(2 ** 21) }) },
      { status: 413, type: INVALID, code: 'request_too_large' },
    ],
    ['an unknown address', { path: '/v1/audio/speech', body: '{}' }, { status: 404, code: 'not_found' }],
    ['the bare prefix', { path: '/v1', method: 'GET' }, { status: 404, code: 'not_found' }],
    ['another method', { method: 'GET' }, { status: 405, type: INVALID, code: 'method_not_supported' }],
    [
      'an unknown model asked after',
      { path: '/v1/models/gpt-9', method: 'GET' },
      { status: 404, code: 'model_not_found' },
    ],
  ])('answer %s in their own form, not to be tried again', async (_, sent, expected) => {
    const { id, message, ...rest } = await refusal(sent)
    expect(rest).toMatchObject({ retry: 'false', ...expected })
    expect(message.length).toBeGreaterThan(20)
    expect(id).toMatch(/^[\da-f-]{36}$/)
  })

  it('name the method that an address takes', async () => {
    const response = await createApp(fakeParts()).request(CHAT)
    expect(response.headers.get('allow')).toBe('POST')
  })

  it.each<[AppError, object]>([
    [new AppError('upstream', 'Silent.'), { status: 502, code: 'upstream_error', retry: 'false' }],
    [new AppError('model-unavailable', 'Gone.'), { status: 503, code: 'model_unavailable', retry: 'false' }],
    [
      new AppError('locked', 'Busy.', { hint: 'Wait.' }),
      { status: 503, message: 'Busy. Wait.', retry: 'true' },
    ],
    [new AppError('internal', 'canary'), { status: 500, code: null, retry: 'false' }],
  ])('give %s its status and say whether trying again may help', async (error, expected) => {
    for (const stream of [false, true]) {
      const body = JSON.stringify({ ...QUESTION, stream })
      const answered = await refusal({ body }, fakeParts({ ask: scriptedAnswer([error]).ask }))
      expect(answered).toMatchObject({ type: 'server_error', ...expected })
      expect(answered.message).not.toContain('canary')
    }
  })

  it('keep an unknown fault to the log, under the id of the request', async () => {
    const parts = fakeParts({ ask: scriptedAnswer([new Error('canary-secret')]).ask })
    const { message, status, id } = await refusal({ body: JSON.stringify(QUESTION) }, parts)
    expect({ status, message }).toEqual({
      status: 500,
      message: `Something went wrong inside the service; its log has the details under ${id}.`,
    })
    expect(
      parts.logged.filter((line) => line.includes('canary-secret') && line.includes(id ?? '?')),
    ).toHaveLength(1)
  })

  it('ask for patience while a first learning is under way', async () => {
    const learning = { files: 5, filesDone: 2, chunks: 40, chunksDone: 16, refused: [], done: false }
    const parts = fakeParts({ status: () => ({ ...STATUS, ready: false, learning }) })
    const response = await createApp(parts).request(CHAT, {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify(QUESTION),
    })
    expect([
      response.status,
      response.headers.get('retry-after'),
      response.headers.get('x-should-retry'),
    ]).toEqual([503, '2', 'true'])
  })

  it('turn one request too many away, to come again', async () => {
    const going = defer<void>()
    const parts = fakeParts(
      {
        async *ask() {
          await going.promise
          yield* EVENTS
        },
      },
      { concurrency: 1 },
    )
    const app = createApp(parts)
    const request = () =>
      app.request(CHAT, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(QUESTION) })
    const first = request()
    const second = await request()
    expect([second.status, second.headers.get('retry-after'), second.headers.get('x-should-retry')]).toEqual([
      503,
      '1',
      'true',
    ])
    expect(openAiError.parse(await second.json()).error.code).toBe('overloaded')
    going.resolve()
    expect((await first).status).toBe(200)
  })
})
