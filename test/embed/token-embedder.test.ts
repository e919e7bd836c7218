import { describe, expect, it } from 'vitest'
import { createTokenEmbedder } from '../../src/embed/token-embedder.ts'
import { fakeTokenModel } from './fake-token-model.ts'

const plain = { queryPrefix: '', passagePrefix: '', pooling: 'mean' } as const
const setup = { id: 'fake', fingerprint: 'f', recipe: plain }
const codes = (text: string) => [...text].map((character) => character.codePointAt(0) ?? 0)
const unit = (...values: number[]) => values.map((value) => value / Math.hypot(...values))
const close = (vector: Float32Array | undefined, expected: number[]) => {
  expect(vector?.length).toBe(expected.length)
  expected.forEach((value, i) => {
    expect(vector?.[i]).toBeCloseTo(value, 5)
  })
}

describe('createTokenEmbedder', () => {
  it('takes the mean over all tokens of a text, special ones included', async () => {
    const [passage] = await createTokenEmbedder(fakeTokenModel(), setup).embedPassages([
      { text: 'ab', spans: [] },
    ])
    close(passage?.vector, unit(4, 1 + 97 + 98 + 2, 0 + 1 + 2 + 3))
  })

  it('takes the first token alone for a model pooled by cls', async () => {
    const embedder = createTokenEmbedder(fakeTokenModel(), { ...setup, recipe: { ...plain, pooling: 'cls' } })
    const [passage] = await embedder.embedPassages([{ text: 'ab', spans: [] }])
    close(passage?.vector, unit(1, 1, 0))
  })

  it('takes a span from its own tokens of the same pass', async () => {
    const model = fakeTokenModel()
    const spans = [
      { start: 0, end: 1 },
      { start: 1, end: 3 },
    ]
    const [passage] = await createTokenEmbedder(model, setup).embedPassages([{ text: 'abc', spans }])
    close(passage?.spanVectors[0], unit(1, 97, 1))
    close(passage?.spanVectors[1], unit(2, 98 + 99, 2 + 3))
    expect(model.batches).toEqual([[[1, ...codes('abc'), 2]]])
  })

  it('counts spans from behind the prefix and repeats the prefix before what a long text leaves over', async () => {
    const model = fakeTokenModel({ maxTokens: 8 })
    const embedder = createTokenEmbedder(model, { ...setup, recipe: { ...plain, passagePrefix: 'p:' } })
    const spans = [
      { start: 0, end: 3 },
      { start: 3, end: 6 },
    ]
    const [passage] = await embedder.embedPassages([{ text: 'abcdef', spans }])
    expect(model.batches.flat().sort((a, b) => b.length - a.length)).toEqual([
      [1, ...codes('p:abcd'), 2],
      [1, ...codes('p:def'), 2],
    ])
    close(passage?.spanVectors[1], unit(3, 100 + 101 + 102, 3 + 4 + 5))
    close(passage?.vector, unit(8, 1 + 112 + 58 + 97 + 98 + 99 + 100 + 2, 28))
  })

  it('gives a span without a token its passage’s vector', async () => {
    const spans = [{ start: 1, end: 1 }]
    const [passage] = await createTokenEmbedder(fakeTokenModel(), setup).embedPassages([
      { text: 'ab', spans },
    ])
    expect(passage?.spanVectors).toEqual([passage?.vector])
  })

  it('gives results in the order of the items, whatever order they were run in', async () => {
    const texts = Array.from({ length: 150 }, (_, i) =>
      String.fromCharCode(0x4e00 + i).repeat(1 + ((i * 7) % 10)),
    )
    const embedder = createTokenEmbedder(fakeTokenModel(), setup)
    const together = await embedder.embedPassages(texts.map((text) => ({ text, spans: [] })))
    const alone = []
    for (const text of texts) alone.push(...(await embedder.embedPassages([{ text, spans: [] }])))
    expect(together).toEqual(alone)
  })

  it('names the passage whose vector is not finite', async () => {
    const items = Array.from({ length: 100 }, (_, i) => ({ text: i === 36 ? 'ab!' : 'ab', spans: [] }))
    await expect(
      createTokenEmbedder(fakeTokenModel({ breakAt: '!' }), setup).embedPassages(items),
    ).rejects.toMatchObject({ code: 'model-unavailable', message: expect.stringContaining('passage 37 ') })
  })

  it('names the sentence whose vector is not finite', async () => {
    const embedder = createTokenEmbedder(fakeTokenModel({ breakAt: '!' }), {
      ...setup,
      recipe: { ...plain, pooling: 'cls' },
    })
    const item = {
      text: 'a!',
      spans: [
        { start: 0, end: 1 },
        { start: 1, end: 2 },
      ],
    }
    await expect(embedder.embedPassages([item])).rejects.toThrow('passage 1, sentence 2')
  })

  it('stops between batches when the signal fires', async () => {
    const model = fakeTokenModel({ maxTokens: 400 })
    const controller = new AbortController()
    const items = Array.from({ length: 20 }, () => ({ text: 'a'.repeat(300), spans: [] }))
    const onProgress = (done: number) => {
      if (done === 3) controller.abort()
    }
    await expect(
      createTokenEmbedder(model, setup).embedPassages(items, { signal: controller.signal, onProgress }),
    ).rejects.toMatchObject({ name: 'AbortError' })
    expect(model.batches.length).toBe(3)
  })

  it('cuts a question that is longer than the model takes', async () => {
    const model = fakeTokenModel({ maxTokens: 6 })
    await createTokenEmbedder(model, setup).embedQuery('abcdefgh')
    expect(model.batches).toEqual([[[1, ...codes('abcd'), 2]]])
  })
})
