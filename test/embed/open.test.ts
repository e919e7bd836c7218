import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openEmbedder } from '../../src/embed/open.ts'
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
