// A path in the name of an upload: where do the bytes come to lie, and under which name are they shown?
import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uploadReply } from '../../src/server/api/upload-schemas.ts'
import { REPORT } from '../fixtures/workspace.ts'
import { type QuickService, quickService } from './quick-service.ts'

let service: QuickService
beforeAll(async () => {
  service = await quickService()
})
afterAll(() => service.close())

/** The name goes out byte by byte: clients would mend it. */
async function send(name: string) {
  const body = `--b\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n\r\n${REPORT}\r\n--b--\r\n`
  const headers = { 'content-type': 'multipart/form-data; boundary=b' }
  const response = await fetch(`${service.url}/api/documents`, { method: 'POST', headers, body })
  return response.status === 200 ? uploadReply.parse(await response.json()).files[0] : response.status
}

describe('a path in the name of an upload', () => {
  it.each([
    ['../../etc/passwd', 'its name holds a path'],
    ['../../etc/passwd.txt', 'its name holds a path'],
    ['/etc/cron.d/x.txt', 'its name holds a path'],
    ['a\\\\..\\\\b.txt', 'its name holds a path'],
    ['\u202etxt.exe.txt', 'characters that can’t be shown'],
    ['a\u0000b.txt', 'characters that can’t be shown'],
    ['a\u001b[2Jb.txt', 'characters that can’t be shown'],
    ['a\u2028b.txt', 'characters that can’t be shown'],
    ['.htaccess', 'its name begins with a dot'],
    ['.htaccess.txt', 'its name begins with a dot'],
    ['..', 'its name begins with a dot'],
    ['report.wenbao.yaml', 'of no format'],
    ['uploads.json', 'of no format'],
  ])('%j is refused with its reason', async (name, reason) => {
    expect(await send(name)).toMatchObject({ kind: 'refused', reason: expect.stringContaining(reason) })
  })

  it.each([
    '%2e%2e%2fpasswd.txt',
    '／..／passwd.txt',
    '~root.txt',
    '$(id).txt',
    'a;b|c.txt',
    'CON.txt',
    '-rf.txt',
  ])('%j is a name and nothing else', async (name) => {
    expect(await send(name)).toMatchObject({ name, path: `uploads/${name}` })
    const originals = join(service.folder, 'index', 'originals')
    const stored = readdirSync(originals).filter((file) => !file.includes('lock'))
    expect(stored.sort()).toEqual([createHash('sha256').update(REPORT).digest('hex'), 'uploads.json'])
    expect(readdirSync(join(service.folder, 'reports')).sort()).toEqual(['体育馆.txt', '图书馆.txt'].sort())
    expect(existsSync(join(service.folder, 'passwd.txt'))).toBe(false)
  })
})
