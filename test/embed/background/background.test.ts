import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createBackgroundEmbedder } from '../../../src/embed/background/background.ts'
import type { Embedder } from '../../../src/embed/embedder.ts'
import { readModelFolder } from '../../../src/embed/model-folder.ts'
import { openEmbedder } from '../../../src/embed/open.ts'
import { type BuiltCli, buildCli } from '../../fixtures/built-cli.ts'
import { bundledModelFolder, bundledSettings } from '../../fixtures/bundled-model.ts'

const ITEMS = Array.from({ length: 80 }, (_, i) => ({
  text: `第${i}项：全年接待读者${i * 7919}人次，举办讲座六十场。`,
  spans: [{ start: 0, end: 4 }],
}))
const FEW = ITEMS.slice(0, 3)

let built: BuiltCli
let entry: URL
let here: Embedder
let calls = 0
beforeAll(async () => {
  built = buildCli()
  entry = pathToFileURL(join(built.folder, 'dist/embed/background/child.js'))
  const embedder = await openEmbedder({ ...bundledSettings, threads: 1 })
  here = {
    ...embedder,
    embedPassages(items, options) {
      calls += 1
      return embedder.embedPassages(items, options)
    },
  }
})
afterAll(async () => {
  await here.close()
  built.remove()
})

const folder = () => readModelFolder(bundledModelFolder)

/** Processes that run the child, started by this one. */
function children(): number {
  const list = execFileSync('ps', ['-o', 'args=', '--ppid', String(process.pid)], { encoding: 'utf8' })
  return list.split('\n').filter((line) => line.includes('embed/background/child.js')).length
}

describe('createBackgroundEmbedder', () => {
  it('gives the vectors that this process would, from another one, which ends when it has nothing to do', async () => {
    const expected = await here.embedPassages(ITEMS)
    calls = 0
    const told: number[] = []
    const background = createBackgroundEmbedder(here, await folder(), { threads: 1, entry, idleMs: 50 })
    const vectors = await background.embedPassages(ITEMS, { onProgress: (done) => told.push(done) })
    expect(calls).toBe(0)
    expect(vectors).toEqual(expected)
    expect(told).toEqual([64, 80])
    await vi.waitFor(() => expect(children()).toBe(0), { timeout: 10_000 })
    expect((await background.embedPassages(ITEMS)).length).toBe(80)
  })

  it('listens to its process no longer than an order takes', async () => {
    const warnings: string[] = []
    const note = ({ name }: Error) => warnings.push(name)
    process.on('warning', note)
    const background = createBackgroundEmbedder(here, await folder(), { threads: 1, entry, idleMs: 50 })
    // One more than the listeners that an emitter has without a warning.
    for (let order = 0; order < 11; order++) await background.embedPassages(ITEMS.slice(0, 17))
    process.off('warning', note)
    expect(warnings).toEqual([])
  })

  it('embeds a few here, and everything when no process can be had', async () => {
    calls = 0
    const background = createBackgroundEmbedder(here, await folder(), {
      threads: 1,
      entry: new URL('file:///nowhere/child.js'),
    })
    await background.embedPassages(FEW)
    expect(await background.embedPassages(ITEMS)).toEqual(await here.embedPassages(ITEMS))
    expect(calls).toBe(3)
  })

  it('leaves a few to the process too while it runs', async () => {
    const expected = await here.embedPassages(FEW)
    calls = 0
    const background = createBackgroundEmbedder(here, await folder(), { threads: 1, entry, idleMs: 50 })
    await background.embedPassages(ITEMS.slice(0, 17))
    expect(await background.embedPassages(FEW)).toEqual(expected)
    expect(calls).toBe(0)
    await vi.waitFor(() => expect(children()).toBe(0), { timeout: 10_000 })
  })

  it('ends the process when nobody wants the vectors any more', async () => {
    const background = createBackgroundEmbedder(here, await folder(), { threads: 1, entry })
    const leaving = new AbortController()
    const onProgress = () => leaving.abort(new Error('left'))
    await expect(
      background.embedPassages([...ITEMS, ...ITEMS], { signal: leaving.signal, onProgress }),
    ).rejects.toThrow('left')
    await vi.waitFor(() => expect(children()).toBe(0), { timeout: 10_000 })
  })
})
