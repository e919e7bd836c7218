// The whole door over a real socket, with the protocol's own client in both of its ages.
import type { Client } from '@modelcontextprotocol/client'
import { afterEach, describe, expect, it } from 'vitest'
import { rangeId } from '../../src/answer/permalink.ts'
import { AppError } from '../../src/errors.ts'
import { createApp } from '../../src/server/app.ts'
import { type RunningServer, startServer } from '../../src/server/listen.ts'
import type { Service } from '../../src/service.ts'
import { defer } from '../fixtures/deferred.ts'
import { fakeParts, REPORT, REPORT_ID, STATUS } from '../fixtures/fake-service.ts'
import { connectOverHttp, ERAS, objectOf } from '../fixtures/mcp-client.ts'
import { CITATION, EVENTS, REFUSED, scriptedAnswer } from '../fixtures/scripted-answer.ts'

const PASSAGE_ID = `${REPORT_ID}#${rangeId(REPORT.text, { start: 6, end: 16 })}`

describe.each(ERAS)('answerMcp to a %s client', (era) => {
  let running: RunningServer | undefined
  let client: Client | undefined

  afterEach(async () => {
    await client?.close()
    await running?.close()
  })

  async function connect(changes: Partial<Service> = {}) {
    const parts = fakeParts({ ask: scriptedAnswer().ask, ...changes })
    running = await startServer(createApp(parts), { host: '127.0.0.1', port: 0, graceMs: 1 })
    client = await connectOverHttp(running.url, era)
    const call = (name: string, args: Record<string, unknown>) =>
      (client as Client).callTool({ name, arguments: args })
    return { client, url: running.url, parts, call }
  }

  it('says what it is and how to use it', async () => {
    const { client } = await connect()
    expect(client.getServerVersion()).toMatchObject({ name: 'wenbao' })
    expect(client.getInstructions()).toContain('call ask')
  })

  it('offers its tools in a fixed order, all of them read-only and with a schema of what they give', async () => {
    const { tools } = await (await connect()).client.listTools()
    expect(tools.map(({ name }) => name)).toEqual(['ask', 'search', 'fetch', 'outline', 'list_documents'])
    for (const { annotations, outputSchema, description } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false })
      expect(outputSchema).toMatchObject({ type: 'object' })
      expect(description).toMatch(/[a-z].*\n.*\p{Script=Han}/su)
    }
    for (const [name, argument] of [
      ['search', 'query'],
      ['fetch', 'id'],
    ] as const) {
      const schema = tools.find((tool) => tool.name === name)?.inputSchema
      expect(Object.keys(schema?.properties ?? {})).toEqual([argument])
      expect(schema).toMatchObject({ required: [argument], properties: { [argument]: { type: 'string' } } })
    }
  })

  it('searches: ids, titles and absolute addresses in exactly one block of text', async () => {
    const { call, url, parts } = await connect()
    const result = await call('search', { query: '门诊量是多少？' })
    expect(result.content).toHaveLength(1)
    expect(objectOf(result)).toEqual({
      results: [
        {
          id: PASSAGE_ID,
          title: '年度报告',
          url: `${url}/d/${PASSAGE_ID}`,
        },
      ],
    })
    expect(parts.asked).toMatchObject([{ question: '门诊量是多少？', options: { topK: 10 } }])
  })

  it('fetches what a search gave: text, address, and what the report is', async () => {
    const { call, url } = await connect()
    const result = await call('fetch', { id: PASSAGE_ID })
    expect(result.content).toHaveLength(1)
    expect(objectOf(result)).toEqual({
      id: PASSAGE_ID,
      title: '年度报告',
      text: '年度报告\n\n门诊量为一百万人次。',
      url: `${url}/d/${PASSAGE_ID}`,
      metadata: {
        document: REPORT_ID,
        organisation: '某某中心',
        date: '2024-03-01',
        years: '2023',
        section: '年度报告',
        passage: '门诊量为一百万人次。',
      },
    })
  })

  it('answers with claims, citations and a link to each cited section', async () => {
    const { call, url } = await connect()
    const result = await call('ask', { question: '门诊量是多少？' })
    expect(objectOf(result)).toEqual({
      kind: 'answered',
      text: '门诊量为一百万人次。[1]',
      claims: [{ text: '门诊量为一百万人次。', citations: [1], verdict: 'supported' }],
      citations: [{ ...CITATION, url: url + CITATION.url }],
      origin: 'extract',
    })
    expect(result.content.slice(1)).toEqual([
      {
        type: 'resource_link',
        uri: `report://${REPORT_ID}/section/1`,
        name: '[1] 年度报告',
        description: '门诊量为一百万人次。',
        mimeType: 'text/plain',
      },
    ])
  })

  it('hands history and filters on, a passage standing for its report', async () => {
    const { ask, asked } = scriptedAnswer()
    const { call } = await connect({ ask })
    const history = [{ role: 'user', content: '门诊量是多少？' }]
    await call('ask', {
      question: '前一年呢？',
      history,
      filters: { documents: [PASSAGE_ID], years: [2023] },
    })
    expect(asked).toMatchObject([
      { question: '前一年呢？', options: { history, filters: { documents: [REPORT_ID], years: [2023] } } },
    ])
  })

  it('refuses as an ordinary result, with the reason and the choices', async () => {
    const choices = [{ name: '某某中心', documentId: REPORT_ID, title: '年度报告' }]
    const answer = { ...REFUSED, choices }
    const { call } = await connect({ ask: scriptedAnswer([{ kind: 'done', answer }]).ask })
    const result = await call('ask', { question: '2019年门诊量是多少？' })
    expect(result.isError).toBeFalsy()
    expect(objectOf(result)).toEqual({
      kind: 'refused',
      text: REFUSED.message,
      claims: [],
      citations: [],
      reason: 'unknown-year',
      missing: ['2019年'],
      choices,
      nearest: [],
    })
  })

  it('outlines a report, and reads a section under the id it gave', async () => {
    const { call, url } = await connect()
    const outline = objectOf(await call('outline', { id: PASSAGE_ID }))
    expect(outline).toMatchObject({
      id: REPORT_ID,
      title: '年度报告',
      sections: [
        { id: `${REPORT_ID}/section/1`, level: 1, heading: '年度报告', characters: REPORT.text.length },
      ],
    })
    const section = objectOf(await call('fetch', { id: `${REPORT_ID}/section/1` }))
    expect(section).toMatchObject({
      text: '年度报告\n\n门诊量为一百万人次。',
      url: `${url}/d/${REPORT_ID}#${rangeId(REPORT.text, { start: 0, end: 4 })}`,
    })
  })

  it('lists the reports, and those that match', async () => {
    const { call } = await connect()
    const titles = async (args: object) =>
      (
        objectOf(await call('list_documents', { ...args })) as { documents: { title: string }[] }
      ).documents.map(({ title }) => title)
    expect(await titles({})).toEqual(['年度报告'])
    expect(await titles({ match: '中心 2024' })).toEqual(['年度报告'])
    expect(await titles({ match: '2019' })).toEqual([])
  })

  it('gives reports and sections as resources', async () => {
    const { client } = await connect()
    const { resources } = await client.listResources()
    expect(resources).toMatchObject([
      { uri: `report://${REPORT_ID}`, name: '年度报告', mimeType: 'text/plain' },
    ])
    const { resourceTemplates } = await client.listResourceTemplates()
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      'report://{document}',
      'report://{document}/section/{number}',
    ])
    for (const uri of [`report://${REPORT_ID}`, `report://${REPORT_ID}/section/1`]) {
      const { contents } = await client.readResource({ uri })
      expect(contents).toEqual([{ uri, mimeType: 'text/plain', text: '年度报告\n\n门诊量为一百万人次。' }])
    }
  })

  it('completes the numbers of a report’s sections', async () => {
    const { client } = await connect()
    const { completion } = await client.complete({
      ref: { type: 'ref/resource', uri: 'report://{document}/section/{number}' },
      argument: { name: 'number', value: '' },
      context: { arguments: { document: REPORT_ID } },
    })
    expect(completion.values).toEqual(['1'])
  })

  it('makes a prompt of a question: rules in its language, and the passages with their addresses', async () => {
    const { client, url } = await connect()
    const promptFor = async (question: string) => {
      const { messages } = await client.getPrompt({ name: 'cite-answer', arguments: { question } })
      const [content] = messages.map((message) => message.content)
      return content?.type === 'text' ? content.text : ''
    }
    const chinese = await promptFor('门诊量是多少？')
    expect(chinese).toContain('请只根据下面的报告段落回答问题')
    expect(chinese).toContain(`[1] 年度报告\n${url}/d/${PASSAGE_ID}\n门诊量为一百万人次。`)
    expect(await promptFor('How many visits?')).toContain('Answer the question from the passages')
  })

  it.each([
    ['search', {}, 'query'],
    ['search', { query: 3 }, 'query'],
    ['search', { query: ' ' }, 'expected a question, got only blanks'],
    ['search', { query: '门'.repeat(2001) }, '2000'],
    ['search', { query: 'a\ud800' }, 'half a character'],
    ['fetch', { id: ['a'] }, 'id'],
    ['fetch', { id: 'nothing' }, 'Expected an id'],
    ['fetch', { id: '../../etc/passwd' }, 'Expected an id'],
    ['fetch', { id: 'fedcba9876543210' }, 'There is no report of the id fedcba9876543210.'],
    ['fetch', { id: `${REPORT_ID}#zz` }, 'names no passage'],
    ['fetch', { id: `${REPORT_ID}/section/9` }, 'has sections 1 to 1, got 9'],
    ['outline', { id: `${REPORT_ID}x` }, 'Expected an id'],
    ['ask', { question: '？', history: [{ role: 'system', content: 'x' }] }, 'history'],
    ['ask', { question: '？', filters: { years: ['x'] } }, 'filters'],
    ['ask', { question: '？', filters: { documents: ['fedcba9876543210'] } }, 'There is no report'],
  ])('tells the model what is wrong with %s %o', async (name, args, said) => {
    const { isError, content } = await (await connect()).call(name, args)
    expect(isError).toBe(true)
    expect(content).toMatchObject([{ type: 'text', text: expect.stringContaining(said) }])
  })

  it.each([
    ['an unknown tool', (client: Client) => client.callTool({ name: 'rm' })],
    ['an unknown resource', (client: Client) => client.readResource({ uri: 'report://fedcba9876543210' })],
    ['a resource elsewhere', (client: Client) => client.readResource({ uri: 'file:///etc/passwd' })],
    ['an unknown prompt', (client: Client) => client.getPrompt({ name: 'x' })],
    ['a prompt without its question', (client: Client) => client.getPrompt({ name: 'cite-answer' })],
  ])('answers %s with an error of the protocol', async (_, ask) => {
    const { client } = await connect()
    await expect(ask(client)).rejects.toMatchObject({ code: -32602 })
  })

  it('gives the message and the hint of a fault that is known, and nothing of one that isn’t', async () => {
    const faults = [
      new AppError('index-missing', 'Nothing was learnt.', { hint: 'Learn.' }),
      new Error('secret'),
    ]
    const { call, parts } = await connect({ search: async () => Promise.reject(faults.shift()) })
    const said = async () => (await call('search', { query: '门诊量' })).content
    expect(await said()).toEqual([{ type: 'text', text: 'Nothing was learnt. Learn.' }])
    expect(await said()).toEqual([
      { type: 'text', text: 'Something went wrong inside the service. Its log has the details.' },
    ])
    expect(parts.logged.filter((line) => line.includes('secret'))).toHaveLength(1)
  })

  it('says how far the first learning is', async () => {
    const learning = { files: 5, filesDone: 2, chunks: 90, chunksDone: 30, refused: [], done: false }
    const { call } = await connect({ status: () => ({ ...STATUS, ready: false, learning }) })
    const { isError, content } = await call('ask', { question: '门诊量' })
    expect(isError).toBe(true)
    expect(content).toMatchObject([{ text: expect.stringContaining('2 of 5 files, 30 of 90 chunks') }])
  })

  it('stops the work when the client goes away', async () => {
    const begun = defer<AbortSignal | undefined>()
    const stopped = defer<void>()
    const { client } = await connect({
      async *ask(_, options) {
        options?.signal?.addEventListener('abort', () => stopped.resolve())
        begun.resolve(options?.signal)
        await stopped.promise
        yield* EVENTS
      },
    })
    const failed = expect(client.callTool({ name: 'ask', arguments: { question: '？' } })).rejects.toThrow()
    const signal = await begun.promise
    await client.close()
    await Promise.all([failed, stopped.promise])
    expect(signal?.aborted).toBe(true)
  })
})
