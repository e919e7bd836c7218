import { describe, expect, it } from 'vitest'
import type { AnswerEvent, RefusedAnswer } from '../../../src/answer/answer.ts'
import { AppError } from '../../../src/errors.ts'
import { createApp } from '../../../src/server/app.ts'
import { chatCompletion } from '../../../src/server/openai/chat-schemas.ts'
import { reportPassages } from '../../fixtures/cited-reports.ts'
import { fakeParts, REPORT_ID } from '../../fixtures/fake-service.ts'
import { ANSWERED, CITATION, CLAIM, EVENTS, REFUSED, scriptedAnswer } from '../../fixtures/scripted-answer.ts'

const MESSAGES = [{ role: 'user', content: '门诊量是多少？' }]
const URL_OF_CITATION = `https://kb.example.com${CITATION.url}`

function ask(
  body: object,
  script: readonly (AnswerEvent | Error)[] = EVENTS,
  url?: string,
): Promise<Response> {
  const parts = fakeParts(
    { ask: scriptedAnswer(script).ask },
    { publicUrl: url ?? 'https://kb.example.com/' },
  )
  return Promise.resolve(
    createApp(parts).request('/v1/chat/completions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'wenbao', messages: MESSAGES, ...body }),
    }),
  )
}

async function whole(body: object = {}, script?: readonly AnswerEvent[]) {
  const completion = chatCompletion.parse(await (await ask(body, script)).json())
  const message = completion.choices[0]?.message
  return { ...completion, message, content: message?.content ?? '' }
}

interface Chunk {
  readonly id: string
  readonly usage?: unknown
  readonly choices: readonly {
    readonly delta: { readonly content?: string; readonly role?: string; readonly annotations?: unknown }
    readonly finish_reason: string | null
  }[]
  readonly search_results?: readonly { readonly title: string; readonly url: string }[]
  readonly citations?: readonly string[]
  readonly error?: unknown
}

/** Every event is one line of data. */
async function chunksOf(response: Response): Promise<(Chunk | '[DONE]')[]> {
  return (await response.text())
    .split('\n\n')
    .filter((block) => block !== '')
    .map((block) => {
      const [, data = ''] = /^data: ([^\n]+)$/.exec(block) ?? []
      return data === '[DONE]' ? data : JSON.parse(data)
    })
}

const isChunk = (chunk: Chunk | '[DONE]'): chunk is Chunk => chunk !== '[DONE]'

const LIST = `\n\n参考来源：\n\n- [1] [年度报告](${URL_OF_CITATION})`

describe('POST /v1/chat/completions', () => {
  it('says the answer with its marks, its sources in the text, and the same as annotations and results', async () => {
    const { message, content, search_results, citations, wenbao } = await whole()
    expect(content).toBe(`门诊量为一百万人次。[1]${LIST}`)
    expect(message?.annotations).toEqual([
      {
        type: 'url_citation',
        url_citation: { start_index: 10, end_index: 13, title: '年度报告', url: URL_OF_CITATION },
      },
    ])
    expect(content.slice(10, 13)).toBe('[1]')
    expect(search_results).toEqual([
      { title: '年度报告', url: URL_OF_CITATION, snippet: '门诊量为一百万人次。' },
    ])
    expect(citations).toEqual([URL_OF_CITATION])
    expect(wenbao).toEqual({ kind: 'answered', origin: 'extract', claims: [CLAIM] })
  })

  it.each([
    ['wenbao-raw', undefined, false],
    ['wenbao-raw', 'list', true],
    ['wenbao', 'none', false],
    ['wenbao', null, true],
  ])('lists the sources of %s with x_sources %s: %s', async (model, x_sources, isListed) => {
    const { content } = await whole({ model, x_sources })
    expect(content).toBe(`门诊量为一百万人次。[1]${isListed ? LIST : ''}`)
  })

  it('links to the address the request came to when none is set', async () => {
    const parts = fakeParts({ ask: scriptedAnswer().ask })
    const response = await createApp(parts).request('http://localhost:8787/v1/chat/completions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'wenbao', messages: MESSAGES }),
    })
    expect(chatCompletion.parse(await response.json()).citations).toEqual([
      `http://localhost:8787${CITATION.url}`,
    ])
  })

  it('gives a refusal as an ordinary answer: the reason, the choices, what is near', async () => {
    const answer: RefusedAnswer = {
      ...REFUSED,
      reason: 'ambiguous',
      choices: [{ name: '某某中心', documentId: REPORT_ID, title: '年度报告' }],
      nearest: reportPassages.slice(0, 1),
    }
    const refused = await whole({}, [{ kind: 'done', answer }])
    const near = `https://kb.example.com/d/${reportPassages[0]?.document.id}#0-36`
    expect(refused.content).toBe(
      [
        REFUSED.message,
        `可以问的是：\n\n- [某某中心（年度报告）](https://kb.example.com/d/${REPORT_ID})`,
        `最接近的内容：\n\n- [东湖图书馆2022年工作报告](${near})`,
      ].join('\n\n'),
    )
    expect(refused.choices[0]?.finish_reason).toBe('stop')
    expect([refused.message?.annotations, refused.citations]).toEqual([[], []])
    expect(refused.search_results.map(({ url }) => url)).toEqual([near])
    expect(refused.wenbao).toMatchObject({ kind: 'refused', reason: 'ambiguous', missing: ['2019年'] })
    const raw = await whole({ model: 'wenbao-raw' }, [{ kind: 'done', answer }])
    expect(raw.content).toContain('某某中心')
    expect(raw.content).not.toContain('最接近')
  })

  it('hands on the question with the turns before it', async () => {
    const { ask: answer, asked } = scriptedAnswer()
    const messages = [
      { role: 'system', content: 'Be brief.' },
      {
        role: 'user',
        content: [
          { type: 'text', text: '门诊量是多少？' },
          { type: 'image_url', image_url: {} },
        ],
      },
      { role: 'assistant', content: `门诊量为一百万人次。[1]${LIST}` },
      { role: 'tool', content: 'x', tool_call_id: 'y' },
      { role: 'user', content: ' 前一年呢？ ' },
    ]
    await createApp(fakeParts({ ask: answer })).request('/v1/chat/completions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'wenbao', messages, temperature: 0.2, tools: [], seed: 1, stream: null }),
    })
    expect(asked.map(({ question, options }) => [question, options?.history])).toEqual([
      [
        '前一年呢？',
        [
          { role: 'user', content: '门诊量是多少？' },
          { role: 'assistant', content: '门诊量为一百万人次。[1]' },
        ],
      ],
    ])
  })
})

describe('POST /v1/chat/completions with stream: true', () => {
  it('says in chunks what the whole reply says', async () => {
    const { content, message, search_results, citations } = await whole()
    const chunks = (await chunksOf(await ask({ stream: true }))).filter(isChunk)
    const deltas = chunks.flatMap(({ choices }) => choices.map(({ delta }) => delta))
    expect(deltas.map((delta) => delta.content ?? '').join('')).toBe(content)
    expect(deltas[0]).toEqual({ role: 'assistant', content: '' })
    const last = chunks.at(-1)
    expect(last?.choices[0]).toMatchObject({
      delta: { annotations: message?.annotations },
      finish_reason: 'stop',
    })
    expect(last?.choices[0]?.delta.content).toBeUndefined()
    expect([last?.search_results, last?.citations]).toEqual([search_results, citations])
    expect(new Set(chunks.map(({ id }) => id)).size).toBe(1)
  })

  it('sends annotations, addresses and the end once, on the last chunk', async () => {
    const chunks = await chunksOf(await ask({ stream: true }))
    expect(chunks.at(-1)).toBe('[DONE]')
    const told = chunks
      .filter(isChunk)
      .map(({ choices, citations }) => [
        choices[0]?.finish_reason,
        choices[0]?.delta.annotations !== undefined,
        citations !== undefined,
      ])
    expect(told.slice(0, -1).flat().filter(Boolean)).toEqual([])
    expect(told.at(-1)).toEqual(['stop', true, true])
  })

  it('names what was found on the first chunk, before anything is said', async () => {
    const events: AnswerEvent[] = [{ kind: 'sources', passages: reportPassages }, ...EVENTS.slice(1)]
    const [first] = (await chunksOf(await ask({ stream: true }, events))).filter(isChunk)
    expect(first?.search_results?.map(({ title }) => title)).toEqual([
      ...Array(3).fill('东湖图书馆2022年工作报告'),
      ...Array(3).fill('西山博物馆2022年工作报告'),
    ])
    expect(first?.choices[0]?.delta).toEqual({ role: 'assistant', content: '' })
  })

  it('tells the usage in a chunk of its own when asked to', async () => {
    const chunks = (
      await chunksOf(await ask({ stream: true, stream_options: { include_usage: true } }))
    ).filter(isChunk)
    expect(chunks.slice(0, -1).map(({ usage }) => usage)).toEqual(chunks.slice(1).map(() => null))
    const { usage } = await whole()
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage })
    expect(usage).toEqual({ prompt_tokens: 7, completion_tokens: 38, total_tokens: 45 })
  })

  it('leaves usage out when not asked, also when stream_options come without a stream', async () => {
    const chunks = (await chunksOf(await ask({ stream: true }))).filter(isChunk)
    expect(chunks.filter((chunk) => 'usage' in chunk)).toEqual([])
    expect((await ask({ stream_options: { include_usage: true } })).status).toBe(200)
  })

  it('streams a refusal as any answer, with what comes without its deltas', async () => {
    const { content } = await whole({}, [{ kind: 'done', answer: REFUSED }])
    const chunks = (await chunksOf(await ask({ stream: true }, [{ kind: 'done', answer: REFUSED }]))).filter(
      isChunk,
    )
    expect(chunks.map(({ choices }) => choices[0]?.delta)).toEqual([
      { role: 'assistant', content: '' },
      { content },
      {},
    ])
  })

  it('ends with an error object after a fault in the middle', async () => {
    const script = [...EVENTS.slice(0, 2), new AppError('upstream', 'It is silent.', { hint: 'Wait.' })]
    const response = await ask({ stream: true }, script)
    expect(response.status).toBe(200)
    const chunks = await chunksOf(response)
    expect(chunks.at(-1)).toEqual({
      error: {
        message: 'It is silent. Wait.',
        type: 'server_error',
        param: null,
        code: 'upstream_error',
      },
    })
  })

  it('keeps separators of lines inside their event', async () => {
    const text = 'a\u2028b\u0085c\r\n\ndata: x[1]'
    const answer = { ...ANSWERED, text }
    const response = await ask({ stream: true, model: 'wenbao-raw' }, [
      { kind: 'delta', text },
      { kind: 'done', answer },
    ])
    const body = await response.text()
    expect(body).not.toMatch(/[\u2028\u0085\r]/)
    expect(JSON.parse(body.split('\n\n')[1]?.slice('data: '.length) ?? '').choices[0].delta.content).toBe(
      text,
    )
  })
})
