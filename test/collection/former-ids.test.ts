import { describe, expect, it } from 'vitest'
import { openCollection } from '../../src/collection/open.ts'
import { paragraph, recordingEmbedder, reportOf, sourceOf } from '../fixtures/document-source.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

const VERSIONS = ['县馆', '新馆', '老馆'].map((name) => [paragraph(name)])
const [first = [], second = [], third = []] = VERSIONS
const idOf = (content: readonly string[]) => reportOf('a.txt', content).id
const inMemory = () => openCollection({ folder: ':memory:' })

describe('successor', () => {
  it('finds what a path holds now, after any number of versions', async () => {
    const collection = inMemory()
    for (const content of VERSIONS)
      await collection.learn(sourceOf({ 'a.txt': content }), recordingEmbedder())
    expect(VERSIONS.map((content) => collection.successor(idOf(content)))).toEqual([
      idOf(third),
      idOf(third),
      undefined,
    ])
    expect(collection.document(idOf(first))).toBe(undefined)
    expect(collection.successor('0000000000000000')).toBe(undefined)
  })

  it('follows a file that is renamed later', async () => {
    const collection = inMemory()
    await collection.learn(sourceOf({ 'a.txt': first }), recordingEmbedder())
    await collection.learn(sourceOf({ 'a.txt': second }), recordingEmbedder())
    await collection.learn(sourceOf({ 'b/c.txt': second }), recordingEmbedder())
    expect(collection.successor(idOf(first))).toBe(idOf(second))
  })

  it('knows a document that came back and went again', async () => {
    const collection = inMemory()
    for (const content of [first, second, first, third])
      await collection.learn(sourceOf({ 'a.txt': content }), recordingEmbedder())
    expect([idOf(first), idOf(second)].map((id) => collection.successor(id))).toEqual([
      idOf(third),
      idOf(third),
    ])
  })

  it('has nothing for a document that was removed, nor when what followed is gone', async () => {
    const collection = inMemory()
    await collection.learn(sourceOf({ 'a.txt': first, 'b.txt': third }), recordingEmbedder())
    await collection.learn(sourceOf({ 'a.txt': second }), recordingEmbedder())
    expect(collection.successor(idOf(third))).toBe(undefined)
    await collection.learn(sourceOf({}), recordingEmbedder())
    expect(collection.successor(idOf(first))).toBe(undefined)
  })

  it('is not needed while a copy of the replaced file is held', async () => {
    const collection = inMemory()
    await collection.learn(sourceOf({ 'a.txt': first, 'copy.txt': first }), recordingEmbedder())
    await collection.learn(sourceOf({ 'a.txt': second, 'copy.txt': first }), recordingEmbedder())
    expect(collection.successor(idOf(first))).toBe(undefined)
    expect(collection.document(idOf(first))?.path).toBe('copy.txt')
  })

  it('is the same for whoever opens the folder next', async () => {
    const folder = temporaryFolder()
    const writer = openCollection({ folder })
    await writer.learn(sourceOf({ 'a.txt': first }), recordingEmbedder())
    await writer.learn(sourceOf({ 'a.txt': second }), recordingEmbedder())
    const reader = openCollection({ folder })
    expect(reader.successor(idOf(first))).toBe(idOf(second))
    reader.close()
    writer.close()
  })

  it('is written together with what replaces the document, or not at all', async () => {
    const folder = temporaryFolder()
    const before = openCollection({ folder })
    await before.learn(sourceOf({ 'a.txt': first }), recordingEmbedder())
    before.close()
    const writer = openCollection({
      folder,
      atStep: (step) => {
        if (step.includes('INTO former')) throw new Error('cut off')
      },
    })
    await expect(writer.learn(sourceOf({ 'a.txt': second }), recordingEmbedder())).rejects.toThrow('cut off')
    writer.close()
    const after = openCollection({ folder })
    expect(after.documents().map(({ id }) => id)).toEqual([idOf(first)])
    expect(after.successor(idOf(first))).toBe(undefined)
    after.close()
  })
})
