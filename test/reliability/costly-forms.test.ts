// May a form cost more than its bytes? Uploads whose form is made to keep its parser busy, over a real socket.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHashingEmbedder } from '../../src/embed/hashing.ts'
import { runService } from '../fixtures/running-service.ts'
import type { Served } from '../fixtures/served.ts'
import { listOf } from '../fixtures/upload-service.ts'
import { REPORT } from '../fixtures/workspace.ts'

let service: Served
beforeAll(async () => {
  service = await runService({}, async () => createHashingEmbedder({ dimension: 32 }))
})
afterAll(() => service.close())

const HEAD = 'Content-Disposition: form-data; name="files"; filename="a.txt"\r\n'
const part = (content: string, head = HEAD) => `--b\r\n${head}\r\n${content}\r\n`

async function send(body: string, type = 'multipart/form-data; boundary=b') {
  const headers = { 'content-type': type }
  const response = await fetch(`${service.url}/api/documents`, { method: 'POST', headers, body })
  return { status: response.status, body: await response.text() }
}

describe('a costly form', () => {
  it('of a hundred thousand parts is refused before it is parsed', async () => {
    for (const head of [HEAD, 'Content-Disposition: form-data; name="a"\r\n']) {
      const { status, body } = await send(`${part('x', head).repeat(100_000)}--b--\r\n`)
      expect(status).toBe(400)
      expect(body).toContain('fewer than 200 parts, got more')
    }
  })

  it('with a head without an end is refused before it is parsed', async () => {
    const { status, body } = await send(`${part('x', `${HEAD}${'X: y\r\n'.repeat(100_000)}`)}--b--\r\n`)
    expect([status, JSON.parse(body).error.message]).toEqual([
      400,
      'Expected a multipart form, got something that is not.',
    ])
  })

  it.each([
    'multipart/form-data; boundary=b; boundary=c',
    'multipart/form-data; x="; boundary=c"; boundary=b',
    'multipart/form-data; boundary="b"; charset=utf-8',
  ])('is counted by the boundary it is parsed by: %s', async (type) => {
    const many = `${part('x').repeat(100_000)}--b--\r\n`
    for (const body of [many, many.replaceAll('--b', '--c')])
      expect((await send(body, type)).status).toBe(400)
  })

  it('is not one of a hundred files, nor one with fields beside them', async () => {
    const field = 'Content-Disposition: form-data; name="note"\r\n'
    const files = Array.from({ length: 100 }, (_, i) =>
      part(REPORT.replaceAll('2024', String(1900 + i)), HEAD.replace('a.txt', `${i}.txt`)),
    )
    const { status } = await send(`${files.join('')}${part('x', field).repeat(50)}--b--\r\n`)
    expect(status).toBe(200)
    expect((await listOf(service)).uploads).toHaveLength(100)
  })
})
