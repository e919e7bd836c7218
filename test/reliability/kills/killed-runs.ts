// How is a learning killed? As a process of its own, before a change to a file or at a moment, many of them after another.
import { type ChildProcess, execFile, execFileSync } from 'node:child_process'
import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tell } from '../share.ts'
import { checkLeftBehind, type Expected, leftovers } from './left-behind.ts'

const DIST = fileURLToPath(new URL('../../../dist', import.meta.url))
const CHILD = fileURLToPath(new URL('learn-uploads.mjs', import.meta.url))
const DIE_AT = fileURLToPath(new URL('die-at.c', import.meta.url))
/** As many as there are cores; what they leave is looked at in between. */
const CHILDREN_AT_ONCE = 2

/** Between two words of how far it is. */
const TOLD_EVERY = 100

/** Where a learning begins, what it learns, and what may be found afterwards. */
export interface Scenario {
  /** An index folder to copy; absent: an empty one. */
  readonly start?: string
  readonly reports: string
  /** File with the changes of the uploads. */
  readonly changes: string
  readonly expected: Expected
}

/** How one run ends: before the n-th change to a file, `torn` after half of it; or some time after it began. */
export type Death = { readonly at: number; readonly torn: boolean } | { readonly afterMs: number }

export interface Kill {
  readonly scenario: Scenario
  readonly death: Death
}

export interface Figures {
  kills: number
  /** Runs that were through before it was their time. */
  completed: number
  unopenable: number
  /** What was found differs from every whole state: half documents, doubles, lost uploads. */
  broken: number
  /** Unfinished files that the next run didn't sweep. */
  leftovers: number
  /** The first of what went wrong, in words. */
  readonly faults: string[]
}

/** @returns undefined where changes to files can't be counted: it takes Linux and a C compiler */
export function compilePreload(folder: string): string | undefined {
  if (!existsSync(DIST)) throw new Error('dist/ is missing: run `npm run build` first.')
  const library = join(folder, 'die-at.so')
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-o', library, DIE_AT, '-ldl'], { stdio: 'pipe' })
    return process.platform === 'linux' ? library : undefined
  } catch {
    return undefined
  }
}

/** @param preload counts changes to files; none is counted without it */
export async function countChanges(scenario: Scenario, index: string, preload: string): Promise<number> {
  prepare(scenario, index)
  const { stderr } = await run(scenario, index, { LD_PRELOAD: preload, DIE_IN: index })
  rmSync(index, { recursive: true })
  return Number(/operations (\d+)/.exec(stderr)?.[1])
}

/** @returns milliseconds from its beginning to its end */
export async function durationOf(scenario: Scenario, index: string): Promise<number> {
  prepare(scenario, index)
  let began = 0
  await run(scenario, index, {}, () => {
    began = performance.now()
  })
  rmSync(index, { recursive: true })
  return performance.now() - began
}

/** @param indexOf a folder of its own for each, gone afterwards */
export async function killAll(
  kills: readonly Kill[],
  indexOf: (run: number) => string,
  preload?: string,
): Promise<Figures> {
  const figures: Figures = { kills: 0, completed: 0, unopenable: 0, broken: 0, leftovers: 0, faults: [] }
  const waiting = [...kills.entries()]
  let looked = 0
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [number, { scenario, death }] = next
      const index = indexOf(number)
      prepare(scenario, index)
      const ended = await die(scenario, index, death, preload)
      figures[ended.isKilled ? 'kills' : 'completed'] += 1
      if (!ended.isKilled && 'afterMs' in death) {
        // Through before it was time: again, and sooner.
        waiting.push([kills.length + figures.completed, { scenario, death: { afterMs: death.afterMs / 2 } }])
      }
      await lookAt(index, scenario, ended.stdout, JSON.stringify(death), figures)
      rmSync(index, { recursive: true, force: true })
      looked += 1
      if (looked % TOLD_EVERY === 0) tell(`killed so far ${looked}`, { faults: figures.faults.length })
    }
  }
  await Promise.all(Array.from({ length: CHILDREN_AT_ONCE }, worker))
  return figures
}

async function lookAt(
  index: string,
  { reports, expected }: Scenario,
  stdout: string,
  death: string,
  figures: Figures,
): Promise<void> {
  const acknowledged = Number(/acknowledged (\d+)\n$/.exec(stdout)?.[1] ?? 0)
  try {
    await checkLeftBehind(index, reports, acknowledged, expected)
    figures.leftovers += leftovers(index).length
  } catch (error) {
    const isUnopenable = error instanceof Error && 'code' in error
    figures[isUnopenable ? 'unopenable' : 'broken'] += 1
    figures.faults.push(`${death} after ${acknowledged} changes: ${String(error)}`)
  }
}

function prepare({ start }: Scenario, index: string): void {
  if (start !== undefined) cpSync(start, index, { recursive: true })
}

function die(scenario: Scenario, index: string, death: Death, preload = ''): Promise<Ended> {
  if ('afterMs' in death) {
    return run(scenario, index, {}, (child) => setTimeout(() => child.kill('SIGKILL'), death.afterMs))
  }
  const { at, torn } = death
  const env = { LD_PRELOAD: preload, DIE_IN: index, DIE_AT: `${at}`, ...(torn && { DIE_TORN: '1' }) }
  return run(scenario, index, env)
}

interface Ended {
  readonly stdout: string
  readonly stderr: string
  readonly isKilled: boolean
}

function run(
  { reports, changes }: Scenario,
  index: string,
  env: Readonly<Record<string, string>>,
  onBegin: (child: ChildProcess) => void = () => {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [CHILD, DIST, reports, changes, index],
      { env: { PATH: process.env['PATH'], ...env } },
      (error, stdout, stderr) => resolve({ stdout, stderr, isKilled: error?.signal === 'SIGKILL' }),
    )
    child.stdout?.once('data', () => onBegin(child))
  })
}
