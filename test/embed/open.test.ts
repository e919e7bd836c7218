import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openEmbedder, openEmbedderLate } from '../../src/embed/open.ts'
import { bundledModelFolder, bundledSettings } from '../fixtures/bundled-model.ts'

describe('openEmbedder', () => {
  it('opens a folder of any name as it opens the bundled model', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'wenbao-open-'))
    const folder = join(parent, '模型 #1 100%-e5')
    await cp(bundledModelFolder, folder, { recursive: true })
    const bundled = await openEmbedder(bundledSettings)
    const copied = await openEmbedder({ ...bundledSettings, model: folder })
    expect(bundled.id).toBe('multilingual-e5-small-zh-en')
    expect(copied.id).toBe('模型 #1 100%-e5')
    const vectors = await Promise.all([bundled, copied].map((embedder) => embedder.embedQuery('门诊量')))
    expect(vectors[0]).toEqual(vectors[1])
    await Promise.all([bundled.close(), copied.close()])
    await rm(parent, { recursive: true })
  })

  it('names the folder where the bundled model should be', async () => {
    const bundledFolder = join(tmpdir(), 'wenbao-no-such-folder')
    await expect(openEmbedder({ ...bundledSettings, bundledFolder })).rejects.toMatchObject({
      code: 'model-unavailable',
      message: expect.stringContaining(bundledFolder),
    })
  })

  it('opens an endpoint without reading a model', async () => {
    await expect(
      openEmbedder({ ...bundledSettings, model: 'http://127.0.0.1:9/v1#any' }),
    ).rejects.toMatchObject({
      code: 'upstream',
      message: expect.stringContaining('127.0.0.1:9'),
    })
  })
})

describe('openEmbedderLate', () => {
  it('is the embedder that loads at once, in name and in vectors', async () => {
    const early = await openEmbedder(bundledSettings)
    const late = await openEmbedderLate(bundledSettings)
    const { id, dimension, maxTokens, fingerprint } = early
    expect(late).toMatchObject({ id, dimension, maxTokens, fingerprint })
    expect(await late.embedQuery('门诊量')).toEqual(await early.embedQuery('门诊量'))
    const items = [{ text: '床位1200张。', spans: [{ start: 0, end: 8 }] }]
    expect(await late.embedPassages(items)).toEqual(await early.embedPassages(items))
    await Promise.all([early.close(), late.close()])
  })

  it('tells a file that is no model when the first text comes', async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'wenbao-late-')), 'e5')
    await cp(bundledModelFolder, folder, { recursive: true })
    await rm(join(folder, 'SHA256SUMS'))
    await writeFile(join(folder, 'onnx', 'model_quantized.onnx'), 'no model')
    const late = await openEmbedderLate({ ...bundledSettings, model: folder })
    expect(late.dimension).toBe(384)
    await expect(late.embedQuery('门诊量')).rejects.toMatchObject({ code: 'model-unavailable' })
    await late.close()
    await rm(folder, { recursive: true })
  })

  it('needs its files at once', async () => {
    const bundledFolder = join(tmpdir(), 'wenbao-no-such-folder')
    await expect(openEmbedderLate({ ...bundledSettings, bundledFolder })).rejects.toMatchObject({
      code: 'model-unavailable',
    })
  })
})
