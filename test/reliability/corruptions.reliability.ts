// Is a damaged file ever answered from, or the end of the process? Every file of an index folder, damaged in every way.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { damage } from './damage/damages.ts'
import { type Folders, makeFolders } from './damage/folders.ts'
import { type Answer, type Look, Onlooker } from './damage/onlooker.ts'
import { shareOf, tell } from './share.ts'

const SEEDS = shareOf(500, 10)
/** Refusals that say what is damaged. */
const SAID = ['index-damaged', 'index-stale']

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
let onlooker: Onlooker
/** What `whole` serves, then what each state of `logged` does. */
let truths: readonly Look[]

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'wenbao-damage-'))
  folders = await makeFolders(root)
  onlooker = new Onlooker(folders.reports)
  const looks = []
  for (const folder of [folders.whole, ...folders.states]) looks.push(await lookAt(folder))
  truths = looks
})
afterAll(() => {
  onlooker.close()
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
      for (let seed = 0; seed < SEEDS; seed += 1) {
        let done = ''
        const found = await lookAt(folders[folder], (copy) => {
          const paths = pathsIn(copy)
          const targets = paths.filter((path) => pattern.test(path) && isInUse(copy, path))
          const target = targets[seed % targets.length] ?? ''
          const others = paths.filter((path) => path !== target).map((path) => join(copy, path))
          // Older ones hold for documents that are gone; a record or a list, whole and older, is as good as any.
          if (name === 'manifest') others.push(...Array(others.length).fill(join(folders.earlier, target)))
          done = `${target}, seed ${seed}: ${damage(join(copy, target), seed, others)}`
        })
        figures.corruptions += 1
        const verdict = judge(found, folder === 'whole' ? truths.slice(0, 1) : truths.slice(1).toReversed())
        figures[verdict.kind] += 1
        if (verdict.why !== undefined) faults.push(`${done}: ${verdict.why}`)
      }
      tell(`${name}`, figures)
      expect(faults).toEqual([])
    },
  )
})

type Verdict =
  | { kind: 'crashes' | 'wrong answers'; why: string }
  | { kind: 'refused' | 'as before' | 'an earlier state'; why?: undefined }

/** @param possible what may be served, the newest first */
function judge(found: Look, possible: readonly Look[]): Verdict {
  if ('crash' in found) return { kind: 'crashes', why: String(found['crash']) }
  const compared = possible.map((truth) => compare(found, truth))
  const state = compared.findIndex(({ wrong }) => wrong.length === 0)
  if (state < 0) return { kind: 'wrong answers', why: JSON.stringify(compared[0]?.wrong.slice(0, 2)) }
  if (compared[state]?.isRefused) return { kind: 'refused' }
  return { kind: state === 0 ? 'as before' : 'an earlier state' }
}

/** What is neither the truth nor a refusal that says what is damaged; and whether there was such a refusal. */
function compare(found: Look, truth: Look): { wrong: [string, Answer][]; isRefused: boolean } {
  const expected = new Map<string, Answer>(Object.entries(truth))
  const other = Object.entries<Answer>(found).filter(
    ([question, answer]) => JSON.stringify(answer) !== JSON.stringify(expected.get(question)),
  )
  return {
    wrong: other.filter(([question, answer]) => !isRefusal(question, answer)),
    isRefused: other.length > 0,
  }
}

function isRefusal(question: string, answer: Answer): boolean {
  // A file of the folder that was learnt isn't found where a damaged mark points to.
  const codes = question.startsWith('original ') ? [...SAID, 'not-found', 'bad-input'] : SAID
  return typeof answer === 'object' && 'code' in answer && codes.includes(answer.code)
}

/** Postings and graphs that the manifest doesn't name are of no use to anybody. */
function isInUse(folder: string, path: string): boolean {
  if (!/^(?:postings|graph)-/.test(path)) return true
  return readFileSync(join(folder, 'search.json'), 'utf8').includes(path)
}

/** Looks at a copy, which may be changed before. */
async function lookAt(folder: string, change: (copy: string) => void = () => {}): Promise<Look> {
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
