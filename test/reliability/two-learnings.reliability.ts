// Two learnings of one folder at once, and one begun the moment the holder was killed: is anything lost or learnt twice?
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCollection } from '../../src/collection/open.ts'
import { type EmbeddingsServer, serveEmbeddings } from '../embed/embeddings-server.ts'
import { type BuiltCli, buildCli, type RunningCli } from '../fixtures/built-cli.ts'
import { OTHER, REPORT } from '../fixtures/workspace.ts'
import { shareOf, tell } from './share.ts'

const RUNS = shareOf(50)
/** Of a command that finds the folder held by another. */
const HELD = 6
const HOLDER = /locked by (?:pid \d+ since \S+Z|another process)\./

let cli: BuiltCli
let vectors: EmbeddingsServer
/** Called with every request for vectors, before it is answered. */
let onRequest = () => {}

beforeAll(async () => {
  cli = buildCli()
  vectors = await serveEmbeddings(() => {
    onRequest()
    return {}
  })
  mkdirSync(join(cli.folder, 'reports'))
  writeFileSync(join(cli.folder, 'reports', 'a.txt'), REPORT)
  writeFileSync(join(cli.folder, 'reports', 'b.txt'), OTHER)
})
afterAll(async () => {
  await vectors.close()
  cli.remove()
})

describe('two learnings of one folder', () => {
  it('are both done or the second yields to the first and says to whom; nothing is learnt twice', async () => {
    let yielded = 0
    for (let run = 0; run < RUNS; run += 1) {
      const index = indexOf('together', run)
      const ended = await Promise.all([learning(index).ended, learning(index).ended])
      const late = ended.filter(({ code }) => code !== 0)
      for (const { code, stderr } of late)
        expect([code, stderr]).toEqual([HELD, expect.stringMatching(HOLDER)])
      expect(late.length).toBeLessThan(2)
      yielded += late.length
      expectLearntOnce(index)
    }
    tell(`two learnings at once ${RUNS}`, { 'one yielded': yielded, 'learnt twice': 0, lost: 0 })
  })

  it('hand over at once when the holder is killed', async () => {
    for (let run = 0; run < RUNS; run += 1) {
      const index = indexOf('killed', run)
      const holder = learning(index)
      await untilHeld()
      holder.kill()
      const next = learning(index)
      expect((await holder.ended).code).toBe(null)
      expect(await next.ended).toMatchObject({ code: 0 })
      expectLearntOnce(index)
    }
    tell(`holders killed ${RUNS}`, { 'next held up': 0, 'learnt twice': 0, lost: 0 })
  })
})

function learning(index: string): RunningCli {
  return cli.start(['index', join(cli.folder, 'reports')], {
    WENBAO_INDEX: index,
    WENBAO_EMBEDDING_MODEL: `${vectors.url}/v1#hashing`,
  })
}

/** The first request is the model's opening; the second is for what is learnt, under the lock. */
async function untilHeld(): Promise<void> {
  for (let request = 0; request < 2; request += 1) {
    await new Promise<void>((resolve) => {
      onRequest = resolve
    })
  }
  onRequest = () => {}
}

function indexOf(name: string, run: number): string {
  return join(cli.folder, `${name}-${run}`)
}

function expectLearntOnce(index: string): void {
  const collection = openCollection({ folder: index })
  try {
    expect(collection.documents().map(({ path }) => path)).toEqual(['a.txt', 'b.txt'])
    expect([...collection.scan()]).toHaveLength(collection.status().chunks)
    // One for each document: the second learning found nothing to do.
    expect(collection.status().changeNumber).toBe(2)
  } finally {
    collection.close()
    rmSync(index, { recursive: true })
  }
}
