import { describe, expect, it } from 'vitest'
import { rangeId } from '../../../src/answer/permalink.ts'
import { citedRange, documentList, documentView } from '../../../src/server/api/document-schemas.ts'
import { createApp } from '../../../src/server/app.ts'
import { fakeParts, REPORT, REPORT_ID, SUMMARY } from '../../fixtures/fake-service.ts'

describe('GET /api/documents', () => {
  it('lists what is held in the described form', async () => {
    const response = await createApp(fakeParts()).request('/api/documents')
    expect(documentList.parse(await response.json())).toEqual({ documents: [SUMMARY], uploads: [] })
    expect(response.headers.get('cache-control')).toBe('no-store')
  })
})

describe('GET /api/documents/{id}', () => {
  it('gives text and outline, and keeps what only learning needs', async () => {
    const response = await createApp(fakeParts()).request(`/api/documents/${REPORT_ID}`)
    const view = documentView.parse(await response.json())
    expect([view.text, view.outline, view.captions]).toEqual([REPORT.text, REPORT.outline, REPORT.captions])
    expect(Object.keys(view).filter((key) => ['sha256', 'encoding', 'dateFrom'].includes(key))).toEqual([])
  })

  it('leads a former id to what took its place', async () => {
    const successor = (id: string) => (id === 'fedcba9876543210' ? REPORT_ID : undefined)
    const app = createApp(fakeParts({ successor }))
    const response = await app.request('/api/documents/fedcba9876543210')
    expect(documentView.parse(await response.json())).toMatchObject({
      id: REPORT_ID,
      formerId: 'fedcba9876543210',
    })
    const present = await app.request(`/api/documents/${REPORT_ID}`)
    expect(documentView.parse(await present.json()).formerId).toBe(undefined)
  })

  it.each(['fedcba9876543210', 'x', '..%2f..%2fetc%2fpasswd', '%00', '%e5%8c%bb'])(
    'answers 404 for %s',
    async (id) => {
      const response = await createApp(fakeParts()).request(`/api/documents/${id}`)
      expect(response.status).toBe(404)
      expect(await response.json()).toMatchObject({ error: { code: 'not-found' } })
    },
  )
})

describe('GET /api/documents/{id}/ranges/{rangeId}', () => {
  const range = { start: 6, end: 16 }
  const ask = async (rangeId: string, changes = {}) => {
    const response = await createApp(fakeParts(changes)).request(
      `/api/documents/${REPORT_ID}/ranges/${rangeId}`,
    )
    return { status: response.status, body: await response.json() }
  }

  it('finds the cited words', async () => {
    const { body } = await ask(rangeId(REPORT.text, range))
    expect(citedRange.parse(body)).toEqual({
      documentId: REPORT_ID,
      range,
      quote: '门诊量为一百万人次。',
      changed: false,
    })
  })

  it('finds them where they moved to, and says when they changed', async () => {
    const id = rangeId(REPORT.text, range)
    const withText = (text: string) => ({ document: () => ({ ...REPORT, text }) })
    expect((await ask(id, withText(`更正\n\n${REPORT.text}`))).body).toMatchObject({
      range: { start: 10, end: 20 },
      changed: false,
    })
    expect((await ask(id, withText(REPORT.text.replace('一', '二')))).body).toMatchObject({
      quote: '门诊量为二百万人次。',
      changed: true,
    })
  })

  it.each(['6-16', 'x', '%00', '1-1-1-'])('answers 404 for %s', async (id) => {
    expect(await ask(id)).toMatchObject({ status: 404, body: { error: { code: 'not-found' } } })
  })
})
