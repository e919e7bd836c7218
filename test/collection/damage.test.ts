import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Collection } from '../../src/collection/collection.ts'
import { openCollection } from '../../src/collection/open.ts'
import { resetCollection } from '../../src/collection/reset.ts'
import { AppError } from '../../src/errors.ts'
import { paragraph, recordingEmbedder, sourceOf } from '../fixtures/document-source.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

const files = Object.fromEntries(
  ['县馆', '少儿馆', '分馆', '流动车'].map((name) => [
    `${name}.txt`,
    ['藏书', '讲座', '展览', '古籍', '读者'].map((subject) => paragraph(name + subject)),
  ]),
)
const SEEDS = 200

describe('a damaged record', () => {
  it('is noticed or harmless for any flipped bit, never answered from', async () => {
    const { bytes, truth } = await learntFile()
    let noticed = 0
    for (let seed = 1; seed <= SEEDS; seed++) {
      const random = generator(seed)
      const damaged = Buffer.from(bytes)
      // Half of the flips where SQLite keeps its own structure: the beginning of a page.
      const page = Math.floor((random() * bytes.length) / 32_768) * 32_768
      const at = seed % 2 === 0 ? Math.floor(random() * bytes.length) : page + Math.floor(random() * 200)
      damaged[at]! ^= 1 << Math.floor(random() * 8)
      const found = readDamaged(damaged)
      if (found instanceof AppError) noticed += 1
      else expect(found, `bit of byte ${at}`).toBe(truth)
    }
    expect(noticed).toBeGreaterThan(SEEDS / 10)
  })

  it('is noticed when a page was emptied or the file was cut', async () => {
    const { bytes, truth } = await learntFile()
    for (let at = 0; at < bytes.length; at += 4096) {
      const emptied = Buffer.from(bytes).fill(0, at, at + 4096)
      const found = readDamaged(emptied)
      if (!(found instanceof AppError)) expect(found, `page at ${at}`).toBe(truth)
    }
    for (const share of [0, 0.001, 0.1, 0.5, 0.9]) {
      expect(readDamaged(bytes.subarray(0, Math.floor(bytes.length * share)))).toBeInstanceOf(AppError)
    }
  })

  it('is noticed when the file is none of ours', () => {
    expect(readDamaged(Buffer.from('not a database at all '.repeat(500)))).toMatchObject({
      code: 'index-damaged',
    })
  })

  it('says how to mend it, and is mended so', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'collection.db'), 'nonsense')
    expect(() => openCollection({ folder })).toThrow(
      expect.objectContaining({
        code: 'index-damaged',
        hint: expect.stringContaining('wenbao index --rebuild'),
      }),
    )
    resetCollection(folder)
    const collection = openCollection({ folder })
    await collection.learn(sourceOf(files), recordingEmbedder())
    expect(collection.status().documents).toBe(4)
    collection.close()
  })
})

async function learntFile() {
  const folder = temporaryFolder()
  const collection = openCollection({ folder })
  await collection.learn(sourceOf(files), recordingEmbedder())
  const truth = contentOf(collection)
  collection.close()
  return { bytes: readFileSync(join(folder, 'collection.db')), truth }
}

/** @returns what is read of it, or the error */
function readDamaged(bytes: Uint8Array): string | unknown {
  const folder = temporaryFolder()
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'collection.db'), bytes)
  let collection: Collection | undefined
  try {
    collection = openCollection({ folder })
    return contentOf(collection)
  } catch (error) {
    return error
  } finally {
    collection?.close()
  }
}

/** Everything that can be asked of a collection. */
function contentOf(collection: Collection): string {
  const documents = collection.documents()
  const records = [...collection.scan()].map(({ ordinal, chunk, ...vectors }) => {
    return [ordinal, chunk, ...Object.values(vectors).map((values) => [...values])]
  })
  return JSON.stringify([
    collection.status(),
    documents,
    documents.map(({ id }) => collection.document(id)),
    documents.map(({ id }) => collection.chunksOf(id).length),
    documents.map(({ id }) => collection.successor(id)),
    [...collection.ordinals()],
    records,
  ])
}

/** Park and Miller's generator: the same flips on every machine. */
function generator(seed: number): () => number {
  let state = seed * 7919
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
