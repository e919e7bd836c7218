import { describe, expect, it } from 'vitest'
import { createHashingEmbedder } from '../../src/embed/hashing.ts'
import { dot } from './vectors.ts'

describe('createHashingEmbedder', () => {
  const embedder = createHashingEmbedder({ dimension: 256 })

  it('places texts that share characters nearer than texts that share none', async () => {
    const [same, other] = await embedder.embedPassages([
      { text: '床位二百张', spans: [] },
      { text: '费用下降', spans: [] },
    ])
    const question = await embedder.embedQuery('床位几张')
    expect(dot(question, same!.vector)).toBeGreaterThan(dot(question, other!.vector) + 0.2)
  })

  it('takes no notice of blanks', async () => {
    expect(await embedder.embedQuery(' 床 位\n')).toEqual(await embedder.embedQuery('床位'))
  })

  it('has another fingerprint for another dimension', () => {
    expect(createHashingEmbedder({ dimension: 64 }).fingerprint).not.toBe(embedder.fingerprint)
  })
})
