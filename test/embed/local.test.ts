import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadLocalModel } from '../../src/embed/local.ts'
import { readModelFolder } from '../../src/embed/model-folder.ts'
import { createTokenEmbedder } from '../../src/embed/token-embedder.ts'
import type { TokenModel } from '../../src/embed/token-model.ts'
import { alignPieces } from '../../src/embed/token-ranges.ts'
import { sliceOf } from '../../src/text/range.ts'
import { bundledModelFolder } from '../fixtures/bundled-model.ts'
import { weirdText } from './texts.ts'
import { dot } from './vectors.ts'

describe('loadLocalModel', () => {
  let model: TokenModel
  beforeAll(async () => {
    model = await loadLocalModel(await readModelFolder(bundledModelFolder), 1)
  })
  afterAll(() => model.close())

  it('knows the model’s measures and special tokens', () => {
    const { dimension, maxTokens, opening, closing } = model
    expect({ dimension, maxTokens, opening, closing }).toEqual({
      dimension: 384,
      maxTokens: 512,
      opening: [0],
      closing: [2],
    })
  })

  it('gives pieces that can be laid over any text', () => {
    fc.assert(
      fc.property(weirdText, (text) => {
        const { ids, pieces } = model.tokenize(`passage: ${text}`)
        expect(ids.length).toBe(pieces.length)
        const ranges = alignPieces(`passage: ${text}`, pieces)
        pieces.forEach((piece, i) => {
          const letters = piece.replace(/[^\p{Script=Han}\da-z]/giu, '')
          const made = sliceOf(`passage: ${text}`, ranges[i]!).normalize('NFKC')
          expect(made.replace(/[^\p{Script=Han}\da-z]/giu, '')).toContain(letters)
        })
      }),
      { numRuns: 300 },
    )
  })

  it('cuts a text of any length into tokens', () => {
    expect(model.tokenize('门诊量'.repeat(100_000)).ids.length).toBeGreaterThan(150_000)
  })

  it('gives a padded row the vectors it has alone', async () => {
    const short = [0, ...model.tokenize('passage: 床位二百张').ids, 2]
    const long = [0, ...model.tokenize('passage: 全年门诊量为一百万人次，比上年增长百分之五。').ids, 2]
    const firstToken = await model.run([short], ({ data }) => data.slice(0, 384))
    const padded = await model.run([short, long], ({ data }) => data.slice(0, 384))
    // Activations are rounded to 8 bits over the whole batch, so neighbours change the last digits.
    expect(
      dot(firstToken, padded) / Math.sqrt(dot(firstToken, firstToken) * dot(padded, padded)),
    ).toBeGreaterThan(0.99)
  })

  it('gives each sentence the vector of its passage that is nearest to the sentence alone', async () => {
    const embedder = createTokenEmbedder(model, await readModelFolder(bundledModelFolder))
    const sentences = ['全年门诊量为一百万人次。', '新增床位二百张。', '食堂延长了开放时间。']
    const text = sentences.join('')
    const spans = sentences.map((sentence) => {
      const start = text.indexOf(sentence)
      return { start, end: start + sentence.length }
    })
    const [passage] = await embedder.embedPassages([{ text, spans }])
    const alone = await embedder.embedPassages(sentences.map((sentence) => ({ text: sentence, spans: [] })))
    const nearest = alone.map(({ vector }) => {
      const similarities = passage!.spanVectors.map((row) => dot(row, vector))
      return similarities.indexOf(Math.max(...similarities))
    })
    expect(nearest).toEqual([0, 1, 2])
  })

  it.each(['onnx/model_quantized.onnx', 'tokenizer.json'])(
    'names the folder when %s is not what it should be',
    async (file) => {
      const folder = await mkdtemp(join(tmpdir(), 'wenbao-model-'))
      await cp(bundledModelFolder, folder, { recursive: true })
      await rm(join(folder, 'SHA256SUMS'))
      await writeFile(join(folder, file), '{}')
      const described = await readModelFolder(folder)
      await expect(loadLocalModel(described, 1)).rejects.toMatchObject({
        name: 'AppError',
        code: 'model-unavailable',
        message: expect.stringContaining(folder),
      })
      await rm(folder, { recursive: true })
    },
  )
})
