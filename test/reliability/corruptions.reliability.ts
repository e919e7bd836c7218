// Is a damaged file ever answered from, or the end of the process? Every file of an index folder, damaged in every way.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { damage } from './damage/damages.ts'
import { type Folders, makeFolders } from './damage/folders.ts'
import { type Look, Onlooker } from './damage/onlooker.ts'
import { judge } from './damage/verdict.ts'
import { randomOf } from './random.ts'
import { scratchFolder } from './scratch.ts'
import { shareOf, tell } from './share.ts'

const SEEDS = shareOf(500, 10)
/** As many as there are cores. */
const ONLOOKERS = 2

interface Target {
  readonly name: string
  readonly pattern: RegExp
  readonly in: keyof Truths
}

/** What may be served, the newest first. */
interface Truths {
  /** One folder, searched by its graph: what is derived of it is read, or made anew and checked, which takes longer. */
  readonly graph: readonly Look[]
  /** The same, every vector compared. */
  readonly whole: readonly Look[]
  readonly logged: readonly Look[]
}

const RECORD = /^collection\.db$/
const TARGETS: readonly Target[] = [
  { name: 'record', pattern: RECORD, in: 'whole' },
  { name: 'record with a log', pattern: RECORD, in: 'logged' },
  { name: 'log', pattern: /^collection\.db-wal$/, in: 'logged' },
  { name: 'memory of the log', pattern: /^collection\.db-shm$/, in: 'logged' },
  { name: 'postings', pattern: /^postings-/, in: 'graph' },
  { name: 'graph', pattern: /^graph-/, in: 'graph' },
  { name: 'manifest', pattern: /^search\.json$/, in: 'graph' },
  { name: 'originals', pattern: /^originals\/[0-9a-f]{64}$/, in: 'whole' },
  { name: 'list of originals', pattern: /^originals\/uploads\.json$/, in: 'whole' },
  { name: 'locks and marks', pattern: /(?:writer-lock\.|learnt-from\.)/, in: 'whole' },
]

let root: string
let folders: Folders
let onlookers: readonly Onlooker[]
let truths: Truths

beforeAll(async () => {
  root = scratchFolder('damage')
  folders = await makeFolders(root)
  onlookers = Array.from({ length: ONLOOKERS }, () => new Onlooker(folders.reports))
  const [onlooker] = onlookers as [Onlooker]
  const logged: Look[] = []
  for (const state of folders.states.toReversed()) logged.push(await lookAt(onlooker, state, false))
  truths = {
    graph: [await lookAt(onlooker, folders.whole, true)],
    whole: [await lookAt(onlooker, folders.whole, false)],
    logged,
  }
})
afterAll(() => {
  for (const onlooker of onlookers) onlooker.close()
  rmSync(root, { recursive: true, force: true })
})

describe('a damaged file', () => {
  it('of a sound folder is none: everything is answered', () => {
    const [truth = {}] = truths.graph
    expect(Object.values(truth).filter((answer) => typeof answer !== 'string')).toEqual([])
  })

  it.each(TARGETS)(
    'of the $name ends no process and gives no wrong answer',
    async ({ name, pattern, in: where }) => {
      const figures = {
        corruptions: 0,
        crashes: 0,
        'wrong answers': 0,
        refused: 0,
        'as before': 0,
        'an earlier state': 0,
      }
      const faults: string[] = []
      const folder = where === 'logged' ? folders.logged : folders.whole
      const seeds = Array.from({ length: SEEDS }, (_, seed) => seed)
      const work = async (onlooker: Onlooker) => {
        for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
          let done = ''
          const found = await lookAt(onlooker, folder, where === 'graph', (copy) => {
            done = damageOne(copy, pattern, seed ?? 0)
          })
          const verdict = judge(found, truths[where])
          figures.corruptions += 1
          figures[verdict.kind] += 1
          if (verdict.why !== undefined) faults.push(`${done}: ${verdict.why}`)
        }
      }
      await Promise.all(onlookers.map(work))
      tell(`damaged: ${name}`, figures)
      expect(faults).toEqual([])
    },
  )
})

/** @returns what was done, in words */
function damageOne(folder: string, pattern: RegExp, seed: number): string {
  const paths = pathsIn(folder)
  const targets = paths.filter((path) => pattern.test(path) && isInUse(folder, path))
  const target = targets[Math.floor(randomOf(-seed)() * targets.length)] ?? ''
  const others = paths.filter((path) => path !== target).map((path) => join(folder, path))
  // An older one holds for documents that are gone; a record or a list, whole and older, is as good as any.
  if (target === 'search.json') others.push(...Array(others.length).fill(join(folders.earlier, target)))
  return `${target}, seed ${seed}: ${damage(join(folder, target), seed, others)}`
}

/** Postings and graphs that the manifest doesn't name are of no use to anybody. */
function isInUse(folder: string, path: string): boolean {
  if (!/^(?:postings|graph)-/.test(path)) return true
  return readFileSync(join(folder, 'search.json'), 'utf8').includes(path)
}

/** Looks at a copy, which may be changed before. */
async function lookAt(
  onlooker: Onlooker,
  folder: string,
  withGraph: boolean,
  change: (copy: string) => void = () => {},
): Promise<Look> {
  const copy = mkdtempSync(join(root, 'copy-'))
  try {
    cpSync(folder, copy, { recursive: true })
    change(copy)
    return await onlooker.look(copy, withGraph)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** Of files, with `/`, in a fixed order. */
function pathsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}
