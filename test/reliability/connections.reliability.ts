// Many at once, some of them slow, some of them gone: what does the service hold on to, and for how long?
import { execFile } from 'node:child_process'
import { connect, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openFilesOf, rssOf } from '../../scripts/load/process-state.mjs'
import { shareOf, tell } from './share.ts'
import { isQuiet, QUESTION, type SpawnedService, searchOnce, spawnService } from './spawned-service.ts'

const CONNECTIONS = shareOf(10_000, 1_500)
const SLOW = shareOf(500, 100)
/** Files that the client needs beside its sockets. */
const SPARE_FILES = 500
const FLOOD_MS = 240_000
/** The head of a request has 10 s to come and is looked after every 2 s, a whole request 120 s. */
const HEADS_END_MS = 20_000
const BODIES_END_MS = 140_000
/** A reader who takes nothing has 20 s from when the system's buffers are full. */
const READERS_END_MS = 60_000
const MOST_RSS = 800

const run = promisify(execFile)

let service: SpawnedService
beforeAll(async () => {
  // The bundled model: a server of vectors would be flooded as well.
  service = await spawnService({ WENBAO_EMBEDDING_MODEL: 'bundled' })
})
afterAll(() => service.close())

describe(`${CONNECTIONS} connections at once`, () => {
  it('are answered right, told to come again, or refused, and the service is well afterwards', async (context) => {
    const script = fileURLToPath(new URL('flood.mjs', import.meta.url))
    const shell = `ulimit -n ${CONNECTIONS + SPARE_FILES} && exec "$0" "$@"`
    const body = JSON.stringify({ question: QUESTION })
    const args = ['-c', shell, process.execPath, script, service.url, String(CONNECTIONS), body]
    const before = rssOf(service.process.pid)
    let flooded: { readonly stdout: string }
    try {
      flooded = await run('sh', args, { timeout: FLOOD_MS })
    } catch (error) {
      if (!/ulimit/.test(String(error))) throw error
      tell('connections', { skipped: 'this machine does not allow so many open files (ulimit -n)' })
      return context.skip()
    }
    const counts: Record<string, number> = JSON.parse(flooded.stdout)
    const after = rssOf(service.process.pid)
    tell(`connections ${CONNECTIONS}`, {
      ...counts,
      'rss MB before': Math.round(before),
      after: Math.round(after),
    })
    expect(counts).toMatchObject({ wrong: 0, unsaid: 0, noDescriptor: 0 })
    expect(counts['answered']).toBeGreaterThan(0)
    expect(after).toBeLessThan(MOST_RSS)
    expect(await searchOnce(service)).toBe(200)
    await isQuiet(service)
  })
})

describe(`${SLOW} slow senders`, () => {
  it.each([
    ['a head', HEADS_END_MS, 'POST /api/search HTTP/1.1\r\nHost: localhost\r\n', 'X-Slow: a\r\n'],
    [
      'a body',
      BODIES_END_MS,
      'POST /api/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{',
      ' ',
    ],
  ])('of %s, byte by byte, keep nobody waiting and are ended', async (what, endsWithinMs, begin, more) => {
    const sockets = await opened(SLOW)
    for (const socket of sockets) socket.write(begin)
    const trickle = setInterval(() => {
      for (const socket of sockets) if (socket.writable) socket.write(more)
    }, 1_000)
    try {
      const statuses = await searchWhile(() => sockets.some((socket) => !socket.closed), endsWithinMs)
      expect(sockets.filter((socket) => !socket.closed)).toHaveLength(0)
      expect(statuses.filter((status) => status !== 200)).toEqual([])
      tell(`slow senders of ${what} ${SLOW}`, { 'searches meanwhile': statuses.length, failed: 0 })
    } finally {
      clearInterval(trickle)
      for (const socket of sockets) socket.destroy()
    }
    await isQuiet(service)
  })
})

describe('slow readers', () => {
  it('of a large file are cut off, and what waited for them is given back', async () => {
    const id = await uploadLarge()
    const files = openFilesOf(service.process.pid)
    const sockets = await opened(shareOf(50, 10))
    for (const socket of sockets) {
      socket.pause()
      socket.write(`GET /api/documents/${id}/original HTTP/1.1\r\nHost: localhost\r\n\r\n`)
    }
    await vi.waitFor(() => expect(openFilesOf(service.process.pid)).toBeGreaterThan(files), {
      timeout: 10_000,
    })
    const held = rssOf(service.process.pid)
    await vi.waitFor(() => expect(openFilesOf(service.process.pid)).toBeLessThanOrEqual(files), {
      timeout: READERS_END_MS,
      interval: 500,
    })
    for (const socket of sockets) socket.destroy()
    tell(`slow readers ${sockets.length}`, { 'rss MB while they wait': Math.round(held) })
    expect(await searchOnce(service)).toBe(200)
    await isQuiet(service)
  })
})

async function opened(count: number): Promise<Socket[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const socket = connect(service.port, '127.0.0.1')
      // Being cut off is what is waited for.
      socket.on('error', () => {})
      await new Promise<void>((resolve) => socket.once('connect', resolve))
      return socket
    }),
  )
}

async function searchWhile(isGoingOn: () => boolean, mostMs: number): Promise<number[]> {
  const statuses: number[] = []
  const end = performance.now() + mostMs
  while (isGoingOn() && performance.now() < end) statuses.push(await searchOnce(service))
  return statuses
}

async function uploadLarge(): Promise<string> {
  const form = new FormData()
  const picture = Buffer.alloc(15 * 1024 * 1024, 'x')
  const body = `<h1>大文件</h1><p>全年新建成的项目全部投入使用。</p><!-- ${picture.toString('latin1')} -->`
  form.append('files', new File([body], '大文件.html'))
  const reply = await fetch(`${service.url}/api/documents`, { method: 'POST', body: form })
  const { files } = (await reply.json()) as { files: readonly { documentId: string }[] }
  return files[0]?.documentId ?? ''
}
