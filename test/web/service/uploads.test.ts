import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Job } from '../../../src/uploads/uploads.ts'
import { createUploadsClient } from '../../../src/web/service/uploads.ts'
import type { Served } from '../../fixtures/served.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'
import { serveFolder } from '../../fixtures/upload-service.ts'
import { REPORT } from '../../fixtures/workspace.ts'

const plainFetch = globalThis.fetch
const KEY = 'key-that-may-write-123'
let service: Served

beforeEach(async () => {
  service = await serveFolder(temporaryFolder(), { WENBAO_API_KEYS: `office:read+write:${KEY}` })
  // As in a page that the service sent.
  globalThis.fetch = (path, init) => plainFetch(`${service.url}${String(path)}`, init)
})
afterEach(async () => {
  globalThis.fetch = plainFetch
  await service.close()
})

describe('createUploadsClient', () => {
  it('asks for a key when one is demanded, then uploads, follows and removes', async () => {
    const demands: (string | undefined)[] = []
    let key: string | undefined
    const client = createUploadsClient(async (refused) => {
      demands.push(refused)
      if (refused !== undefined) key = KEY
      return key
    })
    const { files, job } = await client.add([new File([REPORT], '图书馆.txt'), new File(['x'], '图.png')])
    expect(files.map(({ kind }) => kind)).toEqual(['stored', 'refused'])
    expect(demands).toEqual([undefined, ''])
    const seen: Job[] = []
    await client.followJob(job?.id ?? '', (now) => seen.push(now))
    expect(seen.at(-1)?.state).toBe('done')
    const [file] = await client.list()
    expect([file?.name, file?.state]).toEqual(['图书馆.txt', 'learnt'])
    await client.remove(file?.documentId ?? '')
    expect(await client.list()).toEqual([])
  })
})
