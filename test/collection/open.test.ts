import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FileOutcome, LearnProgress } from '../../src/collection/collection.ts'
import { openCollection } from '../../src/collection/open.ts'
import { createHashingEmbedder } from '../../src/embed/hashing.ts'
import { badFile, paragraph, recordingEmbedder, reportOf, sourceOf } from '../fixtures/document-source.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

const inMemory = () => openCollection({ folder: ':memory:' })
const brief = (outcomes: readonly FileOutcome[]) => outcomes.map(({ kind, path }) => `${kind} ${path}`)
const library = { 'a.txt': [paragraph('县馆'), paragraph('古籍')], 'b.txt': [paragraph('少儿馆')] }

describe('openCollection', () => {
  it('begins empty', () => {
    const collection = inMemory()
    expect(collection.status()).toMatchObject({ documents: 0, chunks: 0, sentences: 0, changeNumber: 0 })
    expect(collection.status().fingerprint).toBe(undefined)
    expect(collection.documents()).toEqual([])
    expect([...collection.scan()]).toEqual([])
  })

  it('holds in a folder what was learnt, for another process too', async () => {
    const folder = temporaryFolder()
    const writer = openCollection({ folder })
    await writer.learn(sourceOf(library), recordingEmbedder())
    const reader = openCollection({ folder })
    expect(reader.status()).toEqual(writer.status())
    expect(reader.documents()).toEqual(writer.documents())
    expect([...reader.scan()]).toEqual([...writer.scan()])
    reader.close()
    writer.close()
    writer.close()
  })

  it('sweeps what a killed making of a record left, but not what may still be under way', () => {
    const folder = temporaryFolder()
    openCollection({ folder }).close()
    for (const name of ['collection.new-11', 'collection.new-11-wal', 'collection.new-12'])
      writeFileSync(join(folder, name), '')
    const hourAgo = new Date(Date.now() - 3_600_000)
    for (const name of ['collection.new-11', 'collection.new-11-wal'])
      utimesSync(join(folder, name), hourAgo, hourAgo)
    openCollection({ folder }).close()
    expect(readdirSync(folder).filter((name) => name.includes('new'))).toEqual(['collection.new-12'])
  })
})

describe('learn', () => {
  it('adds documents with their chunks, ordinals from 1 and unit vectors', async () => {
    const collection = inMemory()
    const report = await collection.learn(sourceOf(library), recordingEmbedder())
    expect(brief(report.outcomes)).toEqual(['added a.txt', 'added b.txt'])
    expect(report).toMatchObject({ chunksEmbedded: 3, changed: true })
    expect(collection.status()).toMatchObject({ documents: 2, chunks: 3, changeNumber: 2, dimension: 16 })
    expect([...collection.ordinals()]).toEqual([1, 2, 3])
    const [document] = collection.documents()
    expect(collection.document(document!.id)).toEqual(reportOf('a.txt', library['a.txt']))
    for (const { chunk, vector, sentenceVectors, sentenceScales } of collection.scan()) {
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
      expect(sentenceScales).toHaveLength(chunk.sentences.length)
      const first = [...sentenceVectors.subarray(0, 16)].map((value) => value * sentenceScales[0]!)
      expect(Math.hypot(...first)).toBeCloseTo(1, 5)
    }
  })

  it('reads nothing and writes nothing when nothing changed', async () => {
    const folder = temporaryFolder()
    const collection = openCollection({ folder })
    await collection.learn(sourceOf({ ...library, 'bad.txt': badFile }), recordingEmbedder())
    const before = statSync(join(folder, 'collection.db')).mtimeMs
    const wal = statSync(join(folder, 'collection.db-wal')).size
    const again = sourceOf({ ...library, 'bad.txt': badFile })
    const report = await collection.learn(again, recordingEmbedder())
    expect(brief(report.outcomes)).toEqual(['unchanged a.txt', 'unchanged b.txt', 'refused bad.txt'])
    expect(report).toMatchObject({ changed: false, chunksEmbedded: 0 })
    expect(again.reads).toEqual([])
    expect(statSync(join(folder, 'collection.db')).mtimeMs).toBe(before)
    expect(statSync(join(folder, 'collection.db-wal')).size).toBe(wal)
    collection.close()
  })

  it('embeds only the chunks that changed and never gives an ordinal twice', async () => {
    const collection = inMemory()
    await collection.learn(sourceOf(library), recordingEmbedder())
    const embedder = recordingEmbedder()
    const changed = { ...library, 'a.txt': [paragraph('县馆'), paragraph('地方志')] }
    const report = await collection.learn(sourceOf(changed), embedder)
    expect(report.outcomes.find(({ path }) => path === 'a.txt')).toMatchObject({
      kind: 'replaced',
      chunks: 2,
      embedded: 1,
    })
    expect(embedder.inputs).toEqual([`某馆年度报告\n${paragraph('地方志')}`])
    expect([...collection.ordinals()]).toEqual([3, 4, 5])
    expect([...collection.scan()].map(({ ordinal, chunk }) => [ordinal, chunk.text])).toEqual([
      [3, paragraph('少儿馆')],
      [4, paragraph('县馆')],
      [5, paragraph('地方志')],
    ])
    expect(collection.chunks([1, 5, 3, 99]).map(({ ordinal }) => ordinal)).toEqual([5, 3])
  })

  it('removes documents that the source no longer offers, unless told otherwise', async () => {
    const collection = inMemory()
    await collection.learn(sourceOf(library), recordingEmbedder())
    const rest = { 'b.txt': library['b.txt'] }
    const kept = await collection.learn(sourceOf(rest), recordingEmbedder(), { removeMissing: false })
    expect(kept.changed).toBe(false)
    const removed = await collection.learn(sourceOf(rest), recordingEmbedder())
    expect(brief(removed.outcomes)).toEqual(['unchanged b.txt', 'removed a.txt'])
    expect([...collection.ordinals()]).toEqual([3])
    expect(collection.status()).toMatchObject({ documents: 1, chunks: 1 })
  })

  it('changes only the path of a renamed file', async () => {
    const collection = inMemory()
    await collection.learn(sourceOf(library), recordingEmbedder())
    const embedder = recordingEmbedder()
    const moved = { 'b.txt': library['b.txt'], 'c/a.txt': library['a.txt'] }
    const report = await collection.learn(sourceOf(moved), embedder)
    expect(brief(report.outcomes)).toEqual(['unchanged b.txt', 'renamed c/a.txt'])
    expect(embedder.inputs).toEqual([])
    expect(collection.documents().map(({ path }) => path)).toEqual(['c/a.txt', 'b.txt'])
    expect([...collection.ordinals()]).toEqual([1, 2, 3])
  })

  it('learns the same content once, and keeps it when one of its files goes', async () => {
    const collection = inMemory()
    const twice = { ...library, 'copy.txt': library['a.txt'] }
    const report = await collection.learn(sourceOf(twice), recordingEmbedder())
    expect(brief(report.outcomes)).toEqual(['duplicate copy.txt', 'added a.txt', 'added b.txt'])
    const embedder = recordingEmbedder()
    const { 'a.txt': _, ...rest } = twice
    const later = await collection.learn(sourceOf(rest), embedder)
    expect(brief(later.outcomes)).toEqual(['unchanged b.txt', 'renamed copy.txt'])
    expect(embedder.inputs).toEqual([])
    expect((await collection.learn(sourceOf(rest), embedder)).changed).toBe(false)
  })

  it('keeps a copy when the file that held it gets other content', async () => {
    const collection = inMemory()
    const twice = { ...library, 'copy.txt': library['a.txt'] }
    await collection.learn(sourceOf(twice), recordingEmbedder())
    await collection.learn(sourceOf({ ...twice, 'a.txt': [paragraph('新馆')] }), recordingEmbedder())
    expect(
      collection
        .documents()
        .map(({ path }) => path)
        .sort(),
    ).toEqual(['a.txt', 'b.txt', 'copy.txt'])
  })

  it('follows two files that changed places', async () => {
    const collection = inMemory()
    await collection.learn(sourceOf(library), recordingEmbedder())
    const swapped = { 'a.txt': library['b.txt'], 'b.txt': library['a.txt'] }
    await collection.learn(sourceOf(swapped), recordingEmbedder())
    expect(held(collection)).toEqual(expectedOf(swapped))
    expect((await collection.learn(sourceOf(swapped), recordingEmbedder())).changed).toBe(false)
  })

  it('drops a document whose file can no longer be read as a report, and takes it in again', async () => {
    const collection = inMemory()
    await collection.learn(sourceOf(library), recordingEmbedder())
    const report = await collection.learn(sourceOf({ ...library, 'a.txt': badFile }), recordingEmbedder())
    expect(brief(report.outcomes)).toEqual(['unchanged b.txt', 'refused a.txt', 'removed a.txt'])
    await collection.learn(sourceOf(library), recordingEmbedder())
    expect(held(collection)).toEqual(expectedOf(library))
  })

  it('keeps a document and tries again when reading fails for another reason', async () => {
    const collection = inMemory()
    await collection.learn(sourceOf(library), recordingEmbedder())
    const report = await collection.learn(
      sourceOf({ ...library, 'a.txt': new Error('EMFILE') }),
      recordingEmbedder(),
    )
    expect(brief(report.outcomes)).toEqual(['unchanged b.txt', 'refused a.txt'])
    expect(held(collection)).toEqual(expectedOf(library))
  })

  it('refuses a document with a vector that is not finite and learns the others', async () => {
    const hashing = createHashingEmbedder({ dimension: 16 })
    const embedder = recordingEmbedder({
      async embedPassages(items) {
        const vectors = await hashing.embedPassages(items)
        vectors[0]!.vector[3] = Number.NaN
        return vectors
      },
    })
    const collection = inMemory()
    const report = await collection.learn(sourceOf(library), embedder)
    expect(report.outcomes[0]).toMatchObject({ kind: 'refused', path: 'a.txt' })
    expect(collection.documents().map(({ path }) => path)).toEqual(['b.txt'])
    const mended = await collection.learn(sourceOf(library), recordingEmbedder())
    expect(brief(mended.outcomes)).toEqual(['unchanged b.txt', 'added a.txt'])
  })

  it('refuses an embedder of another fingerprint and says how to mend it', async () => {
    const collection = inMemory()
    await collection.learn(sourceOf(library), recordingEmbedder())
    const other = createHashingEmbedder({ dimension: 32 })
    await expect(collection.learn(sourceOf(library), other)).rejects.toMatchObject({
      code: 'index-stale',
      hint: expect.stringContaining('wenbao index --rebuild'),
    })
  })

  it('refuses other weights of the same dimension, and keeps what it holds', async () => {
    const collection = inMemory()
    await collection.learn(sourceOf(library), recordingEmbedder())
    const before = [...collection.scan()]
    const other = { ...createHashingEmbedder({ dimension: 16 }), fingerprint: 'f'.repeat(64) }
    const changed = { ...library, 'c.txt': [paragraph('分馆')] }
    await expect(collection.learn(sourceOf(changed), other)).rejects.toMatchObject({ code: 'index-stale' })
    expect([...collection.scan()]).toEqual(before)
  })

  it('takes another embedder once nothing is held', async () => {
    const collection = inMemory()
    await collection.learn(sourceOf(library), recordingEmbedder())
    await collection.learn(sourceOf({}), recordingEmbedder())
    await collection.learn(sourceOf(library), createHashingEmbedder({ dimension: 32 }))
    expect(collection.status().dimension).toBe(32)
  })

  it('stops at the signal between documents and goes on at the next run', async () => {
    const collection = inMemory()
    const controller = new AbortController()
    const embedder = recordingEmbedder({
      async embedPassages(_, options) {
        controller.abort()
        options?.signal?.throwIfAborted()
        return []
      },
    })
    const run = collection.learn(sourceOf(library), embedder, { signal: controller.signal })
    await expect(run).rejects.toMatchObject({ name: 'AbortError' })
    expect(collection.status().documents).toBe(0)
    await collection.learn(sourceOf(library), recordingEmbedder())
    expect(held(collection)).toEqual(expectedOf(library))
  })

  it('gives the embedder the chunks of several documents at once', async () => {
    let calls = 0
    const hashing = createHashingEmbedder({ dimension: 16 })
    const embedder = recordingEmbedder({
      embedPassages(items, options) {
        calls += 1
        return hashing.embedPassages(items, options)
      },
    })
    await inMemory().learn(sourceOf(library), embedder)
    expect(calls).toBe(1)
  })

  it('tells its progress in files and chunks', async () => {
    const heard: LearnProgress[] = []
    await inMemory().learn(sourceOf(library), recordingEmbedder(), {
      onProgress: (progress) => heard.push(progress),
    })
    expect(heard.map(({ kind }) => kind)).toEqual(['scanned', 'embedding', 'file', 'file'])
    expect(heard[1]).toEqual({ kind: 'embedding', filesDone: 0, files: 2, chunksDone: 3, chunks: 3 })
  })

  it('lets one learning of a collection run at a time', async () => {
    const collection = inMemory()
    const first = collection.learn(sourceOf(library), recordingEmbedder())
    await expect(collection.learn(sourceOf(library), recordingEmbedder())).rejects.toMatchObject({
      code: 'locked',
    })
    await first
  })
})

describe('remove', () => {
  it('takes a document out until its source is learnt again', async () => {
    const collection = inMemory()
    await collection.learn(sourceOf(library), recordingEmbedder())
    const [first] = collection.documents()
    expect(collection.remove(first!.id)).toBe(true)
    expect(collection.remove(first!.id)).toBe(false)
    expect(collection.document(first!.id)).toBe(undefined)
    expect(collection.chunksOf(first!.id)).toEqual([])
    expect(collection.chunks([1, 2, 3]).map(({ ordinal }) => ordinal)).toEqual([3])
    const report = await collection.learn(sourceOf(library), recordingEmbedder())
    expect(brief(report.outcomes)).toEqual(['unchanged b.txt', 'added a.txt'])
  })
})

function held(collection: ReturnType<typeof inMemory>) {
  return Object.fromEntries(collection.documents().map(({ path, id }) => [path, id]))
}

function expectedOf(files: Readonly<Record<string, readonly string[]>>) {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [path, reportOf(path, content).id]),
  )
}
