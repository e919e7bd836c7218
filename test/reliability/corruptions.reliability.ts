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
  readonly folder: keyof Pick<Folders, 'whole' | 'logged'>
}

const RECORD = /^collection\.db$/
const TARGETS: readonly Target[] = [
  { name: 'record', pattern: RECORD, folder: 'whole' },
  { name: 'record with a log', pattern: RECORD, folder: 'logged' },
  { name: 'log', pattern: /^collection\.db-wal$/, folder: 'logged' },
  { name: 'memory of the log', pattern: /^collection\.db-shm$/, folder: 'logged' },
  { name: 'postings', pattern: /^postings-/, folder: 'whole' },
  { name: 'graph', pattern: /^graph-/, folder: 'whole' },
  { name: 'manifest', pattern: /^search\.json$/, folder: 'whole' },
  { name: 'originals', pattern: /^originals\/[0-9a-f]{64}$/, folder: 'whole' },
  { name: 'list of originals', pattern: /^originals\/uploads\.json$/, folder: 'whole' },
  { name: 'locks and marks', pattern: /(?:writer-lock\.|learnt-from\.)/, folder: 'whole' },
]

let root: string
let folders: Folders
let onlookers: readonly Onlooker[]
/** What `whole` serves, then what each state of `logged` does. */
let truths: readonly Look[]

beforeAll(async () => {
  root = scratchFolder('damage')
  folders = await makeFolders(root)
  onlookers = Array.from({ length: ONLOOKERS }, () => new Onlooker(folders.reports))
  const looks = []
  const first = onlookers[0] as Onlooker
  for (const folder of [folders.whole, ...folders.states]) looks.push(await lookAt(first, folder))
  truths = looks
})
afterAll(() => {
  for (const onlooker of onlookers) onlooker.close()
  rmSync(root, { recursive: true, force: true })
})

describe('a damaged file', () => {
  it('of a sound folder is none: everything is answered', () => {
    const [truth = {}] = truths
    expect(Object.values(truth).filter((answer) => typeof answer !== 'string')).toEqual([])
  })

  it.each(TARGETS)(
    'of the $name ends no process and gives no wrong answer',
    async ({ name, pattern, folder }) => {
      const figures = {
        corruptions: 0,
        crashes: 0,
        'wrong answers': 0,
        refused: 0,
        'as before': 0,
        'an earlier state': 0,
      }
      const faults: string[] = []
      const possible = folder === 'whole' ? truths.slice(0, 1) : truths.slice(1).toReversed()
      const seeds = Array.from({ length: SEEDS }, (_, seed) => seed)
      const work = async (onlooker: Onlooker) => {
        for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
          let done = ''
          const found = await lookAt(onlooker, folders[folder], (copy) => {
            done = damageOne(copy, pattern, seed ?? 0)
          })
          const verdict = judge(found, possible)
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
  change: (copy: string) => void = () => {},
): Promise<Look> {
  const copy = mkdtempSync(join(root, 'copy-'))
  try {
    cpSync(folder, copy, { recursive: true })
    change(copy)
    return await onlooker.look(copy)
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
