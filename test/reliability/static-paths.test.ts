// A way out of the folder of pages: traversal in every spelling over a real socket, and links inside the folder.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageRoutes } from '../../src/server/page.ts'
import { readWebFiles } from '../../src/server/web-files.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { type QuickService, quickService, sendRaw } from './quick-service.ts'

let service: QuickService
beforeAll(async () => {
  service = await quickService()
})
afterAll(() => service.close())

const UP = [
  '../',
  '%2e%2e/',
  '..%2f',
  '%2e%2e%2f',
  '%252e%252e%252f',
  '..%5c',
  '..\\',
  '....//',
  '..;/',
  '..%00/',
  '%c0%ae%c0%ae/',
  '%e0%80%ae%e0%80%ae/',
  '%u002e%u002e/',
]
const FOLDERS = ['/', '//', '/assets/', '/docs/', '/embed/', '/widget.js/', '/assets//']

async function get(path: string) {
  const reply = await sendRaw(
    service.url,
    `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
  )
  return { path, status: Number(reply.slice(9, 12)), isOut: /"wenbao"|root:/.test(reply) }
}

describe('traversal in the address of a page', () => {
  it('leads nowhere, however it is spelt', async () => {
    const paths = FOLDERS.flatMap((folder) =>
      UP.flatMap((up) => ['package.json', 'etc/passwd'].map((file) => folder + up.repeat(4) + file)),
    )
    const replies = await Promise.all(paths.map(get))
    expect(replies.filter(({ status, isOut }) => ![400, 404].includes(status) || isOut)).toEqual([])
    expect(replies).toHaveLength(FOLDERS.length * UP.length * 2)
  })

  it('reads no file where it stands in the id of a report', async () => {
    for (const up of UP) {
      expect((await get(`/api/documents/${up.repeat(4)}etc%2fpasswd`)).status).not.toBe(200)
      expect(await get(`/d/${up.repeat(4)}etc%2fpasswd`)).toMatchObject({ isOut: false })
    }
  })
})

describe('a link in the folder of pages', () => {
  it('is not followed, whether it leads to a file or a folder', async () => {
    const outside = temporaryFolder()
    writeFileSync(join(outside, 'secret.js'), 'secret')
    writeFileSync(join(outside, 'reader.html'), 'secret')
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'assets', 'page-abc.js'), 'let a = 1')
    symlinkSync(join(outside, 'secret.js'), join(folder, 'assets', 'linked.js'))
    symlinkSync(outside, join(folder, 'assets', 'more.js'))
    symlinkSync(join(outside, 'reader.html'), join(folder, 'reader.html'))
    const files = readWebFiles(folder)
    expect([...files.assets.keys()]).toEqual(['page-abc.js'])
    expect(() => files.html('reader')).toThrow('not built')
    expect((await pageRoutes(files).request('/assets/linked.js')).status).toBe(404)
  })
})
