// Dify's calls as it documents and sends them, over a real socket, on a real collection.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHashingEmbedder } from '../../../src/embed/hashing.ts'
import { createApp } from '../../../src/server/app.ts'
import { difyError } from '../../../src/server/dify/errors.ts'
import { retrievalReply } from '../../../src/server/dify/retrieval-schemas.ts'
import { fakeParts, STATUS } from '../../fixtures/fake-service.ts'
import { type Served, serve } from '../../fixtures/served.ts'

const KEY = 'wb_key-that-dify-holds'
const REPORTS = {
  '2023/白石县图书馆.txt': '白石县图书馆2023年工作总结\n\n一、读者服务\n全年接待读者二十万人次。\n',
  '2024/青屿县图书馆.txt': '青屿县图书馆2024年工作总结\n\n一、读者服务\n全年接待读者四十万人次。\n',
  '2024/临湖县图书馆.txt': '临湖县图书馆2024年工作总结\n\n一、读者服务\n全年接待读者六十万人次。\n',
}

let folder = ''
let served: Served

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenbao-dify-'))
  for (const [path, text] of Object.entries(REPORTS)) {
    mkdirSync(join(folder, 'reports', path, '..'), { recursive: true })
    writeFileSync(join(folder, 'reports', path), text)
  }
  const settings = {
    WENBAO_API_KEYS: `dify:read:${KEY},loader:write:wb_key-of-a-loader`,
    WENBAO_PUBLIC_URL: 'https://reports.example/',
  }
  served = await serve(folder, settings, async () => createHashingEmbedder({ dimension: 64 }))
})

afterAll(async () => {
  await served.close()
  rmSync(folder, { recursive: true })
})

function call(body: unknown, authorization = `Bearer ${KEY}`): Promise<Response> {
  return fetch(`${served.url}/dify/retrieval`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization, connection: 'close' },
    body: JSON.stringify(body),
  })
}

const QUERY = { knowledge_id: 'all', query: '接待读者多少人次？' }
const SETTING = { top_k: 5, score_threshold: 0 }

async function titlesFor(more: object): Promise<string[]> {
  const response = await call({ ...QUERY, retrieval_setting: SETTING, ...more })
  const { records } = retrievalReply.parse(await response.json())
  return records.map(({ title }) => title.slice(0, 2)).toSorted()
}

describe('POST /dify/retrieval', () => {
  it('answers the call by which Dify tries an address: a key and no body at all', async () => {
    const response = await fetch(`${served.url}/dify/retrieval`, {
      method: 'POST',
      headers: { authorization: `Bearer ${KEY}`, connection: 'close' },
    })
    expect([response.status, await response.json()]).toEqual([200, { records: [] }])
  })

  it.each([
    ['another key', 'Bearer wb_another', 1002, 'Expected a key that is set here, got another.'],
    [
      'a key of another scope',
      'Bearer wb_key-of-a-loader',
      1002,
      'Expected a key with the scope read, got one with write.',
    ],
    ['another scheme', `Basic ${KEY}`, 1001, 'Expected a key that is set here, got another.'],
    ['no key', '', 1001, 'Expected a key that is set here, got another.'],
  ])(
    'refuses %s with 403, which Dify notices, whether it tries or asks',
    async (_, authorization, code, message) => {
      const probe = await fetch(`${served.url}/dify/retrieval`, {
        method: 'POST',
        headers: { authorization, connection: 'close' },
      })
      const asked = await call(QUERY, authorization)
      expect([probe.status, asked.status]).toEqual([403, 403])
      const { error_code, error_msg } = difyError.parse(await asked.json())
      expect([error_code, error_msg]).toEqual([code, expect.stringContaining(message)])
    },
  )

  it('gives records with text, score, title and metadata', async () => {
    const response = await call({
      knowledge_id: '2024',
      query: '青屿县图书馆接待读者多少人次？',
      retrieval_setting: { top_k: 1, score_threshold: 0.0 },
    })
    expect(response.status).toBe(200)
    const { records } = retrievalReply.parse(await response.json())
    expect(records).toMatchObject([
      {
        content: '青屿县图书馆2024年工作总结 > 一、读者服务\n全年接待读者四十万人次。',
        title: '青屿县图书馆2024年工作总结',
        metadata: {
          path: '2024/青屿县图书馆.txt',
          folder: '2024',
          year: [2024],
          section: '青屿县图书馆2024年工作总结 > 一、读者服务',
          url: expect.stringMatching(/^https:\/\/reports\.example\/d\/[0-9a-f]{16}#[\w-]+$/),
        },
      },
    ])
    const { metadata } = records[0] ?? { metadata: { document_id: '', start: 0, end: 0 } }
    const text = served.parts.document(metadata.document_id)?.text
    expect(text?.slice(metadata.start, metadata.end)).toBe('全年接待读者四十万人次。')
  })

  it('links to a range that the service finds again', async () => {
    const { records } = retrievalReply.parse(await (await call(QUERY)).json())
    const [id, rangeId] = new URL(records[0]?.metadata.url ?? '').href.split('/d/')[1]?.split('#') ?? []
    const found = await fetch(`${served.url}/api/documents/${id}/ranges/${rangeId}`, {
      headers: { 'x-api-key': KEY, connection: 'close' },
    })
    expect(await found.json()).toMatchObject({ changed: false, range: { start: records[0]?.metadata.start } })
  })

  it('picks a folder by the knowledge id, before anything is scored', async () => {
    expect(await titlesFor({})).toEqual(['临湖', '白石', '青屿'])
    expect(await titlesFor({ knowledge_id: '2024' })).toEqual(['临湖', '青屿'])
    expect(await titlesFor({ knowledge_id: '2023', retrieval_setting: { top_k: 1 } })).toEqual(['白石'])
  })

  it('tells an unknown knowledge id by 2001, and never by a 404, which Dify takes for a wrong address', async () => {
    const response = await call({ ...QUERY, knowledge_id: '2022' })
    expect([response.status, await response.json()]).toEqual([
      400,
      {
        error_code: 2001,
        error_msg:
          'Expected the knowledge id all, or a folder of the collection, got "2022". Folders: "2023", "2024".',
      },
    ])
  })

  it.each([
    [[{ name: 'year', comparison_operator: '=', value: 2023 }], ['白石']],
    [[{ name: ['organisation', 'title'], comparison_operator: 'contains', value: '青屿' }], ['青屿']],
    [[{ name: 'year', comparison_operator: '≥', value: '2024' }], ['临湖', '青屿']],
    [[{ name: 'source', comparison_operator: 'empty' }], ['临湖', '白石', '青屿']],
    [[{ name: ['category', 'tag'], comparison_operator: 'contains', value: 'AI' }], []],
    [[{ name: 'folder', comparison_operator: 'in', value: ['2023', '2022'] }], ['白石']],
  ])('searches only reports that meet %j', async (conditions, titles) => {
    expect(await titlesFor({ metadata_condition: { logical_operator: 'and', conditions } })).toEqual(titles)
  })

  it('leaves out what scores less than the threshold, and orders by score', async () => {
    const scoresFor = async (score_threshold: number) => {
      const response = await call({ ...QUERY, retrieval_setting: { top_k: 5, score_threshold } })
      return retrievalReply.parse(await response.json()).records.map(({ score }) => score)
    }
    const all = await scoresFor(0)
    expect(all).toEqual(all.toSorted((a, b) => b - a))
    expect(all.length).toBe(3)
    const threshold = all[1] ?? 1
    expect(await scoresFor(threshold)).toEqual(all.filter((score) => score >= threshold))
    expect(await scoresFor(1)).toEqual([])
  })

  it('takes what newer versions may add, and what they may leave out', async () => {
    const response = await call({
      knowledge_id: 'all',
      query: '读者',
      rerank: true,
      metadata_condition: null,
    })
    expect(response.status).toBe(200)
  })

  it('cuts a message that is longer than a question may be', async () => {
    expect((await call({ ...QUERY, query: '读者𠮷'.repeat(1000) })).status).toBe(200)
  })

  it('finds nothing for blanks', async () => {
    expect(await (await call({ ...QUERY, query: ' \n' })).json()).toEqual({ records: [] })
  })

  it.each([
    ['a body that is no JSON', '{', 'application/json', 400],
    ['a field of another type', '{"query":1}', 'application/json', 400],
    [
      'an operator that is none',
      '{"query":"a","metadata_condition":{"conditions":[{"name":"a","comparison_operator":"~"}]}}',
      'application/json',
      400,
    ],
    ['a form', 'query=a', 'application/x-www-form-urlencoded', 415],
    ['a body of a megabyte', `{"query":"${'a'.repeat(1_000_000)}"}`, 'application/json', 413],
  ])('refuses %s in the form that Dify reads', async (_, body, type, status) => {
    const response = await fetch(`${served.url}/dify/retrieval`, {
      method: 'POST',
      headers: { 'content-type': type, authorization: `Bearer ${KEY}`, connection: 'close' },
      body,
    })
    expect([response.status, await response.json()]).toEqual([
      status,
      { error_code: 3001, error_msg: expect.any(String) },
    ])
  })

  it('says so while the reports are being learnt, and when something breaks', async () => {
    const learning = { files: 5, filesDone: 1, chunks: 9, chunksDone: 2, refused: [], done: false }
    const asking = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(QUERY),
    }
    const busy = fakeParts({ status: () => ({ ...STATUS, ready: false, learning }) })
    const waiting = await createApp(busy).request('/dify/retrieval', asking)
    expect([waiting.status, await waiting.json()]).toEqual([
      503,
      {
        error_code: 3003,
        error_msg: 'The reports are being learnt: 1 of 5 files, 2 of 9 chunks.',
      },
    ])
    const broken = fakeParts({ search: () => Promise.reject(new Error('canary')) })
    const failed = await createApp(broken).request('/dify/retrieval', asking)
    expect([failed.status, await failed.json()]).toEqual([
      500,
      { error_code: 3004, error_msg: 'Something went wrong inside the service. Its log has the details.' },
    ])
  })
})
