import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/server/app.ts'
import { documentList, documentView } from '../../src/server/document-schemas.ts'
import { fakeParts, REPORT, REPORT_ID, SUMMARY } from '../fixtures/fake-service.ts'

describe('GET /api/documents', () => {
  it('lists what is held in the described form', async () => {
    const response = await createApp(fakeParts()).request('/api/documents')
    expect(documentList.parse(await response.json())).toEqual({ documents: [SUMMARY] })
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

  it.each(['fedcba9876543210', 'x', '..%2f..%2fetc%2fpasswd', '%00', '%e5%8c%bb'])(
    'answers 404 for %s',
    async (id) => {
      const response = await createApp(fakeParts()).request(`/api/documents/${id}`)
      expect(response.status).toBe(404)
      expect(await response.json()).toMatchObject({ error: { code: 'not-found' } })
    },
  )
})
