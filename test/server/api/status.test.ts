import { describe, expect, it } from 'vitest'
import { readKeys } from '../../../src/keys.ts'
import { notReadyMessage } from '../../../src/server/api/status.ts'
import { statusSchema } from '../../../src/server/api/status-schemas.ts'
import { createApp } from '../../../src/server/app.ts'
import type { ServiceStatus } from '../../../src/service.ts'
import { fakeParts, STATUS } from '../../fixtures/fake-service.ts'

const LEARNING: ServiceStatus = {
  ...STATUS,
  ready: false,
  embedder: undefined,
  search: undefined,
  learning: {
    files: 5,
    filesDone: 1,
    chunks: 40,
    chunksDone: 8,
    refused: [{ path: 'b.txt', reason: 'it is empty' }],
    done: false,
  },
}

describe('GET /api/status', () => {
  it.each([
    ['at rest', STATUS],
    ['while learning', LEARNING],
  ])('tells the state %s in the described form', async (_, status) => {
    const response = await createApp(fakeParts({ status: () => status })).request('/api/status')
    const { version, ...told } = statusSchema.parse(await response.json())
    expect(version).toMatch(/^\d+\.\d+\.\d+/)
    expect(told).toEqual({ ...JSON.parse(JSON.stringify(status)), mayUpload: true })
  })
})

describe('GET /api/status by key', () => {
  const { keys } = readKeys('reader:read:key-of-the-reader,office:read+write:key-of-the-office')
  const settings = { apiKeys: keys, corpusFolder: '/srv/reports' }
  const told = async (key: string) => {
    const app = createApp(fakeParts({}, settings))
    const response = await app.request('/api/status', { headers: { authorization: `Bearer ${key}` } })
    return statusSchema.parse(await response.json())
  }

  it('tells who may upload, and where the folder of reports is', async () => {
    expect(await told('key-of-the-office')).toMatchObject({ mayUpload: true, folder: '/srv/reports' })
    expect(await told('key-of-the-reader')).toMatchObject({ mayUpload: false, folder: '/srv/reports' })
  })
})

describe('GET /health', () => {
  it('says that the process lives, ready or not', async () => {
    const response = await createApp(fakeParts({ status: () => LEARNING })).request('/health')
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok', documents: 1 }])
  })
})

describe('GET /ready', () => {
  it('is 200 once questions can be answered', async () => {
    const response = await createApp(fakeParts()).request('/ready')
    expect([response.status, await response.json()]).toEqual([200, { status: 'ready', documents: 1 }])
  })

  it('is 503 while a first learning is under way, with its progress', async () => {
    const response = await createApp(fakeParts({ status: () => LEARNING })).request('/ready')
    expect(response.status).toBe(503)
    const message = 'The reports are being learnt: 1 of 5 files, 8 of 40 chunks.'
    expect(await response.json()).toMatchObject({ error: { code: 'not-ready', message } })
  })

  it('is 503 before the search is open', async () => {
    const status = () => ({ ...STATUS, ready: false, search: undefined })
    const response = await createApp(fakeParts({ status })).request('/ready')
    expect(response.status).toBe(503)
  })
})

describe('notReadyMessage', () => {
  it('lets a question through when a learning ended, so that the true fault is told', () => {
    const learning = { files: 1, filesDone: 0, chunks: 0, chunksDone: 0, refused: [], done: true }
    expect(notReadyMessage({ ...STATUS, ready: false, learning })).toBeUndefined()
  })
})
