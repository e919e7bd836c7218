// Binary, empty and blank files: each is refused with its reason, and the others are learnt.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { learnUpload, listOf } from '../fixtures/upload-service.ts'
import { REPORT } from '../fixtures/workspace.ts'
import { type QuickService, quickService } from './quick-service.ts'

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000100000001008060000001ff3ff61', 'hex')
const BOM = '\ufeff'

const FILES = [
  ['a picture named as text', '封面.txt', new Uint8Array(PNG), 'binary'],
  ['no bytes', '空.txt', '', 'empty (0 bytes)'],
  ['a byte-order mark alone', '标记.txt', BOM, 'only blanks'],
  ['blanks alone', '空白.md', ' \t\n　\n\u200b\n', 'only blanks'],
  ['NUL inside text', '断.txt', REPORT.replace('二、', '\0'), 'binary'],
  ['a program', '程序.txt', new Uint8Array(Buffer.from('7f454c4602010100000000', 'hex')), 'binary'],
] as const

describe('a binary, empty or blank file', () => {
  let service: QuickService
  beforeAll(async () => {
    service = await quickService(
      Object.fromEntries([['体育馆.txt', REPORT], ...FILES.map(([, name, content]) => [name, content])]),
    )
  })
  afterAll(() => service.close())

  it.each(FILES)('(%s) is refused at its upload with the reason', async (_, name, content, reason) => {
    const { files } = await learnUpload(service, [name, content as string | Uint8Array<ArrayBuffer>])
    expect(files).toMatchObject([{ kind: 'refused', name }])
    expect(JSON.stringify(files[0]).toLowerCase()).toContain(reason)
  })

  it('in a folder keeps no other file from being learnt', async () => {
    const { documents } = await listOf(service)
    expect(documents.map(({ path }) => path)).toEqual(['体育馆.txt'])
    const refused = service.parts.status().learning?.refused ?? []
    expect(refused.map(({ path }) => path).sort()).toEqual(FILES.map(([, name]) => name).sort())
  })
})
