// Files made to do harm, sent one after the other: does the service answer throughout, and what becomes of each?
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { childrenOf, peakRssOf, rssOf } from '../../scripts/load/process-state.mjs'
import type { HostileFile } from './hostile/hostile-file.ts'
import { HOSTILE_FILES } from './hostile/hostile-files.ts'
import { tell } from './share.ts'
import { type SpawnedService, searchOnce, spawnService } from './spawned-service.ts'

/** From sending a file to the reason of its refusal. */
const REFUSED_WITHIN_MS = 35_000
/** A learnt one is looked for as long. */
const LEARNT_WITHIN_MS = 120_000
/** Of the service alone, in megabytes: a file of 20 MB is held some times over while it is taken in. */
const MOST_RSS = 800

interface FileResult {
  readonly kind: string
  readonly reason?: string
  readonly documentId?: string
}

let service: SpawnedService
let quiet = 0
let slowest = { ms: 0, name: '' }
const asking = new AbortController()
let asked: Promise<{ ok: number; failed: number; slowest: number }>

beforeAll(async () => {
  service = await spawnService()
  quiet = rssOf(service.process.pid)
  asked = searchUntil(asking.signal)
})
afterAll(() => service.close())

describe('a hostile file', () => {
  it.each(HOSTILE_FILES.map((file) => [file.what, file] as const))('with %s', async (_, file) => {
    const bytes = file.bytes()
    const started = performance.now()
    const result = await upload(file, bytes)
    const ms = performance.now() - started
    if (ms > slowest.ms) slowest = { ms, name: file.name }
    if (file.expected.kind === 'refused') {
      expect(result).toMatchObject({ kind: 'refused', reason: expect.stringMatching(file.expected.reason) })
      expect(ms).toBeLessThan(REFUSED_WITHIN_MS)
      return
    }
    expect(result).toMatchObject({ kind: 'stored' })
    const text = await learntText(result.documentId ?? '')
    expect(text.includes(file.expected.including)).toBe(true)
    if (file.expected.without !== undefined) expect(text).not.toContain(file.expected.without)
    await fetch(`${service.url}/api/documents/${result.documentId}`, { method: 'DELETE' })
  })
})

describe('the service', () => {
  it('refuses a body of a gigabyte before it is sent, and one without a length at the limit', async () => {
    const length = await uploadOf('a.txt', endless(1024), { 'content-length': String(1024 ** 3) })
    expect(length).toBe(413)
    expect(await uploadOf('a.txt', endless(1024))).toBe(413)
  })

  it('refuses JSON that is 200,000 deep', async () => {
    const body = `{"question":${'['.repeat(60_000)}`
    const headers = { 'content-type': 'application/json' }
    expect((await fetch(`${service.url}/api/search`, { method: 'POST', headers, body })).status).toBe(400)
  })

  it('has answered every search meanwhile, and holds nothing of it any more', async () => {
    await vi.waitFor(() => expect(childrenOf(service.process.pid)).toEqual([]), { timeout: 40_000 })
    asking.abort()
    const searches = await asked
    const rss = rssOf(service.process.pid)
    const peak = peakRssOf(service.process.pid)
    tell(`hostile files ${HOSTILE_FILES.length}`, {
      'searches answered': searches.ok,
      failed: searches.failed,
      'slowest search ms': Math.round(searches.slowest),
      'slowest file ms': `${Math.round(slowest.ms)} (${slowest.name})`,
      'rss MB before': Math.round(quiet),
      after: Math.round(rss),
      peak: Math.round(peak),
    })
    expect(searches.failed).toBe(0)
    expect(searches.ok).toBeGreaterThan(HOSTILE_FILES.length)
    expect(peak).toBeLessThan(MOST_RSS)
    expect(service.temporaryFiles()).toEqual([])
    expect(await searchOnce(service)).toBe(200)
  })
})

async function searchUntil(signal: AbortSignal) {
  const counts = { ok: 0, failed: 0, slowest: 0 }
  while (!signal.aborted) {
    const started = performance.now()
    if ((await searchOnce(service)) === 200) counts.ok += 1
    else counts.failed += 1
    counts.slowest = Math.max(counts.slowest, performance.now() - started)
  }
  return counts
}

async function upload({ name }: HostileFile, bytes: Uint8Array): Promise<FileResult> {
  const boundary = 'xXhostileXx'
  // By hand: FormData would mend the names.
  const quoted = name.replaceAll('"', '%22')
  const body = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${quoted}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  const response = await fetch(`${service.url}/api/documents`, { method: 'POST', headers, body })
  expect(response.status).toBe(200)
  // Described by uploadReply.
  const { files } = (await response.json()) as { files: readonly FileResult[] }
  return files[0] ?? { kind: 'nothing' }
}

async function learntText(documentId: string): Promise<string> {
  return vi.waitFor(
    async () => {
      const response = await fetch(`${service.url}/api/documents/${documentId}`)
      expect(response.status).toBe(200)
      return ((await response.json()) as { text: string }).text
    },
    { timeout: LEARNT_WITHIN_MS, interval: 200 },
  )
}

/** @returns the status, whenever it comes */
async function uploadOf(
  name: string,
  body: ReadableStream<Uint8Array>,
  headers: Readonly<Record<string, string>> = {},
): Promise<number> {
  const response = await fetch(`${service.url}/api/documents?${name}`, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x', ...headers },
    body,
    duplex: 'half',
  })
  return response.status
}

function endless(megabytes: number): ReadableStream<Uint8Array> {
  const piece = new Uint8Array(1024 * 1024)
  let left = megabytes
  return new ReadableStream({
    pull(controller) {
      left -= 1
      if (left < 0) controller.close()
      else controller.enqueue(piece)
    },
  })
}
