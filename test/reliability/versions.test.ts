// A hole that is known and closed: do we stand on versions that have it no more?
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'

const ROOT = resolve(import.meta.dirname, '../..')
/** The first without the faults published of it: paths of static files, limits of bodies, origins, forms, streams. */
const FLOORS: Readonly<Record<string, string>> = { hono: '4.13.5', '@hono/node-server': '2.0.10' }

const versions = z.looseObject({ dependencies: z.record(z.string(), z.string()) })
const lock = z.looseObject({
  packages: z.record(z.string(), z.looseObject({ version: z.string().optional() })),
})
const read = (name: string): unknown => JSON.parse(readFileSync(join(ROOT, name), 'utf8'))

function isAtLeast(version: string, floor: string): boolean {
  return version.localeCompare(floor, 'en', { numeric: true }) >= 0
}

describe('a dependency with a known hole', () => {
  it('is none that answers HTTP, as it is set and as it is locked', () => {
    const set = versions.parse(read('package.json')).dependencies
    const { packages } = lock.parse(read('package-lock.json'))
    for (const [name, floor] of Object.entries(FLOORS)) {
      const locked = packages[`node_modules/${name}`]?.version ?? ''
      expect([name, set[name]]).toEqual([name, locked])
      expect([name, locked, isAtLeast(locked, floor)]).toEqual([name, locked, true])
    }
  })

  it('comes in by no range: every version is set to the last digit', () => {
    const { dependencies } = versions.parse(read('package.json'))
    expect(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })
})
