// Characters that swell, hide, turn or look alike: stored as they were sent, compared by a key, and offsets still hold.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { learnUpload, listOf } from '../fixtures/upload-service.ts'
import { type QuickService, quickService } from './quick-service.ts'

const SWELLING = '\ufdfa'
/** Composes to other lengths, folds to other lengths, has no picture, or turns the line. */
const TRICKS = [
  '（一）：…①㎡Ⅷ㍿ﬀİß',
  'Cafe\u0301 가 Å',
  '\u200b\u200d\u2060\u00ad\ufeff',
  '\u202e\u2066反\u2069\u202c',
  '𠮷🧑‍🤝‍🧑🏳️‍🌈',
  `${SWELLING}${SWELLING}`,
  '圖書館與圕',
]
const REPORT = [
  '青屿县图书馆2024年工作总结',
  '',
  '一、基本情况',
  ...TRICKS.map(
    (trick, i) => `${trick}第${i + 1}室${trick}现有藏书${i + 2}0万册，${trick}全部开放${trick}。`,
  ),
  '',
].join('\n')

let service: QuickService
beforeAll(async () => {
  service = await quickService({ '图书馆.txt': REPORT }, { WENBAO_REFUSAL_THRESHOLD: '0' })
})
afterAll(() => service.close())

async function post(path: string, body: unknown) {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(service.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: response.status, body: await response.json() }
}

const range = z.object({ start: z.number(), end: z.number() })
const found = z.object({
  passages: z.array(
    z.object({
      document: z.object({ id: z.string() }),
      range,
      text: z.string(),
      highlights: z.array(range),
    }),
  ),
})

describe('a character that swells to eighteen', () => {
  it('makes no question longer than questions may be', async () => {
    expect((await post('/api/search', { question: SWELLING.repeat(100) })).status).toBe(200)
    for (const path of ['/api/search', '/api/ask']) {
      const { status, body } = await post(path, { question: SWELLING.repeat(2000) })
      expect(status).toBe(400)
      expect(body).toMatchObject({
        error: { message: 'The question has 36000 characters, at most 2000 are taken.' },
      })
    }
  })

  it('makes no report longer: twenty thousand of them are stored as they are', async () => {
    const text = `白石县图书馆2024年工作总结\n\n一、概况\n${`${SWELLING.repeat(99)}。`.repeat(200)}\n`
    const { files } = await learnUpload(service, ['长.txt', text])
    const id = files[0]?.kind === 'stored' ? files[0].documentId : ''
    expect(service.parts.document(id)?.text).toBe(text)
  })
})

describe('characters that compose, hide or turn the line', () => {
  it('stand in the text as it is stored, in NFC', () => {
    const [document] = service.parts.documents().filter(({ path }) => path === '图书馆.txt')
    expect(service.parts.document(document?.id ?? '')?.text).toBe(REPORT.normalize('NFC'))
  })

  it('move no offset: every passage, highlight and quotation is where it says', async () => {
    for (const [i] of TRICKS.entries()) {
      const question = `第${i + 1}室现有藏书多少册？`
      const { passages } = found.parse((await post('/api/search', { question })).body)
      expect(passages.length).toBeGreaterThan(0)
      for (const { document, range, text, highlights } of passages) {
        const source = service.parts.document(document.id)?.text.slice(range.start, range.end)
        expect(source).toContain(text.split('\n')[0])
        for (const { start, end } of highlights) expect(text.slice(start, end).trim()).not.toBe('')
      }
      const { body } = await post('/api/ask', { question })
      const answer = z
        .object({ citations: z.array(z.object({ documentId: z.string(), range, quote: z.string() })) })
        .parse(body)
      for (const { documentId, range, quote } of answer.citations) {
        expect(service.parts.document(documentId)?.text.slice(range.start, range.end)).toBe(quote)
      }
    }
  })

  it('are the same word where a question has it in another form', async () => {
    for (const question of [
      '圖書館現有藏書多少冊？',
      '图\u200b书馆现有\u202e藏书多少册？',
      '图书馆现有藏书多少册？'.normalize('NFD'),
    ]) {
      const { passages } = found.parse((await post('/api/search', { question })).body)
      expect(passages[0]?.text).toContain('藏书')
    }
  })

  it('stand in no name that is shown', async () => {
    const { files } = await learnUpload(
      service,
      ['a\u202egpj.txt', REPORT],
      ['b\u2066.txt', REPORT],
      ['c\u200b.txt', REPORT],
    )
    expect(files.map(({ kind }) => kind)).toEqual(['refused', 'refused', 'refused'])
    const turned = `---\ntitle: "年\\u202e报\\u2066"\norganisation: "青\\u200b屿县图书馆"\n---\n${REPORT}`
    await learnUpload(service, ['题.md', turned])
    const { documents } = await listOf(service)
    const [titled] = documents.filter(({ path }) => path === 'uploads/题.md')
    expect([titled?.title, titled?.organisation]).toEqual(['年报', '青屿县图书馆'])
  })
})
