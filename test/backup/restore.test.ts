import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp } from '../../src/backup/back-up.ts'
import { restore } from '../../src/backup/restore.ts'
import { openCollection } from '../../src/collection/open.ts'
import { checkRecord } from '../../src/collection/replace.ts'
import { createHashingEmbedder } from '../../src/embed/hashing.ts'
import { learntFolder, markLearntFolder } from '../../src/learning.ts'
import { type BuiltCli, buildCli } from '../fixtures/built-cli.ts'
import { paragraph, sourceOf } from '../fixtures/document-source.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

const CHILD = fileURLToPath(new URL('../fixtures/restore-and-die.mjs', import.meta.url))
const HASH = 'a'.repeat(64)
let cli: BuiltCli
beforeAll(() => {
  cli = buildCli()
})
afterAll(() => cli.remove())

/** An index folder with these reports; a copy, since the driver of this process keeps the one it wrote to open. */
async function indexOf(folder: string, name: string, ...paths: string[]): Promise<string> {
  const written = join(folder, `${name}-written`)
  const collection = openCollection({ folder: written })
  const files = Object.fromEntries(paths.map((path) => [path, [paragraph(path)]]))
  await collection.learn(sourceOf(files), createHashingEmbedder({ dimension: 16 }))
  collection.close()
  markLearntFolder(written, `/reports/${name}`)
  mkdirSync(join(written, 'originals'))
  writeFileSync(join(written, 'originals', `${HASH}.txt`), name)
  const index = join(folder, name)
  cpSync(written, index, { recursive: true })
  return index
}

/** Opened under another path, so that the folder itself stays closed. */
function pathsOf(index: string): string[] {
  const copy = `${index}-looked-at-${readdirSync(join(index, '..')).length}`
  cpSync(index, copy, { recursive: true })
  checkRecord(copy)
  const collection = openCollection({ folder: copy })
  try {
    return collection.documents().map(({ path }) => path)
  } finally {
    collection.close()
  }
}

function restoreAndDie(index: string, file: string, point: number) {
  return new Promise<{ stdout: string; signal: unknown }>((resolve) => {
    execFile(
      process.execPath,
      [CHILD, join(cli.folder, 'dist'), index, file, String(point)],
      (error, stdout) => resolve({ stdout, signal: error?.signal }),
    )
  })
}

describe('restore', () => {
  it('brings back what was held, where there was nothing', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'b')
    const report = backUp(await indexOf(folder, 'old', 'a.txt', 'b.txt'), file)
    expect(report).toMatchObject({ file, documents: 2, originals: 1 })
    const index = join(folder, 'fresh')
    expect(restore(file, index)).toMatchObject({ documents: 2, chunks: report.chunks, originals: 1 })
    expect(pathsOf(index)).toEqual(['a.txt', 'b.txt'])
    expect(learntFolder(index)).toBe('/reports/old')
    expect(readFileSync(join(index, 'originals', `${HASH}.txt`), 'utf8')).toBe('old')
  })

  it('replaces another record, also a damaged one, with all that was derived from it', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'b')
    backUp(await indexOf(folder, 'old', 'a.txt'), file)
    const index = await indexOf(folder, 'new', 'c.txt')
    writeFileSync(join(index, 'search.json'), 'of the other record')
    restore(file, index)
    expect(pathsOf(index)).toEqual(['a.txt'])
    expect(readdirSync(index).filter((name) => /search|restore/.test(name))).toEqual([])
    const damaged = join(folder, 'damaged')
    mkdirSync(damaged)
    writeFileSync(join(damaged, 'collection.db'), 'spoilt')
    writeFileSync(join(damaged, 'collection.db-wal'), 'spoilt')
    restore(file, damaged)
    expect(pathsOf(damaged)).toEqual(['a.txt'])
  })

  it('refuses a file with any byte changed or cut off, and touches nothing', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'b')
    backUp(await indexOf(folder, 'old', 'a.txt'), file)
    const bytes = readFileSync(file)
    const spoilt = join(folder, 'spoilt')
    const index = join(folder, 'index')
    const places = Array.from({ length: 40 }, (_, i) => Math.floor((i / 40) * bytes.length))
    for (const place of [0, 14, 16, 200, ...places, bytes.length - 1]) {
      const flipped = Buffer.from(bytes)
      flipped[place] = (flipped[place] ?? 0) ^ 1
      for (const content of [flipped, bytes.subarray(0, place)]) {
        writeFileSync(spoilt, content)
        expect(() => restore(spoilt, index), `byte ${place}`).toThrow(
          expect.objectContaining({ code: 'bad-input' }),
        )
        expect(readdirSync(index)).toEqual([])
      }
    }
    writeFileSync(spoilt, Buffer.concat([bytes, Buffer.from('x')]))
    expect(() => restore(spoilt, index)).toThrow('something follows its end')
  })

  it('refuses what a newer program wrote, what is no backup, and what isn’t there', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'b')
    writeFileSync(file, 'wenbao-backup 2\n')
    expect(() => restore(file, folder)).toThrow('is a backup of form 2, this program reads 1.')
    writeFileSync(file, 'PK')
    expect(() => restore(file, folder)).toThrow('is no backup of wenbao.')
    expect(() => restore(join(folder, 'none'), folder)).toThrow('can’t be read')
  })

  it('refuses while somebody has the record open', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'b')
    const index = await indexOf(folder, 'old', 'a.txt')
    backUp(index, file)
    const open = openCollection({ folder: index })
    const { code, stderr } = await cli.run(['restore', file], { WENBAO_INDEX: index })
    expect(open.documents().map(({ path }) => path)).toEqual(['a.txt'])
    open.close()
    expect(code).toBe(6)
    expect(stderr).toContain('is in use.\nStop the service first')
  })

  it('leaves the one record or the other when it is killed before any of its steps, and can be run again', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'b')
    backUp(await indexOf(folder, 'old', 'a.txt'), file)
    const before = await indexOf(folder, 'new', 'c.txt')
    rmSync(join(before, 'originals'), { recursive: true })
    const run = async (point: number) => {
      const index = join(folder, `index-${point}`)
      cpSync(before, index, { recursive: true })
      return { index, ...(await restoreAndDie(index, file, point)) }
    }
    const steps = Number((await run(0)).stdout)
    expect(steps).toBeGreaterThan(5)
    const found: string[] = []
    for (let point = 1; point <= steps; point++) {
      const { index, signal } = await run(point)
      expect(signal).toBe('SIGKILL')
      const [path = ''] = pathsOf(index)
      found.push(path)
      // The mark of the one never stands beside the record of the other.
      expect([undefined, path === 'a.txt' ? '/reports/old' : '/reports/new']).toContain(learntFolder(index))
      expect((await restoreAndDie(index, file, 0)).signal).toBe(undefined)
      expect(pathsOf(index)).toEqual(['a.txt'])
      expect(learntFolder(index)).toBe('/reports/old')
    }
    expect(found).toEqual([...found].sort().reverse())
    expect(new Set(found)).toEqual(new Set(['a.txt', 'c.txt']))
  })
})

describe('backUp', () => {
  it('takes one committed state while another writes', async () => {
    const folder = temporaryFolder()
    const index = await indexOf(folder, 'old', 'a.txt')
    const open = openCollection({ folder: index })
    const learnt = sourceOf({ 'a.txt': [paragraph('a.txt')], 'd.txt': [paragraph('丁')] })
    let report: ReturnType<typeof backUp> | undefined
    await open.learn(learnt, createHashingEmbedder({ dimension: 16 }), {
      onProgress: ({ kind }) => {
        if (kind === 'embedding') report ??= backUp(index, join(folder, 'b'))
      },
    })
    expect(report).toMatchObject({ documents: 1 })
    expect(open.status().documents).toBe(2)
    open.close()
  })

  it('writes no file over another, and none of a damaged or an empty record', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'b')
    expect(() => backUp(folder, file)).toThrow(expect.objectContaining({ code: 'index-missing' }))
    writeFileSync(join(folder, 'collection.db'), 'spoilt')
    expect(() => backUp(folder, file)).toThrow(expect.objectContaining({ code: 'index-damaged' }))
    expect(existsSync(file)).toBe(false)
    writeFileSync(file, 'kept')
    expect(() => backUp(folder, file)).toThrow('is there already')
    expect(readFileSync(file, 'utf8')).toBe('kept')
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  })
})
