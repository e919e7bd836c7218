import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readModelFolder } from '../../src/embed/model-folder.ts'
import { bundledModelFolder } from '../fixtures/bundled-model.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-model-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** Files of the right names; enough for everything but loading. */
const smallModel: Record<string, string> = {
  'config.json': '{"hidden_size": 8, "max_position_embeddings": 514, "model_type": "xlm-roberta"}',
  'tokenizer.json': '{}',
  'tokenizer_config.json': '{}',
  'onnx/model_quantized.onnx': 'weights',
}

async function write(files: Record<string, string>) {
  await mkdir(join(folder, 'onnx'), { recursive: true })
  for (const [file, content] of Object.entries(files)) await writeFile(join(folder, file), content)
}

async function flipBit(path: string, at: number) {
  const file = await open(path, 'r+')
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, at)
  await file.write(Buffer.of(buffer.readUInt8() ^ 1), 0, 1, at)
  await file.close()
}

describe('readModelFolder', () => {
  it('reads what a folder says of its model', async () => {
    await write(smallModel)
    expect(await readModelFolder(folder)).toMatchObject({
      folder,
      id: basename(folder),
      weightsType: 'q8',
      dimension: 8,
      positions: 512,
      recipe: { queryPrefix: '', passagePrefix: '', pooling: 'mean' },
    })
  })

  it('takes the next kind of weights when there are none in 8 bits', async () => {
    const { 'onnx/model_quantized.onnx': weights = '', ...others } = smallModel
    await write({ ...others, 'onnx/model.onnx': weights })
    expect((await readModelFolder(folder)).weightsType).toBe('fp32')
  })

  it('follows wenbao.json before the rule by name', async () => {
    await write({ ...smallModel, 'wenbao.json': '{"queryPrefix": "问：", "pooling": "cls"}' })
    const { recipe } = await readModelFolder(folder, 'org/e5-small')
    expect(recipe).toEqual({ queryPrefix: '问：', passagePrefix: '', pooling: 'cls' })
  })

  it.each(Object.keys(smallModel))('names %s when it is missing', async (file) => {
    await write(smallModel)
    await rm(join(folder, file))
    await expect(readModelFolder(folder)).rejects.toMatchObject({
      code: 'model-unavailable',
      message: expect.stringContaining(join(folder, file)),
      hint: expect.stringContaining('WENBAO_EMBEDDING_MODEL'),
    })
  })

  it.each([
    ['config.json', '{"hidden_size": '],
    ['config.json', '{"hidden_size": "8"}'],
    ['wenbao.json', '{"queryprefix": ""}'],
  ])('names %s when it reads %s', async (file, content) => {
    await write({ ...smallModel, [file]: content })
    await expect(readModelFolder(folder)).rejects.toMatchObject({
      code: 'model-unavailable',
      message: expect.stringContaining(join(folder, file)),
    })
  })

  it('has another fingerprint when weights, tokenizer or recipe are others, the same for the same files', async () => {
    await write(smallModel)
    const { fingerprint } = await readModelFolder(folder, 'a')
    expect(fingerprint).toMatch(/^[\da-f]{64}$/)
    expect((await readModelFolder(folder, 'b')).fingerprint).toBe(fingerprint)
    expect((await readModelFolder(folder, 'org/e5')).fingerprint).not.toBe(fingerprint)
    for (const file of ['tokenizer.json', 'onnx/model_quantized.onnx']) {
      await write({ ...smallModel, [file]: '{ }' })
      expect((await readModelFolder(folder, 'a')).fingerprint).not.toBe(fingerprint)
    }
  })

  it('accepts checksums that agree', async () => {
    const sums = Object.entries(smallModel).map(
      ([file, content]) => `${createHash('sha256').update(content).digest('hex')}  ${file}\n`,
    )
    await write({ ...smallModel, SHA256SUMS: sums.join('') })
    expect((await readModelFolder(folder)).dimension).toBe(8)
  })

  it.each(['onnx/model_quantized.onnx', 'tokenizer.json'])(
    'notices one flipped bit in %s of the bundled model',
    async (file) => {
      await cp(bundledModelFolder, folder, { recursive: true })
      await flipBit(join(folder, file), 1_234_567)
      await expect(readModelFolder(folder)).rejects.toMatchObject({
        code: 'model-unavailable',
        message: expect.stringContaining(`${join(folder, file)} is damaged`),
      })
    },
  )

  it('notices weights that were cut short', async () => {
    await cp(bundledModelFolder, folder, { recursive: true })
    const weights = await open(join(folder, 'onnx/model_quantized.onnx'), 'r+')
    await weights.truncate(1_000_000)
    await weights.close()
    await expect(readModelFolder(folder)).rejects.toThrow('is damaged')
  })
})
