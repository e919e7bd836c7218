import { createReadStream } from 'node:fs'
import { access, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fetchHubModel } from '../../src/embed/hub.ts'
import { openEmbedder } from '../../src/embed/open.ts'
import { bundledModelFolder, bundledSettings } from '../fixtures/bundled-model.ts'
import { type Loopback, serveLoopback } from './loopback.ts'

let cacheFolder: string
let hub: Loopback | undefined
let paths: string[]

beforeEach(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), 'wenbao-hub-'))
  paths = []
})
afterEach(async () => {
  await hub?.close()
  await rm(cacheFolder, { recursive: true })
})

async function serve(listener: RequestListener) {
  hub = await serveLoopback((request, response) => {
    paths.push(request.url ?? '')
    listener(request, response)
  })
  return { hubEndpoint: `${hub.url}/`, cacheFolder, timeoutMs: 2_000 }
}

const small: Record<string, string> = {
  '/org/e5-tiny/resolve/main/config.json': '{"hidden_size": 8}',
  '/org/e5-tiny/resolve/main/tokenizer.json': '{}',
  '/org/e5-tiny/resolve/main/tokenizer_config.json': '{}',
  '/org/e5-tiny/resolve/main/onnx/model.onnx': 'weights',
}

const serveSmall: RequestListener = (request, response) => {
  const content = small[request.url ?? '']
  response.writeHead(content === undefined ? 404 : 200).end(content)
}

describe('fetchHubModel', () => {
  it('fetches the files of a model from the endpoint and lists their checksums', async () => {
    const folder = await fetchHubModel('org/e5-tiny', await serve(serveSmall))
    expect(folder).toBe(join(cacheFolder, 'org', 'e5-tiny'))
    expect(await readFile(join(folder, 'onnx/model.onnx'), 'utf8')).toBe('weights')
    expect(
      (await readFile(join(folder, 'SHA256SUMS'), 'utf8')).split('\n').map((line) => line.slice(66)),
    ).toEqual(['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model.onnx', ''])
  })

  it('asks for nothing when the model was fetched before', async () => {
    const settings = await serve(serveSmall)
    await fetchHubModel('org/e5-tiny', settings)
    const asked = paths.length
    await fetchHubModel('org/e5-tiny', settings)
    expect(paths.length).toBe(asked)
  })

  it('names the file that the hub does not have', async () => {
    const settings = await serve(serveSmall)
    await expect(fetchHubModel('org/other', settings)).rejects.toMatchObject({
      code: 'model-unavailable',
      message: expect.stringContaining('/org/other/resolve/main/config.json'),
      hint: expect.stringContaining('HF_ENDPOINT'),
    })
  })

  it('leaves nothing that looks whole when a download breaks off, and completes it the next time', async () => {
    let broken = true
    const settings = await serve((request, response) => {
      if (!broken || !request.url?.endsWith('.onnx')) return serveSmall(request, response)
      response.writeHead(200, { 'content-length': '1000' })
      response.write('weig', () => response.destroy())
    })
    await expect(fetchHubModel('org/e5-tiny', settings)).rejects.toMatchObject({ code: 'model-unavailable' })
    expect(await readdir(join(cacheFolder, 'org/e5-tiny/onnx'))).toEqual([])
    await expect(access(join(cacheFolder, 'org/e5-tiny/SHA256SUMS'))).rejects.toThrow('ENOENT')
    broken = false
    const folder = await fetchHubModel('org/e5-tiny', settings)
    expect(await readFile(join(folder, 'onnx/model.onnx'), 'utf8')).toBe('weights')
  })

  it('gives up when nothing more comes', async () => {
    const settings = await serve((_, response) => void response.writeHead(200).write('{'))
    await expect(fetchHubModel('org/e5-tiny', { ...settings, timeoutMs: 30 })).rejects.toThrow(
      'nothing came for 30 ms',
    )
  })
})

describe('openEmbedder with a hub id', () => {
  it('loads a model from a mirror, and again without it', async () => {
    const served = '/org/e5-zh/resolve/main/'
    const settings = await serve((request, response) => {
      const file = request.url?.startsWith(served) ? request.url.slice(served.length) : 'none'
      createReadStream(join(bundledModelFolder, file))
        .on('error', () => response.writeHead(404).end())
        .pipe(response)
    })
    const online = await openEmbedder({ ...bundledSettings, ...settings, model: 'org/e5-zh' })
    const vector = await online.embedQuery('门诊量是多少？')
    await online.close()
    await hub?.close()

    const offline = await openEmbedder({ ...bundledSettings, ...settings, model: 'org/e5-zh' })
    expect(offline.id).toBe('org/e5-zh')
    expect(offline.fingerprint).toBe(online.fingerprint)
    expect(await offline.embedQuery('门诊量是多少？')).toEqual(vector)
    await offline.close()
  })
})
