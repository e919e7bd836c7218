import { afterEach, describe, expect, it, vi } from 'vitest'
import type { AnswerEvent } from '../../../src/answer/answer.ts'
import { AppError } from '../../../src/errors.ts'
import { answerSchema } from '../../../src/server/api/ask-schemas.ts'
import { createApp } from '../../../src/server/app.ts'
import type { Service } from '../../../src/service.ts'
import { defer } from '../../fixtures/deferred.ts'
import { fakeParts, STATUS } from '../../fixtures/fake-service.ts'
import { ANSWERED, EVENTS, REFUSED, scriptedAnswer } from '../../fixtures/scripted-answer.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

function post(body: unknown, parts = fakeParts(scriptedAnswer())): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return Promise.resolve(
    createApp(parts).request('/api/ask', { method: 'POST', headers: JSON_TYPE, body: text }),
  )
}

const asking = (script: readonly (AnswerEvent | Error)[]) => fakeParts({ ask: scriptedAnswer(script).ask })

async function errorOf(response: Response) {
  const { error } = (await response.json()) as { error: { code: string; message: string } }
  return { status: response.status, code: error.code, message: error.message }
}

/** Events by name with their data. */
function eventsOf(stream: string): [string, Record<string, unknown>][] {
  return stream
    .split('\n\n')
    .filter((block) => block !== '' && !block.startsWith(':'))
    .map((block) => {
      const match = /^event: (\w+)\ndata: ([^\n]+)$/.exec(block)
      return [match?.[1] ?? block, JSON.parse(match?.[2] ?? 'null')]
    })
}

describe('POST /api/ask', () => {
  it('gives the whole answer in the described form', async () => {
    const response = await post({ question: '门诊量是多少？' })
    expect(response.status).toBe(200)
    expect(answerSchema.parse(await response.json())).toEqual(ANSWERED)
  })

  it('gives a refusal as a result', async () => {
    const response = await post({ question: '2019年呢？' }, asking([{ kind: 'done', answer: REFUSED }]))
    expect(response.status).toBe(200)
    expect(answerSchema.parse(await response.json())).toEqual(REFUSED)
  })

  it('hands on what was asked, with defaults for what was not', async () => {
    const { ask, asked } = scriptedAnswer()
    const history = [{ role: 'user', content: '门诊量？' }]
    await post({ question: 'a' }, fakeParts({ ask }))
    await post({ question: 'b', history, mode: 'strict', filters: { years: [2024] } }, fakeParts({ ask }))
    expect(asked.map(({ question, options }) => ({ question, ...options, signal: undefined }))).toEqual([
      { question: 'a', signal: undefined },
      { question: 'b', history, mode: 'strict', filters: { years: [2024] }, signal: undefined },
    ])
  })

  it('takes a history of forty turns of 4,000 Chinese characters', async () => {
    const turn = { role: 'user', content: '长'.repeat(4000) }
    expect((await post({ question: 'a', history: Array(40).fill(turn) })).status).toBe(200)
  })

  const turn = { role: 'user', content: 'a' }
  it.each([
    ['a question of blanks', { question: ' ' }],
    ['a history of 200 turns', { question: 'a', history: Array(200).fill(turn) }],
    ['a turn that is too long', { question: 'a', history: [{ role: 'user', content: '长'.repeat(4001) }] }],
    ['a turn that is a text', { question: 'a', history: ['a'] }],
    ['a turn whose content is a number', { question: 'a', history: [{ role: 'user', content: 7 }] }],
    ['a turn of another role', { question: 'a', history: [{ role: 'system', content: 'a' }] }],
    ['half a character in the question', '{"question": "a\\ud83d"}'],
    ['half a character in a turn', '{"question": "a", "history": [{"role": "user", "content": "\\ude00"}]}'],
    ['an unknown mode', { question: 'a', mode: 'loose' }],
    ['a stream that is a text', { question: 'a', stream: 'true' }],
    ['a prototype as a field', '{"question": "a", "__proto__": {"stream": true}}'],
    ['deep JSON', `{"question": "a", "history": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
  ])('refuses %s with 400', async (_, body) => {
    const { ask, asked } = scriptedAnswer()
    const { status, code, message } = await errorOf(await post(body, fakeParts({ ask })))
    expect({ status, code }).toEqual({ status: 400, code: 'bad-input' })
    expect(message.length).toBeGreaterThan(10)
    expect(asked).toEqual([])
  })

  it('names the fault of a long history', async () => {
    const { message } = await errorOf(await post({ question: 'a', history: Array(200).fill(turn) }))
    expect(message).toBe('history: Too big: expected array to have <=40 items')
  })

  it('refuses a megabyte with 413', async () => {
    const history = Array(40).fill({ role: 'user', content: 'x'.repeat(25_000) })
    expect(await errorOf(await post({ question: 'a', history }))).toEqual({
      status: 413,
      code: 'too-large',
      message: 'Expected a body of at most 524288 bytes, got more.',
    })
  })

  it('turns an error into its status', async () => {
    const error: AnswerEvent = { kind: 'error', code: 'upstream', message: 'It is silent.', hint: 'Wait.' }
    expect(await errorOf(await post({ question: 'a' }, asking([error])))).toEqual({
      status: 502,
      code: 'upstream',
      message: 'It is silent.',
    })
  })

  it('keeps an unknown fault to the log', async () => {
    for (const fault of [
      new Error('canary-secret'),
      { kind: 'error', code: 'econnreset', message: 'canary-secret' } as const,
    ]) {
      const answered = await errorOf(await post({ question: 'a' }, asking([fault])))
      expect(answered).toMatchObject({ status: 500, code: 'internal' })
      expect(answered.message).not.toContain('canary')
    }
  })

  it('asks for patience while a first learning is under way, also for a stream', async () => {
    const learning = { files: 5, filesDone: 2, chunks: 40, chunksDone: 16, refused: [], done: false }
    const parts = fakeParts({ status: () => ({ ...STATUS, ready: false, learning }) })
    const response = await post({ question: 'a', stream: true }, parts)
    expect(await errorOf(response)).toMatchObject({ status: 503, code: 'not-ready' })
  })

  it('never writes what was asked to the log', async () => {
    const parts = asking([new Error('broken')])
    await post({ question: 'canary-question', history: [{ role: 'user', content: 'canary-turn' }] }, parts)
    expect(parts.logged.length).toBeGreaterThan(0)
    expect(parts.logged.join('')).not.toContain('canary')
  })
})

describe('POST /api/ask with stream: true', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('sends every event as it comes, and one end', async () => {
    const response = await post({ question: 'a', stream: true })
    expect(eventsOf(await response.text())).toEqual(
      EVENTS.map(({ kind, ...data }) => [kind, JSON.parse(JSON.stringify(data))]),
    )
  })

  it('tells proxies to pass everything on at once', async () => {
    const { headers } = await post({ question: 'a', stream: true })
    expect([...headers].filter(([name]) => /^content-type$|cache|buffering/.test(name))).toEqual([
      ['cache-control', 'no-store, no-transform'],
      ['content-type', 'text/event-stream; charset=utf-8'],
      ['x-accel-buffering', 'no'],
    ])
  })

  it('sends nothing after the end', async () => {
    const late: AnswerEvent = { kind: 'delta', text: 'late' }
    const response = await post({ question: 'a', stream: true }, asking([...EVENTS, late, new Error('late')]))
    const names = eventsOf(await response.text()).map(([name]) => name)
    expect(names).toEqual(['sources', 'delta', 'delta', 'claim', 'done'])
  })

  it.each<[string, readonly (AnswerEvent | Error)[], string]>([
    ['a fault that is known', [new AppError('model-unavailable', 'No model.')], 'model-unavailable'],
    ['an error event', [{ kind: 'error', code: 'upstream', message: 'Silent.' }], 'upstream'],
    ['an unknown fault', [new Error('canary-key')], 'internal'],
    ['no end at all', [], 'internal'],
  ])('ends with one error after %s', async (_, end, code) => {
    const begin: AnswerEvent = { kind: 'delta', text: '门' }
    const response = await post({ question: 'a', stream: true }, asking([begin, ...end]))
    const text = await response.text()
    expect(text).not.toContain('canary')
    const events = eventsOf(text)
    expect(events.map(([name]) => name)).toEqual(['delta', 'error'])
    expect(events[1]?.[1]['error']).toMatchObject({ code, requestId: response.headers.get('x-request-id') })
  })

  it('keeps line breaks, markup and half characters inside their event', async () => {
    const nasty = 'a\r\n\ndata: x\n\nevent: done\u2028</script>\ud83d'
    const response = await post(
      { question: 'a', stream: true },
      asking([
        { kind: 'delta', text: nasty },
        { kind: 'done', answer: ANSWERED },
      ]),
    )
    const events = eventsOf(await response.text())
    expect(events.map(([name]) => name)).toEqual(['delta', 'done'])
    expect(events[0]?.[1]['text']).toBe(nasty)
  })

  it('says now and then that it is alive', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const going = defer<void>()
    const ask: Service['ask'] = async function* () {
      await going.promise
      yield* EVENTS
    }
    const response = await post({ question: 'a', stream: true }, fakeParts({ ask }))
    vi.advanceTimersByTime(15_000)
    const reader = response.body?.getReader()
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe(': keep-alive\n\n')
    going.resolve()
    while (!(await reader?.read())?.done);
    expect(vi.getTimerCount()).toBe(0)
  })

  it('counts as running until its end', async () => {
    const going = defer<void>()
    const ask: Service['ask'] = async function* () {
      await going.promise
      yield* EVENTS
    }
    const app = createApp(fakeParts({ ask }, { concurrency: 1 }))
    const request = () =>
      app.request('/api/ask', { method: 'POST', headers: JSON_TYPE, body: '{"question":"a","stream":true}' })
    const first = await request()
    expect((await request()).status).toBe(503)
    going.resolve()
    await first.text()
    expect((await request()).status).toBe(200)
  })
})
