// The index beside the collection: what is believed of its files, what is rebuilt, what a change costs.

import {
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { IndexKeeper } from '../../../src/search/derived/index-keeper.ts'
import { loadHnswLibrary } from '../../../src/search/vectors/hnsw.ts'
import { foldText } from '../../../src/text/lexical-key.ts'
import { termsOf } from '../../../src/text/terms.ts'
import type { BuiltDocument } from '../../fixtures/built-document.ts'
import { reportOf, type Searchable, searchable } from '../../fixtures/searchable.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'

const library = await loadHnswLibrary()
const REPORTS = Array.from({ length: 12 }, (_, i) =>
  reportOf(`青石市第${i + 1}图书馆`, [`第${i}馆借出图书${i}千册。`, `第${i}馆举办讲座${i}场。`]),
)

describe('IndexKeeper', () => {
  it('opens from its files to the same answers as without them', async () => {
    const held = { ...(await atHand(REPORTS)), graphFrom: 1 }
    const first = await open(held)
    const again = await open(held)
    expect(again.status().rebuilt).toEqual([])
    expect(answersOf(again)).toEqual(answersOf(first))
    expect(again.status().chunks).toBe(24)
  })

  it('writes nothing when nothing has changed', async () => {
    const held = await atHand(REPORTS)
    await open(held)
    const before = filesOf(held.folder)
    await open(held)
    expect(filesOf(held.folder)).toEqual(before)
  })

  it('sweeps what a killed process left, though it has nothing to write', async () => {
    const held = await atHand(REPORTS)
    await open(held)
    for (const name of ['.tmp-graph-1-1', '.tmp-postings-2-2']) writeFileSync(join(held.folder, name), '')
    utimesSync(join(held.folder, '.tmp-graph-1-1'), 1, 1)
    await open(held)
    // The other one may still be written by somebody.
    expect(readdirSync(held.folder).filter((name) => name.startsWith('.tmp-'))).toEqual(['.tmp-postings-2-2'])
  })

  it('takes in what was learnt and removed after it was opened', async () => {
    const held = { ...(await atHand(REPORTS)), graphFrom: 1 }
    const keeper = await open(held)
    await held.learn([...REPORTS.slice(1), reportOf('明州档案馆', ['馆藏档案九万卷。'])])
    await keeper.refresh()
    expect(answersOf(keeper)).toEqual(answersOf(await open({ ...held, folder: undefined })))
    expect(keeper.status().changeNumber).toBe(held.collection.status().changeNumber)
  })

  it('takes in what was learnt while it was closed, without a rebuild', async () => {
    const held = { ...(await atHand(REPORTS)), graphFrom: 1 }
    await open(held)
    await held.learn([...REPORTS, reportOf('明州档案馆', ['馆藏档案九万卷。'])])
    const keeper = await open(held)
    expect(keeper.status().rebuilt).toEqual([])
    expect(answersOf(keeper)).toEqual(answersOf(await open({ ...held, folder: undefined })))
  })

  it('keeps no trace of removed chunks when there are many', async () => {
    const held = await atHand(REPORTS)
    const keeper = await open(held)
    await held.learn(REPORTS.slice(0, 2))
    await keeper.refresh()
    expect(keeper.state.index.table.slots).toBe(4)
    expect(answersOf(keeper)).toEqual(answersOf(await open({ ...held, folder: undefined })))
  })

  it('searches nothing that another embedder made', async () => {
    const held = await atHand(REPORTS)
    const embedder = { fingerprint: 'another', dimension: held.embedder.dimension }
    const keeper = await IndexKeeper.open({ collection: held.collection, embedder, graphFrom: 1, giveWay })
    expect(keeper.status().chunks).toBe(0)
  })

  it('rebuilds files of another embedder', async () => {
    const held = await atHand(REPORTS)
    await open(held)
    rewriteManifest(held.folder, (body) => body.replace(held.embedder.fingerprint, 'f'.repeat(64)))
    expect((await open(held)).status().rebuilt).toEqual(['manifest: checksum differs'])
  })

  it('goes on from memory when the folder can not be written', async () => {
    const held = await atHand(REPORTS)
    const file = join(held.folder, 'plain-file')
    writeFileSync(file, '')
    const keeper = await open({ ...held, folder: join(file, 'below') })
    expect(keeper.status().rebuilt[0]).toMatch(/^not saved: /)
    expect(answersOf(keeper).length).toBeGreaterThan(0)
  })

  it('scans exactly below the limit and says so', async () => {
    const held = await atHand(REPORTS)
    const keeper = await IndexKeeper.open({ ...held, graphFrom: 25, giveWay })
    expect(keeper.status()).toMatchObject({
      engine: 'flat',
      engineReason: 'an exact scan is as quick below 25 chunks',
    })
  })
})

const damages: readonly (readonly [string, (path: string) => void])[] = [
  ['one flipped bit', (path) => flip(path, Math.floor(statSync(path).size / 2))],
  ['a flipped bit at its start', (path) => flip(path, 3)],
  ['a flipped bit at its end', (path) => flip(path, statSync(path).size - 1)],
  ['its second half cut off', (path) => truncateSync(path, Math.floor(statSync(path).size / 2))],
  ['nothing left', (path) => truncateSync(path, 0)],
  ['zeros', (path) => writeFileSync(path, Buffer.alloc(statSync(path).size))],
  [
    'other bytes after its end',
    (path) => writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from('x')])),
  ],
  ['another name', (path) => renameSync(path, `${path}.gone`)],
]

describe.each(library.kind === 'loaded' ? ['postings', 'graph', 'search.json'] : ['postings', 'search.json'])(
  'IndexKeeper with a damaged %s',
  (part) => {
    // Every saved graph is read back by a child process: only where the graph is what is damaged is it worth the wait.
    const graphFrom = part === 'graph' ? 1 : 1_000

    it.each(damages)('with %s gives the same answers and says what it rebuilt', async (_, damage) => {
      const held = { ...(await atHand(REPORTS)), graphFrom }
      const sound = answersOf(await open(held))
      damage(partOf(held.folder, part))
      const keeper = await open(held)
      expect(answersOf(keeper)).toEqual(sound)
      if (part !== 'search.json') expect(keeper.status().rebuilt.join()).toContain(`${part}: `)
    })
  },
)

describe.skipIf(library.kind === 'absent')('IndexKeeper with its files changed for others', () => {
  it('believes neither of two swapped files', async () => {
    const held = { ...(await atHand(REPORTS)), graphFrom: 1 }
    const sound = answersOf(await open(held))
    const [postings, graph] = [partOf(held.folder, 'postings'), partOf(held.folder, 'graph')]
    renameSync(postings, `${postings}.x`)
    renameSync(graph, postings)
    renameSync(`${postings}.x`, graph)
    const keeper = await open(held)
    expect(keeper.status().rebuilt.join()).toContain('postings: ')
    expect(answersOf(keeper)).toEqual(sound)
  })

  it('does not take the files of another collection with the same ordinals', async () => {
    const others = await atHand(REPORTS.map((report) => ({ ...report, title: `${report.title}（旧）` })))
    await open(others)
    const held = await searchable(REPORTS)
    const keeper = await open({ ...held, folder: others.folder })
    expect(answersOf(keeper)).toEqual(answersOf(await open({ ...held, folder: undefined })))
  })
})

const giveWay = () => setImmediate()

type AtHand = Searchable & { readonly folder: string | undefined; readonly graphFrom?: number }

async function atHand(reports: readonly BuiltDocument[]): Promise<Searchable & { readonly folder: string }> {
  return { ...(await searchable(reports)), folder: temporaryFolder() }
}

function open({ collection, embedder, folder, graphFrom = 1_000 }: AtHand): Promise<IndexKeeper> {
  return IndexKeeper.open({
    collection,
    embedder,
    graphFrom,
    giveWay,
    ...(folder !== undefined && { folder }),
  })
}

/** For every chunk: its score for a question, and the chunks nearest to it. */
function answersOf({ state }: IndexKeeper) {
  const { table, bm25, vectors } = state.index
  const terms = termsOf(foldText('第三馆借出图书几千册')).map(({ id }) => ({ id, idf: bm25.idf(id) }))
  const scores = bm25.score(terms)
  return table
    .liveOrdinals()
    .toSorted((a, b) => a - b)
    .map((ordinal) => {
      const record = state.records.chunk(ordinal)
      const nearest = record === undefined ? [] : vectors.search(record.vector, 3)
      return {
        ordinal,
        text: record?.chunk.text,
        score: scores[table.slotOf(ordinal) ?? -1],
        nearest: nearest.map(({ similarity }) => similarity.toFixed(4)),
      }
    })
}

function partOf(folder: string, part: string): string {
  const name = readdirSync(folder).find((file) => file.startsWith(part))
  if (name === undefined) throw new Error(`no ${part} in ${folder}`)
  return join(folder, name)
}

function filesOf(folder: string) {
  return readdirSync(folder).map((file) => [file, statSync(join(folder, file)).mtimeMs])
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

function rewriteManifest(folder: string, change: (body: string) => string): void {
  const path = join(folder, 'search.json')
  writeFileSync(path, change(readFileSync(path, 'utf8')))
}
