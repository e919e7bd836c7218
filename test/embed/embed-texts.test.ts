import { describe, expect, it } from 'vitest'
import { embedTexts } from '../../src/embed/embed-texts.ts'
import { createHashingEmbedder } from '../../src/embed/hashing.ts'

describe('embedTexts', () => {
  const embedder = createHashingEmbedder({ dimension: 8 })

  it('gives a vector a text, in order, and names the model', async () => {
    const { model, dimension, vectors } = await embedTexts(embedder, ['甲', '乙'])
    expect({ model, dimension }).toEqual({ model: 'hashing-8', dimension: 8 })
    expect(vectors).toEqual([await embedder.embedQuery('甲'), await embedder.embedQuery('乙')])
  })

  it('embeds questions as questions', async () => {
    const asked: string[] = []
    const telling = {
      ...embedder,
      embedQuery(text: string) {
        asked.push(text)
        return embedder.embedQuery(text)
      },
    }
    await embedTexts(telling, ['甲', '乙'], { as: 'query' })
    await embedTexts(telling, ['丙'])
    expect(asked).toEqual(['甲', '乙'])
  })

  it('names the model for no text at all', async () => {
    expect(await embedTexts(embedder, [])).toEqual({ model: 'hashing-8', dimension: 8, vectors: [] })
  })

  it('stops when the signal fires', async () => {
    const signal = AbortSignal.abort(new Error('left'))
    await expect(embedTexts(embedder, ['甲'], { signal })).rejects.toThrow('left')
    await expect(embedTexts(embedder, ['甲'], { as: 'query', signal })).rejects.toThrow('left')
  })
})
