// Two requests in one: bytes that a proxy and we might read differently, over a bare socket.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type QuickService, quickService, sendRaw } from './quick-service.ts'

let service: QuickService
beforeAll(async () => {
  service = await quickService()
})
afterAll(() => service.close())

const BODY = '{"question":"藏书"}'
const LENGTH = Buffer.byteLength(BODY)
const SMUGGLED = 'GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n'
const head = (...lines: string[]) =>
  `POST /api/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n${lines.join('\r\n')}\r\n\r\n`
const chunked = `${LENGTH.toString(16)}\r\n${BODY}\r\n0\r\n\r\n`

describe('two requests in one', () => {
  it.each([
    ['a length and chunks', head(`Content-Length: ${LENGTH}`, 'Transfer-Encoding: chunked') + chunked],
    ['chunks and a length', head('Transfer-Encoding: chunked', 'Content-Length: 4') + chunked + SMUGGLED],
    ['two lengths', head(`Content-Length: ${LENGTH}`, 'Content-Length: 0') + BODY],
    ['a list of lengths', head(`Content-Length: ${LENGTH}, 0`) + BODY],
    ['a length with a sign', head(`Content-Length: +${LENGTH}`) + BODY],
    ['a length in hex', head('Content-Length: 0x10') + BODY],
    ['a blank before the colon', head(`Content-Length : ${LENGTH}`) + BODY],
    ['an encoding that isn’t chunked', head('Transfer-Encoding: xchunked') + chunked],
    ['chunks and then another encoding', head('Transfer-Encoding: chunked, identity') + chunked],
    ['a chunk of no size', head('Transfer-Encoding: chunked') + `x\r\n${BODY}\r\n0\r\n\r\n`],
    ['a folded header', head('X-A: 1', ' Transfer-Encoding: chunked', 'Content-Length : 3') + BODY],
    ['no host', `GET /health HTTP/1.1\r\nConnection: close\r\n\r\n`],
    [
      'two hosts',
      `GET /health HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
    ],
    ['NUL in a header', `GET /health HTTP/1.1\r\nHost: localhost\r\nX-A: a\0b\r\nConnection: close\r\n\r\n`],
    ['a bare line feed', `GET /health HTTP/1.1\nHost: localhost\nConnection: close\n\n`],
  ])('(%s) are refused, and the second is never answered', async (_, request) => {
    const reply = await sendRaw(service.url, request)
    // 421 where the host is at fault.
    expect(reply).toMatch(/^HTTP\/1\.1 4(?:00|21) /)
    expect(reply.match(/HTTP\/1\.1 /g)).toHaveLength(1)
    expect(service.logged.join('')).not.toContain('/smuggled')
  })

  it('leave what is behind the length of a body unread', async () => {
    const reply = await sendRaw(service.url, head(`Content-Length: ${LENGTH}`) + BODY + SMUGGLED)
    expect(reply.match(/HTTP\/1\.1 /g)).toHaveLength(1)
    expect(service.logged.join('')).not.toContain('/smuggled')
  })
})

describe('a head that is too long', () => {
  it('is refused by its size', async () => {
    const reply = await sendRaw(service.url, head(`X-A: ${'a'.repeat(20_000)}`))
    expect(reply).toMatch(/^HTTP\/1\.1 431 /)
  })
})
