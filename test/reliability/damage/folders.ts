// Which folders are damaged? One that was learnt in peace, and one whose last learning was killed before its log was emptied.
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { folderSource } from '../../../src/collection/folder-source.ts'
import { openCollection } from '../../../src/collection/open.ts'
import { createHashingEmbedder } from '../../../src/embed/hashing.ts'
import { markLearntFolder } from '../../../src/learning.ts'
import { openSearcher } from '../../../src/search/searcher.ts'
import { AFTER, BEFORE, learnInPeace, openHashing, uploadStates, writeReports } from '../kills/changes.ts'

export interface Folders {
  readonly reports: string
  /** Everything is in the record's one file. */
  readonly whole: string
  /** The same content; the last documents are in the log only. */
  readonly logged: string
  /** What `logged` may be, whichever part of its log is lost. */
  readonly states: readonly string[]
  /** As `whole`, some documents earlier. */
  readonly earlier: string
}

export async function makeFolders(root: string): Promise<Folders> {
  const before = writeReports(join(root, 'before'), BEFORE)
  const reports = writeReports(join(root, 'reports'), AFTER)
  const uploads = uploadStates()[2] ?? {}
  const earlier = join(root, 'earlier')
  await learnInPeace(earlier, before, uploads)
  await writeGraph(earlier, before)

  const working = join(root, 'working')
  cpSync(earlier, working, { recursive: true })
  const logged = join(root, 'logged')
  const states: string[] = []
  const keep = () => {
    const state = join(root, `state-${states.length}`)
    cpSync(working, state, { recursive: true })
    states.push(state)
  }
  const collection = openCollection({
    folder: working,
    atStep(step) {
      if (step === 'BEGIN IMMEDIATE' || step === 'checkpoint') keep()
      if (step === 'checkpoint') cpSync(working, logged, { recursive: true })
    },
  })
  markLearntFolder(working, reports)
  const options = { removeMissing: (path: string) => !path.startsWith('uploads/') }
  await collection.learn(folderSource(reports), createHashingEmbedder({ dimension: 32 }), options)
  collection.close()
  await writeGraph(working, reports)
  return { reports, whole: working, logged, states, earlier }
}

/** So few chunks would be searched without one. */
async function writeGraph(index: string, reports: string): Promise<void> {
  const parts = await openHashing(index, reports)
  const { collection } = parts
  const embedder = createHashingEmbedder({ dimension: 32 })
  const searcher = await openSearcher({ collection, embedder, folder: index, graphFrom: 1 })
  await searcher.close()
  await parts.close()
}
