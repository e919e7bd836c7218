// Does learning survive being killed? Before every change to a file and in the middle of it, and at random moments.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  AFTER,
  BEFORE,
  CHANGES,
  heldAfter,
  learnInPeace,
  uploadStates,
  writeReports,
} from './kills/changes.ts'
import {
  compilePreload,
  countChanges,
  durationOf,
  type Figures,
  type Kill,
  killAll,
  type Scenario,
} from './kills/killed-runs.ts'
import type { Expected } from './kills/left-behind.ts'
import { randomOf } from './random.ts'
import { scratchFolder } from './scratch.ts'
import { shareOf, tell } from './share.ts'

const INJECTED = shareOf(750, 20)
const RANDOM = shareOf(150, 10)

let root: string
const inRoot = (name: string) => join(root, name)
let scenarios: readonly Scenario[]

beforeAll(async () => {
  root = scratchFolder('kills')
  const changes = inRoot('changes.json')
  writeFileSync(changes, JSON.stringify(CHANGES))
  const before = writeReports(inRoot('before'), BEFORE)
  const after = writeReports(inRoot('after'), AFTER)
  const start = inRoot('start')
  const ofStart = await learnInPeace(start, before, {})
  const ofBefore = await statesOf(before)
  const ofAfter = await statesOf(after)
  scenarios = [
    { reports: before, changes, expected: { states: ofBefore, versions: versionsOf(ofBefore) } },
    {
      start,
      reports: after,
      changes,
      expected: { states: ofAfter, versions: new Map([...ofStart, ...versionsOf(ofAfter)]) },
    },
  ]
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('learning and uploading, killed', () => {
  it('leave whole documents and all that was acknowledged, at whichever change to a file', async (context) => {
    const preload = compilePreload(root)
    if (preload === undefined)
      return context.skip('it takes Linux and a C compiler to count changes to files')
    const points: Kill[] = []
    for (const torn of [false, true]) {
      for (const scenario of scenarios) {
        const changes = await countChanges(scenario, inRoot('counted'), preload)
        expect(changes).toBeGreaterThan(100)
        for (let at = 1; at <= changes; at += 1) points.push({ scenario, death: { at, torn } })
      }
    }
    const figures = await killAll(evenly(points, INJECTED), (run) => inRoot(`injected-${run}`), preload)
    report(`kills at ${figures.kills} of ${points.length} changes to files`, figures)
  })

  it('leave whole documents and all that was acknowledged, at whichever moment', async () => {
    const [scenario] = scenarios
    if (scenario === undefined) throw new Error('there is no scenario')
    const lasts = await durationOf(scenario, inRoot('timed'))
    const kills = Array.from({ length: RANDOM }, (_, seed) => {
      const afterMs = randomOf(seed)() * lasts
      return { scenario: scenarios[seed % scenarios.length] ?? scenario, death: { afterMs } }
    })
    const figures = await killAll(kills, (run) => inRoot(`random-${run}`))
    report(`kills at ${figures.kills} random moments`, figures)
  })
})

function report(what: string, { faults, unopenable, broken, ...figures }: Figures): void {
  tell(what, { unopenable, 'half documents or lost uploads': broken, ...figures })
  expect({ faults, leftovers: figures.leftovers }).toEqual({ faults: [], leftovers: 0 })
}

async function statesOf(reports: string): Promise<Expected['states']> {
  const states = []
  for (const uploads of uploadStates()) {
    states.push({ uploads, held: await heldAfter(inRoot('scratch'), reports, uploads) })
  }
  return states
}

function versionsOf(states: Expected['states']): Expected['versions'] {
  return new Map(states.flatMap(({ held }) => [...held]))
}

function evenly<T>(all: readonly T[], wanted: number): T[] {
  const chosen = Math.min(wanted, all.length)
  return Array.from({ length: chosen }, (_, i) => all[Math.floor((i * all.length) / chosen)] as T)
}
