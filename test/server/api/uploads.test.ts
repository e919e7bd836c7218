import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acquireLock } from '../../../src/collection/lock.ts'
import { openCollection } from '../../../src/collection/open.ts'
import { createHashingEmbedder } from '../../../src/embed/hashing.ts'
import { previewReply, removalReply, uploadReply } from '../../../src/server/api/upload-schemas.ts'
import { defer } from '../../fixtures/deferred.ts'
import type { Served } from '../../fixtures/served.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'
import {
  followed,
  formOf,
  learnUpload,
  listOf,
  pathsOf,
  serveFolder,
  upload,
} from '../../fixtures/upload-service.ts'
import { OTHER, REPORT } from '../../fixtures/workspace.ts'

const FOLDER_REPORT = '体育馆.txt'
const MUSEUM = '赤岭县博物馆2022年工作总结\n\n一、展览\n全年举办临时展览十二场，观众三十万人次。\n'

let folder: string
let service: Served

beforeEach(async () => {
  folder = temporaryFolder()
  service = await serveFolder(folder)
})
afterEach(() => service.close())

async function restart(): Promise<void> {
  await service.close()
  service = await serveFolder(folder)
}

const remove = (id: string) => fetch(`${service.url}/api/documents/${id}`, { method: 'DELETE' })
const idOf = async (name: string) =>
  (await listOf(service)).uploads.find((file) => file.name === name)?.documentId ?? ''

describe('POST /api/documents', () => {
  it('takes several files, refuses a bad one by name, and answers from the others', async () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 1)
    const reply = await upload(service, ['图书馆 年报.txt', REPORT], ['封面.txt', png], ['博物馆.md', MUSEUM])
    expect(reply.files.map(({ kind, name }) => [kind, name])).toEqual([
      ['stored', '图书馆 年报.txt'],
      ['refused', '封面.txt'],
      ['stored', '博物馆.md'],
    ])
    expect(reply.files[1]).toMatchObject({ reason: expect.stringContaining('binary') })
    const { events, job } = await followed(service, reply.job?.id ?? '')
    expect(events.at(-1)).toBe('done')
    expect(job.outcomes.map(({ kind, path }) => [kind, path])).toEqual([
      ['added', 'uploads/图书馆 年报.txt'],
      ['added', 'uploads/博物馆.md'],
    ])
    const { passages } = await service.parts.search('举办讲座多少场？')
    expect(passages[0]?.document.path).toBe('uploads/图书馆 年报.txt')
    expect((await listOf(service)).uploads.map(({ name, state }) => [name, state])).toEqual([
      ['图书馆 年报.txt', 'learnt'],
      ['博物馆.md', 'learnt'],
    ])
  })

  it('says why it refuses in the language of the reader, with a code for programs', async () => {
    const refused = async (language: string) => {
      const init = {
        method: 'POST',
        body: formOf([['封面.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 1)]]),
        headers: { 'accept-language': language },
      }
      const response = await fetch(`${service.url}/api/documents`, init)
      return uploadReply.parse(await response.json()).files[0]
    }
    expect(await refused('zh-CN,zh;q=0.9')).toMatchObject({
      reason: expect.stringContaining('文件无法读取：不是文本'),
      hint: '请另存为 UTF-8 文本后重试。',
      fault: { code: 'no-text-file' },
    })
    expect(await refused('en')).toMatchObject({
      reason: expect.stringContaining("The file can't be read: it is binary"),
    })
    const init = {
      method: 'POST',
      body: formOf([['空.txt', '']]),
      headers: { 'accept-language': 'zh' },
    }
    const preview = await fetch(`${service.url}/api/documents/preview`, init)
    expect(JSON.parse(await preview.text())).toMatchObject({ error: { message: '文件是空的（0 字节）。' } })
  })

  it('changes nothing for the same bytes under the same name', async () => {
    const first = await learnUpload(service, ['图书馆.txt', REPORT])
    const before = [await listOf(service), service.parts.status().collection.changeNumber]
    const second = await learnUpload(service, ['图书馆.txt', REPORT])
    expect(second).toEqual({
      files: [{ ...first.files[0], kind: 'unchanged' }],
    })
    expect([await listOf(service), service.parts.status().collection.changeNumber]).toEqual(before)
  })

  it('learns the same bytes under another name once', async () => {
    await learnUpload(service, ['图书馆.txt', REPORT])
    const { files } = await learnUpload(service, ['副本.txt', REPORT], ['体育馆.txt', OTHER])
    expect(files.map(({ kind }) => kind)).toEqual(['duplicate', 'duplicate'])
    expect(await pathsOf(service)).toEqual(['uploads/图书馆.txt', FOLDER_REPORT])
    expect((await listOf(service)).uploads.map(({ state }) => state)).toEqual(['learnt', 'learnt', 'learnt'])
  })

  it('replaces what a name held', async () => {
    await learnUpload(service, ['总结.txt', REPORT])
    const former = await idOf('总结.txt')
    const { files } = await learnUpload(service, ['总结.txt', MUSEUM])
    expect(files[0]?.kind).toBe('replaced')
    expect(await pathsOf(service)).toEqual(['uploads/总结.txt', FOLDER_REPORT])
    const now = await fetch(`${service.url}/api/documents/${former}`)
    expect(await now.json()).toMatchObject({ formerId: former, title: '赤岭县博物馆2022年工作总结' })
  })

  it.each([
    ['../../etc/passwd.txt', 'path'],
    ['a\\b.txt', 'path'],
    ['\u202etxt.exe.txt', 'can’t be shown'],
    ['.htaccess.txt', 'dot'],
    ['程序.exe', 'format'],
    [`${'长'.repeat(90)}.txt`, '255 bytes'],
  ])('refuses the name %j', async (name, reason) => {
    const { files, job } = await upload(service, [name, REPORT])
    expect(files[0]).toMatchObject({ kind: 'refused', reason: expect.stringContaining(reason) })
    expect(job).toBe(undefined)
  })

  it('takes a name in another normal form for the same', async () => {
    await learnUpload(service, ['Café.txt', REPORT])
    const { files } = await upload(service, ['Cafe\u0301.txt', REPORT])
    expect(files[0]).toMatchObject({ kind: 'unchanged', name: 'Café.txt' })
  })

  it('refuses the second of two files with one name', async () => {
    const { files } = await learnUpload(service, ['a.txt', REPORT], ['a.txt', MUSEUM])
    expect(files.map(({ kind }) => kind)).toEqual(['stored', 'refused'])
  })

  it('holds both limits of size', async () => {
    await service.close()
    service = await serveFolder(folder, { WENBAO_UPLOAD_FILE_MB: '1', WENBAO_UPLOAD_TOTAL_MB: '2' })
    const large = REPORT + '全年接待读者。'.repeat(60_000)
    const { files } = await learnUpload(service, ['大.txt', large], ['小.txt', REPORT])
    expect(files.map(({ kind }) => kind)).toEqual(['refused', 'stored'])
    const body = formOf([
      ['大.txt', large],
      ['再大.txt', large],
    ])
    const response = await fetch(`${service.url}/api/documents`, { method: 'POST', body })
    expect(response.status).toBe(413)
  })

  it.each([
    ['JSON', '{}', 'application/json', 415],
    ['no multipart', 'x', 'multipart/form-data; boundary=b', 400],
    ['no boundary', 'x', 'multipart/form-data', 400],
    [
      'text alone',
      '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n--b--\r\n',
      'multipart/form-data; boundary=b',
      400,
    ],
  ])('refuses %s', async (_, body, type, status) => {
    const headers = { 'content-type': type }
    const response = await fetch(`${service.url}/api/documents`, { method: 'POST', body, headers })
    expect(response.status).toBe(status)
  })

  it('takes nothing from a page of another site', async () => {
    const response = await fetch(`${service.url}/api/documents`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
      body: formOf([['a.txt', REPORT]]),
    })
    expect([response.status, (await listOf(service)).uploads]).toEqual([403, []])
  })
})

describe('uploads', () => {
  it('are there after a restart and after learning the folder anew', async () => {
    await learnUpload(service, ['图书馆.txt', REPORT])
    await restart()
    expect(await pathsOf(service)).toEqual(['uploads/图书馆.txt', FOLDER_REPORT])
    writeFileSync(join(folder, 'reports', '博物馆.txt'), MUSEUM)
    await service.parts.learn(join(folder, 'reports'))
    expect(await pathsOf(service)).toEqual(['uploads/图书馆.txt', FOLDER_REPORT, '博物馆.txt'].toSorted())
    const elsewhere = join(folder, 'elsewhere')
    mkdirSync(elsewhere)
    writeFileSync(join(elsewhere, '博物馆.txt'), MUSEUM)
    await service.parts.learn(elsewhere)
    expect(await pathsOf(service)).toEqual(['uploads/图书馆.txt', '博物馆.txt'].toSorted())
  })

  it('are learnt at the next start when the service ended between the reply and the learning', async () => {
    const embedding = defer<void>()
    const hashing = createHashingEmbedder({ dimension: 32 })
    const hanging = {
      ...hashing,
      embedPassages: (_: unknown, options?: { signal?: AbortSignal }) =>
        new Promise<never>((_, reject) => {
          options?.signal?.addEventListener('abort', () => reject(options.signal?.reason))
          embedding.resolve()
        }),
    }
    await service.close()
    service = await serveFolder(folder, {}, async () => hanging)
    const { files } = await upload(service, ['图书馆.txt', REPORT])
    expect(files[0]?.kind).toBe('stored')
    await embedding.promise
    expect((await listOf(service)).uploads[0]?.state).toBe('waiting')
    await restart()
    expect(await pathsOf(service)).toEqual(['uploads/图书馆.txt', FOLDER_REPORT])
  })

  it('wait for a learning of another process', async () => {
    const lock = acquireLock(join(folder, 'index'))
    const { job } = await upload(service, ['图书馆.txt', REPORT])
    lock.release()
    expect((await followed(service, job?.id ?? '')).job.state).toBe('done')
    expect(await pathsOf(service)).toContain('uploads/图书馆.txt')
  })

  it('leave a folder of their name inside the learnt one out, and say so', async () => {
    await learnUpload(service, ['图书馆.txt', REPORT])
    mkdirSync(join(folder, 'reports', 'uploads'))
    writeFileSync(join(folder, 'reports', 'uploads', '图书馆.txt'), MUSEUM)
    const { outcomes } = await service.parts.learn(join(folder, 'reports'))
    expect(outcomes.filter(({ kind }) => kind === 'refused')).toMatchObject([{ path: 'uploads' }])
    expect(await pathsOf(service)).toEqual(['uploads/图书馆.txt', FOLDER_REPORT])
  })
})

describe('DELETE /api/documents/{id}', () => {
  it('removes the document and its original, for good', async () => {
    await learnUpload(service, ['图书馆.txt', REPORT], ['博物馆.txt', MUSEUM])
    const id = await idOf('图书馆.txt')
    const reply = removalReply.parse(await (await remove(id)).json())
    expect(reply).toMatchObject({ names: ['图书馆.txt'], isStillHeld: false, job: { state: 'done' } })
    expect((await remove(id)).status).toBe(404)
    expect((await fetch(`${service.url}/api/documents/${id}/original`)).status).toBe(404)
    await restart()
    expect(await pathsOf(service)).toEqual(['uploads/博物馆.txt', FOLDER_REPORT])
  })

  it('keeps a document that the folder has too, and refuses to remove one that only the folder has', async () => {
    await learnUpload(service, ['副本.txt', OTHER])
    const id = await idOf('副本.txt')
    expect(removalReply.parse(await (await remove(id)).json()).isStillHeld).toBe(true)
    const again = await remove(id)
    expect(again.status).toBe(400)
    expect(await again.json()).toMatchObject({ error: { code: 'bad-input' } })
    expect(await pathsOf(service)).toEqual([FOLDER_REPORT])
  })

  it('is completed at the next start when the service ended after the list was written', async () => {
    await learnUpload(service, ['图书馆.txt', REPORT])
    const record = openCollection({ folder: join(folder, 'index') })
    const lock = acquireLock(join(folder, 'index'))
    const reply = remove(await idOf('图书馆.txt'))
    for await (const now of watchList()) if (now === 0) break
    await service.close()
    await reply.catch(() => undefined)
    expect(record.documents().map(({ path }) => path)).toContain('uploads/图书馆.txt')
    record.close()
    lock.release()
    service = await serveFolder(folder)
    expect(await pathsOf(service)).toEqual([FOLDER_REPORT])
  })

  async function* watchList() {
    for (;;) yield (await listOf(service)).uploads.length
  }
})

describe('GET /api/documents/{id}/original', () => {
  it('gives the bytes as they were sent, under their name', async () => {
    const bytes = Uint8Array.from(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(REPORT)]))
    await learnUpload(service, ['图书馆.txt', bytes])
    const response = await fetch(`${service.url}/api/documents/${await idOf('图书馆.txt')}/original`)
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes)
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="___.txt"; filename*=UTF-8''${encodeURIComponent('图书馆')}.txt`,
    )
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
  })

  it('gives a file of the folder as long as it is what was learnt', async () => {
    const [{ id } = { id: '' }] = (await listOf(service)).documents
    const original = () => fetch(`${service.url}/api/documents/${id}/original`)
    expect(await (await original()).text()).toBe(OTHER)
    writeFileSync(join(folder, 'reports', FOLDER_REPORT), MUSEUM)
    expect((await original()).status).toBe(404)
  })
})

describe('POST /api/documents/preview', () => {
  const preview = (name: string, content: string) =>
    fetch(`${service.url}/api/documents/preview`, { method: 'POST', body: formOf([[name, content]]) })

  it('gives the outline and stores nothing', async () => {
    const reply = previewReply.parse(await (await preview('图书馆.txt', REPORT)).json())
    expect([reply.isHeld, reply.outline.title, reply.outline.sections.map(({ heading }) => heading)]).toEqual(
      [false, '青屿县图书馆2024年工作总结', ['青屿县图书馆2024年工作总结', '一、基本情况', '二、读者服务']],
    )
    expect([await pathsOf(service), (await listOf(service)).uploads]).toEqual([[FOLDER_REPORT], []])
    expect(previewReply.parse(await (await preview('x.txt', OTHER)).json()).isHeld).toBe(true)
  })

  it('refuses what can’t be read', async () => {
    expect((await preview('空.txt', ' ')).status).toBe(400)
  })

  it('is the only thing at its address', async () => {
    const response = await fetch(`${service.url}/api/documents/preview`)
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
  })
})

describe('GET /api/jobs/{id}', () => {
  it('tells how a job ended, without events', async () => {
    const { job } = await learnUpload(service, ['图书馆.txt', REPORT])
    const response = await fetch(`${service.url}/api/jobs/${job?.id}`)
    expect(await response.json()).toMatchObject({ id: job?.id, state: 'done', files: 1, filesDone: 1 })
  })

  it('answers 404 for a job that never was', async () => {
    expect((await fetch(`${service.url}/api/jobs/x`)).status).toBe(404)
  })
})
