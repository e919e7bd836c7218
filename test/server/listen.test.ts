import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { readKeys } from '../../src/keys.ts'
import { createApp } from '../../src/server/app.ts'
import { Ending } from '../../src/server/ending.ts'
import { type ListenOptions, type RunningServer, startServer } from '../../src/server/listen.ts'
import type { Service } from '../../src/service.ts'
import { defer } from '../fixtures/deferred.ts'
import { fakeParts, REPORT, REPORT_ID } from '../fixtures/fake-service.ts'

describe('startServer', () => {
  let running: RunningServer | undefined

  afterEach(async () => {
    await running?.close()
    running = undefined
  })

  async function start(
    changes: Partial<Service> = {},
    options: Partial<ListenOptions> = {},
  ): Promise<RunningServer> {
    const ending = new Ending()
    const app = createApp({ ...fakeParts(changes), ending })
    running = await startServer(app, { host: '127.0.0.1', port: 0, ending, ...options })
    return running
  }

  function post(url: string): Promise<Response> {
    const headers = { 'content-type': 'application/json', connection: 'close' }
    return fetch(`${url}/api/search`, { method: 'POST', headers, body: '{"question":"门诊量"}' })
  }

  it('answers over a real socket', async () => {
    const response = await post((await start()).url)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ question: '门诊量' })
  })

  it('refuses an address that others reach, unless told that this is wanted or keys are set', async () => {
    await expect(start({}, { host: '0.0.0.0' })).rejects.toMatchObject({
      code: 'bad-input',
      message: '0.0.0.0 can be reached by others, and nobody would be asked for a key.',
    })
    const { url, port } = await start({}, { host: '0.0.0.0', insecure: true })
    expect(url).toBe(`http://127.0.0.1:${port}`)
    await running?.close()
    const { keys: apiKeys } = readKeys('office:read:0123456789abcdef')
    expect(await start({}, { host: '0.0.0.0', apiKeys })).toMatchObject({ port: expect.any(Number) })
  })

  it('says so when the port is taken', async () => {
    const { port } = await start()
    await expect(startServer(createApp(fakeParts()), { host: '127.0.0.1', port })).rejects.toMatchObject({
      code: 'bad-input',
      message: `Port ${port} on 127.0.0.1 is taken by another program.`,
    })
  })

  it('says so when the machine has no such address', async () => {
    const options = { host: '203.0.113.7', port: 0, insecure: true }
    await expect(startServer(createApp(fakeParts()), options)).rejects.toThrow(
      'this machine has no such address',
    )
  })

  it('waits for no connection on which nothing was asked', async () => {
    const { port, close } = await start({}, { graceMs: 2 ** 30 })
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    // Accepted once a later one was answered.
    await (await fetch(`http://127.0.0.1:${port}/health`, { headers: { connection: 'close' } })).text()
    const cut = once(socket, 'close')
    await close()
    await cut
  })

  it('lets a running request end before it closes, says meanwhile that it ends, and takes no other', async () => {
    const asked = defer<void>()
    const { search } = fakeParts().service
    let answer = () => {}
    const server = await start({
      search: (question) =>
        new Promise((resolve) => {
          answer = () => resolve(search(question))
          asked.resolve()
        }),
    })
    const response = post(server.url)
    await asked.promise
    const closed = server.close()
    const late = await post(server.url)
    expect(late.status).toBe(503)
    expect(await late.json()).toMatchObject({
      error: { code: 'not-ready', message: 'The service is ending.' },
    })
    expect((await fetch(`${server.url}/ready`)).status).toBe(503)
    expect((await fetch(`${server.url}/health`)).status).toBe(200)
    answer()
    expect((await response).status).toBe(200)
    await closed
    await expect(post(server.url)).rejects.toThrow()
    await server.close()
  })

  it('cuts off a request that outlasts the grace time', async () => {
    const asked = defer<void>()
    const search = () => {
      asked.resolve()
      return new Promise<never>(() => {})
    }
    const server = await start({ search }, { graceMs: 1 })
    const response = post(server.url)
    await asked.promise
    await Promise.all([expect(response).rejects.toThrow(), server.close()])
  })

  it.each([
    ['/api/ask', '{"question":"a","stream":true}', /event: error\ndata: \{"error":\{"code":"not-ready"/],
    [
      '/v1/chat/completions',
      '{"model":"wenbao","stream":true,"messages":[{"role":"user","content":"a"}]}',
      /data: \{"error":\{"message":"The service is ending\./,
    ],
  ])(
    'calls off an answer of %s that outlasts the grace time, with an error as its last event',
    async (path, body, last) => {
      const ask: Service['ask'] = async function* (_, options) {
        yield { kind: 'delta', text: '门诊量' }
        // As a language model that has stopped talking.
        await new Promise((_, reject) => {
          options?.signal?.addEventListener('abort', () => reject(options.signal?.reason))
        })
      }
      const server = await start({ ask }, { graceMs: 200 })
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(`${server.url}${path}`, { method: 'POST', headers, body })
      const [text] = await Promise.all([response.text(), server.close()])
      expect(text).toContain('门诊量')
      expect(text).toMatch(last)
    },
  )

  it('closes a connection that is kept alive as soon as its answer was read', async () => {
    const server = await start({}, { graceMs: 2 ** 30 })
    await (await fetch(`${server.url}/health`)).text()
    await server.close()
  })

  it('stops working on a question whose asker is gone', async () => {
    const asked = defer<AbortSignal | undefined>()
    const search: Service['search'] = (_, options) => {
      asked.resolve(options?.signal)
      return new Promise(() => {})
    }
    const server = await start({ search }, { graceMs: 1 })
    const body = '{"question":"a"}'
    const socket = connect(server.port, '127.0.0.1')
    socket.write(
      `POST /api/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    )
    const signal = await asked.promise
    const aborted = signal && !signal.aborted ? once(signal, 'abort') : Promise.resolve()
    socket.destroy()
    await aborted
    expect(signal?.aborted).toBe(true)
  })

  it('stops an answer that streams to nobody', async () => {
    const begun = defer<AbortSignal | undefined>()
    const stopped = defer<void>()
    const ask: Service['ask'] = async function* (_, options) {
      begun.resolve(options?.signal)
      try {
        // For ever, as fast as the reader takes it.
        for (;;) {
          await new Promise((resolve) => setImmediate(resolve))
          yield { kind: 'delta', text: '门诊量' }
        }
      } finally {
        stopped.resolve()
      }
    }
    const server = await start({ ask }, { graceMs: 1 })
    const body = '{"question":"a","stream":true}'
    const socket = connect(server.port, '127.0.0.1')
    socket.write(
      `POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    )
    const signal = await begun.promise
    const [reply] = await once(socket, 'data')
    expect(String(reply)).toContain('text/event-stream')
    socket.destroy()
    await stopped.promise
    expect(signal?.aborted).toBe(true)
  })

  it('stops an answer that streams to somebody who does not read it', async () => {
    const stopped = defer<AbortSignal | undefined>()
    const ask: Service['ask'] = async function* (_, options) {
      try {
        for (;;) {
          await new Promise((resolve) => setImmediate(resolve))
          yield { kind: 'delta', text: '门诊量'.repeat(20_000) }
        }
      } finally {
        stopped.resolve(options?.signal)
      }
    }
    const server = await start({ ask }, { graceMs: 1, slowReaders: { graceMs: 50, leastRate: 1e9 } })
    const body = '{"question":"a","stream":true}'
    const socket = connect(server.port, '127.0.0.1').pause()
    socket.write(
      `POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    )
    expect((await stopped.promise)?.aborted).toBe(true)
    socket.destroy()
  })

  it.each([
    ['JSON', ''],
    ['a file', '/original'],
  ])('cuts off who does not read a long reply of %s, though it lay ready at once', async (_, path) => {
    // More than the system's buffers take; at the least rate it would have four minutes.
    const text = '门诊量'.repeat(2_000_000)
    const original = async () => ({ name: 'a.txt', bytes: Buffer.from(text), sha256: 'f'.repeat(64) })
    const { uploads } = fakeParts().service
    const { port } = await start(
      { document: () => ({ ...REPORT, text }), uploads: { ...uploads, original } },
      { graceMs: 1, slowReaders: { graceMs: 50, leastRate: 64 * 1024 } },
    )
    const accepted = acceptedSocket()
    const socket = connect(port, '127.0.0.1').pause()
    socket.write(`GET /api/documents/${REPORT_ID}${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
    await once(await accepted, 'close')
    socket.destroy()
  })

  it('sends a long reply whole to somebody who reads it', async () => {
    const text = '门诊量'.repeat(500_000)
    const { url } = await start({ document: () => ({ ...REPORT, text }) })
    const response = await fetch(`${url}/api/documents/${REPORT_ID}`)
    const body = await response.text()
    expect(response.headers.get('content-length')).toBe(String(Buffer.byteLength(body)))
    expect(JSON.parse(body)).toMatchObject({ id: REPORT_ID, text })
  })

  it('takes no place for a request before all of it is here', async () => {
    const ending = new Ending()
    const settings = { concurrency: 1 }
    const server = await startServer(createApp({ ...fakeParts({}, settings), ending }), {
      host: '127.0.0.1',
      port: 0,
      graceMs: 1,
      ending,
    })
    const trickling = connect(server.port, '127.0.0.1')
    trickling.write(
      'POST /api/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 16\r\n\r\n{',
    )
    while (ending.running === 0) await new Promise((resolve) => setImmediate(resolve))
    expect((await post(server.url)).status).toBe(200)
    trickling.write('"question":"a"}')
    const [reply] = await once(trickling, 'data')
    expect(String(reply)).toMatch(/^HTTP\/1\.1 200 /)
    trickling.destroy()
    await server.close()
  })

  it('refuses a request with two lengths', async () => {
    const server = await start()
    const socket = connect(server.port, '127.0.0.1')
    socket.write(
      'POST /api/search HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    )
    const [reply] = await once(socket, 'data')
    socket.destroy()
    expect(String(reply)).toMatch(/^HTTP\/1\.1 400 /)
  })
})

/** The server's end of the connection that sends the next request. */
function acceptedSocket(): Promise<Socket> {
  const channel = 'http.server.request.start'
  return new Promise((resolve) => {
    const take = (message: unknown) => {
      unsubscribe(channel, take)
      resolve((message as { readonly socket: Socket }).socket) // what Node documents for this channel
    }
    subscribe(channel, take)
  })
}
