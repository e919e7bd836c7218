import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type Authorise, createClient } from '../../../src/web/service/client.ts'

let server: Server | undefined
const plainFetch = globalThis.fetch

afterEach(() => {
  globalThis.fetch = plainFetch
  server?.close()
  server?.closeAllConnections()
})

/** A service that knows one key; the client's paths lead to it, as in a page that it served. */
async function serve(reply: (request: IncomingMessage) => { status: number; body: string }): Promise<void> {
  server = createServer((request, response) => {
    const { status, body } = reply(request)
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a listening TCP server has one
  globalThis.fetch = (path, init) => plainFetch(`http://127.0.0.1:${port}${String(path)}`, init)
}

const REFUSED = {
  status: 401,
  body: '{"error":{"code":"unauthorised","message":"Expected a key, got none."}}',
}

function demand(key: string) {
  return ({ headers }: IncomingMessage) =>
    headers.authorization === `Bearer ${key}` ? { status: 200, body: '{"documents":[]}' } : REFUSED
}

describe('createClient', () => {
  it('asks for a key when one is demanded, and again when it was wrong', async () => {
    await serve(demand('right'))
    const given = [undefined, 'wrong', 'right']
    const refusals: (string | undefined)[] = []
    const authorise: Authorise = async (refused) => {
      refusals.push(refused)
      return given.shift()
    }
    expect(await createClient(authorise).documents()).toEqual([])
    expect(refusals).toEqual([undefined, '', 'wrong'])
  })

  it('gives up when no other key comes', async () => {
    await serve(demand('right'))
    await expect(createClient(async () => 'stale').documents()).rejects.toMatchObject({
      code: 'unauthorised',
    })
    await expect(createClient().documents()).rejects.toMatchObject({ code: 'unauthorised' })
  })

  it('streams an answer and throws the error that ends it', async () => {
    const stream =
      'event: delta\ndata: {"text":"有"}\n\nevent: error\ndata: {"error":{"code":"upstream","message":"x"}}\n\n'
    await serve(() => ({ status: 200, body: stream }))
    const events: unknown[] = []
    const read = async () => {
      const answer = createClient().ask({ question: '有吗？' }, new AbortController().signal)
      for await (const event of answer) events.push(event)
    }
    await expect(read()).rejects.toMatchObject({ code: 'upstream' })
    expect(events).toEqual([{ kind: 'delta', text: '有' }])
  })

  it('takes a stream that ends without a last word for a service that is gone', async () => {
    await serve(() => ({ status: 200, body: 'event: delta\ndata: {"text":"有"}\n\n' }))
    const read = async () => {
      for await (const _ of createClient().ask({ question: '有吗？' }, new AbortController().signal));
    }
    await expect(read()).rejects.toMatchObject({ code: 'unreachable' })
  })

  it('says what a proxy answered that speaks no JSON', async () => {
    await serve(() => ({ status: 504, body: '<html>' }))
    await expect(createClient().status()).rejects.toMatchObject({ code: 'unreachable' })
  })
})
