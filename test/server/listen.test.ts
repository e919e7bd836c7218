import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { readKeys } from '../../src/keys.ts'
import { createApp } from '../../src/server/app.ts'
import { type ListenOptions, type RunningServer, startServer } from '../../src/server/listen.ts'
import type { Service } from '../../src/service.ts'
import { defer } from '../fixtures/deferred.ts'
import { fakeParts } from '../fixtures/fake-service.ts'

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
    running = await startServer(createApp(fakeParts(changes)), { host: '127.0.0.1', port: 0, ...options })
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

  it('lets a running request end before it closes, and takes no other', async () => {
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
    await expect(post(server.url)).rejects.toThrow()
    answer()
    expect((await response).status).toBe(200)
    await closed
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
