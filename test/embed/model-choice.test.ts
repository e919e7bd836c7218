import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chooseModel } from '../../src/embed/model-choice.ts'

describe('chooseModel', () => {
  it.each(['', '  ', 'bundled'])('takes the bundled model for %j', async (setting) => {
    expect(await chooseModel(setting, 'models/e5')).toEqual({ kind: 'bundled', folder: resolve('models/e5') })
  })

  it('takes a folder that exists, absolute or relative, even when it looks like a hub id', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wenbao-model-'))
    expect(await chooseModel(folder, '')).toEqual({ kind: 'folder', folder })
    expect(await chooseModel('src/embed', '')).toEqual({ kind: 'folder', folder: resolve('src/embed') })
    await rm(folder, { recursive: true })
  })

  it('takes a name with one slash for a model of the hub', async () => {
    expect(await chooseModel('BAAI/bge-small-zh-v1.5', '')).toEqual({
      kind: 'hub',
      id: 'BAAI/bge-small-zh-v1.5',
    })
  })

  it('takes an address with a model behind # for an endpoint', async () => {
    expect(await chooseModel('https://host:8080/v1#BAAI%2Fbge-m3', '')).toEqual({
      kind: 'endpoint',
      baseUrl: 'https://host:8080/v1',
      model: 'BAAI/bge-m3',
    })
  })

  it('refuses an address without a model', async () => {
    await expect(chooseModel('http://localhost/v1', '')).rejects.toMatchObject({
      code: 'model-unavailable',
      hint: 'Write it as http(s)://host/v1#model-name.',
    })
  })

  it.each(['/no/such/folder', './no-such-folder', 'no-such-model', 'a/b/c', '../x'])(
    'refuses %s with the path it looked at',
    async (setting) => {
      await expect(chooseModel(setting, '')).rejects.toMatchObject({
        code: 'model-unavailable',
        message: expect.stringContaining(resolve(setting)),
      })
    },
  )
})
