import { execFile, execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Collection, DocumentSource } from '../../src/collection/collection.ts'
import { openCollection } from '../../src/collection/open.ts'
import type { Document } from '../../src/document/document.ts'
import { createHashingEmbedder } from '../../src/embed/hashing.ts'
import { paragraph, reportOf } from '../fixtures/document-source.ts'

const PACKAGE = fileURLToPath(new URL('../..', import.meta.url))
const CHILD = fileURLToPath(new URL('../fixtures/learn-and-die.mjs', import.meta.url))
const embedder = createHashingEmbedder({ dimension: 16 })
/** As many as there are cores to share with the other test files. */
const CHILDREN_AT_ONCE = 2

let root: string
const inRoot = (name: string) => join(root, name)

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'wenbao-crash-'))
  const compiler = join(PACKAGE, 'node_modules', 'typescript', 'bin', 'tsc')
  const project = join(PACKAGE, 'tsconfig.build.json')
  // Types are checked elsewhere.
  execFileSync(process.execPath, [compiler, '-p', project, '--noCheck', '--outDir', inRoot('dist')], {
    stdio: 'pipe',
  })
  symlinkSync(join(PACKAGE, 'node_modules'), inRoot('node_modules'))
  writeFileSync(inRoot('package.json'), '{"type": "module"}')
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('learn, killed before any of its writes', () => {
  it('leaves whole documents only, and the next run completes it', async () => {
    const reports = { 'a.txt': ['县馆', '古籍'], 'b.txt': ['少儿馆'] }
    await killEverywhere('first', documentsOf(reports), undefined)
  })

  it('leaves every document as before or as after when a source has changed', async () => {
    const before = documentsOf({
      'changed.txt': ['县馆', '古籍'],
      'gone.txt': ['少儿馆'],
      'moved.txt': ['分馆'],
    })
    const after = documentsOf({
      'added.txt': ['讲座'],
      'changed.txt': ['县馆', '新馆'],
      'moved2.txt': ['分馆'],
    })
    const learnt = openCollection({ folder: inRoot('index-before') })
    await learnt.learn(sourceOf(before), embedder)
    learnt.close()
    await killEverywhere('second', after, { index: inRoot('index-before'), documents: before })
  })
})

interface Start {
  readonly index: string
  readonly documents: readonly Document[]
}

/** Kills a run over the documents before each of its writes, and looks at what it left. */
async function killEverywhere(
  name: string,
  documents: readonly Document[],
  start: Start | undefined,
): Promise<void> {
  const file = inRoot(`${name}.json`)
  writeFileSync(file, JSON.stringify(documents))
  const run = (point: number) => {
    const index = inRoot(`index-${name}-${point}`)
    if (start !== undefined) cpSync(start.index, index, { recursive: true })
    return learnAndDie(index, file, point)
  }
  const points = Array.from({ length: Number((await run(0)).stdout) }, (_, i) => i + 1)
  expect(points.length).toBeGreaterThan(20)
  const worker = async () => {
    for (let point = points.shift(); point !== undefined; point = points.shift()) {
      const { index, signal } = await run(point)
      expect(signal).toBe('SIGKILL')
      await checkLeftBehind(index, documents, start?.documents ?? [])
    }
  }
  await Promise.all(Array.from({ length: CHILDREN_AT_ONCE }, worker))
}

function learnAndDie(index: string, file: string, point: number) {
  return new Promise<{ index: string; stdout: string; signal: unknown }>((resolve) => {
    execFile(process.execPath, [CHILD, inRoot('dist'), index, file, String(point)], (error, stdout) =>
      resolve({ index, stdout, signal: error?.signal }),
    )
  })
}

async function checkLeftBehind(
  index: string,
  documents: readonly Document[],
  before: readonly Document[],
): Promise<void> {
  const collection = openCollection({ folder: index })
  try {
    const left = collection.documents()
    const known = [...documents, ...before].map(({ id }) => id)
    for (const { id } of left) expect(known).toContain(id)
    expect(new Set(left.map(({ path }) => path)).size).toBe(left.length)
    expectWhole(collection)
    await collection.learn(sourceOf(documents), embedder)
    expect(idsOf(collection.documents())).toEqual(idsOf(documents))
    expectWhole(collection)
    expect((await collection.learn(sourceOf(documents), embedder)).changed).toBe(false)
  } finally {
    collection.close()
  }
}

function expectWhole(collection: Collection): void {
  const { chunks, documents } = collection.status()
  expect(collection.documents()).toHaveLength(documents)
  expect([...collection.scan()]).toHaveLength(chunks)
  for (const summary of collection.documents()) {
    const document = collection.document(summary.id)
    const records = collection.chunksOf(summary.id)
    expect(records).toHaveLength(summary.chunks)
    for (const { chunk } of records)
      expect(document?.text.slice(chunk.range.start, chunk.range.end)).toBe(chunk.text)
  }
}

function idsOf(documents: readonly { readonly id: string }[]): string[] {
  return documents.map(({ id }) => id).sort()
}

function documentsOf(files: Readonly<Record<string, readonly string[]>>): Document[] {
  return Object.entries(files).map(([path, subjects]) => reportOf(path, subjects.map(paragraph)))
}

function sourceOf(documents: readonly Document[]): DocumentSource {
  return {
    name: 'documents',
    async *items() {
      for (const document of documents) {
        yield { path: document.path, stamp: document.sha256, read: async () => document }
      }
    },
  }
}
