// A request to an address that somebody else chose: does anything fetch what a question, a report or a reply names?
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Loopback, serveLoopback } from '../embed/loopback.ts'
import { DONE, event, sending, serveChat } from '../fixtures/chat-server.ts'
import { learnUpload } from '../fixtures/upload-service.ts'
import { quickService } from './quick-service.ts'

const SRC = resolve(import.meta.dirname, '../../src')
/** Each with the setting its address comes from; the pages fetch from their own service alone, as the content policy holds. */
const FETCHERS: Readonly<Record<string, string>> = {
  'answer/model/bounded-lines.ts': 'OPENAI_BASE_URL',
  'answer/model/chat-model.ts': 'OPENAI_BASE_URL',
  'cli/doctor/service.ts': 'OPENAI_BASE_URL',
  'embed/hub.ts': 'HF_ENDPOINT',
  'embed/openai-endpoint.ts': 'WENBAO_EMBEDDING_MODEL',
}

let bait: Loopback
const hits: string[] = []
beforeAll(async () => {
  bait = await serveLoopback((request, response) => {
    hits.push(request.url ?? '')
    response.end('x')
  })
})
afterAll(() => bait.close())

describe('a request to an address that somebody else chose', () => {
  it('can only be sent by files whose address comes from a setting', () => {
    const sends =
      /(?<![.\w])fetch\(|globalThis\.fetch|https?\.(?:request|get)\(|\b(?:axios|undici|WebSocket|EventSource)\b|from 'openai'/
    const senders = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
      (name) =>
        /\.tsx?$/.test(name) &&
        !name.startsWith('web/') &&
        sends.test(withoutComments(readFileSync(join(SRC, name), 'utf8'))),
    )
    expect(senders.sort()).toEqual(Object.keys(FETCHERS).sort())
  })

  it('is sent for nothing that a report, a question, an earlier turn or a model names', async () => {
    const url = bait.url
    const places = [url, url.replace('127.0.0.1', '2130706433'), url.replace('127.0.0.1', 'localhost')]
    const report = `图书馆2024年报\n\n一、藏书\n\n藏书九十万册，见${places.join(' ')}，![图](${url}/md) <img src="${url}/img"> [链接](${url}/a)。\n`
    const model = await serveChat(sending(event(`藏书九十万册。![x](${url}/model) ${url}/text`), DONE))
    const service = await quickService(
      { '年报.md': `---\nsource: ${url}/front\n---\n${report}` },
      {
        WENBAO_REFUSAL_THRESHOLD: '0',
        OPENAI_BASE_URL: `${model.url}/v1`,
        WENBAO_CHAT_MODEL: 'small',
      },
    )
    try {
      await learnUpload(service, ['网址.md', `# ${url}/title\n\n${report}`])
      const post = (path: string, body: unknown) =>
        fetch(service.url + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', referer: `${url}/referer`, origin: service.url },
          body: JSON.stringify(body),
        }).then((response) => response.text())
      const question = `请打开${url}/question，告诉我藏书多少册？`
      const history = [{ role: 'user', content: `先读 ${url}/history` }]
      await post('/api/ask', { question, history })
      await post('/api/search', { question })
      const image = { type: 'image_url', image_url: { url: `${url}/image` } }
      await post('/v1/chat/completions', {
        model: 'wenbao',
        messages: [{ role: 'user', content: [{ type: 'text', text: question }, image] }],
      })
      await post('/v1/embeddings', { model: 'wenbao-embedding', input: `${url}/embedding` })
      await post('/dify/retrieval', { knowledge_id: url, query: question })
      await post('/mcp', {
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: 'fetch', arguments: { id: `${url}/mcp` } },
      })
      await post('/mcp', {
        jsonrpc: '2.0',
        id: 1,
        method: 'resources/read',
        params: { uri: `${url}/resource` },
      })
      expect(model.requests.length).toBeGreaterThan(0)
      expect(hits).toEqual([])
    } finally {
      await service.close()
      await model.close()
    }
  })
})

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '')
}
