// What did a killed process leave? Looked at as it is, asked a question, then learnt to the end.
import { existsSync, mkdirSync, readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { UNFINISHED } from '../../../src/collection/durable-file.ts'
import type { Parts } from '../../../src/compose.ts'
import { learntFolder } from '../../../src/learning.ts'
import { ORIGINALS, Originals } from '../../../src/uploads/originals.ts'
import { type Held, heldIn } from '../held.ts'
import { openHashing } from './changes.ts'

export interface Expected {
  /** All versions of documents that ever were whole. */
  readonly versions: Held
  /** Per number of changes made: the uploads by name, and all that is held at last. */
  readonly states: readonly { readonly uploads: Readonly<Record<string, string>>; readonly held: Held }[]
}

/** @param acknowledged changes of which the process had told that they are made */
export async function checkLeftBehind(
  index: string,
  reports: string,
  acknowledged: number,
  { versions, states }: Expected,
): Promise<void> {
  mkdirSync(index, { recursive: true })
  ageUnfinished(index)
  const parts = await openHashing(index, reports)
  try {
    const left = heldIn(parts.collection)
    for (const [key, whole] of left) expect(versions.get(key), key).toBe(whole)

    const uploads = await uploadsIn(index)
    const possible = states.slice(acknowledged, acknowledged + 2)
    const state = possible.find((one) => JSON.stringify(sorted(one.uploads)) === JSON.stringify(uploads))
    if (state === undefined) expect(uploads, 'uploads').toEqual(sorted(possible[0]?.uploads ?? {}))

    // Half a path would be taken for another folder that was learnt on purpose.
    expect(learntFolder(index) ?? reports).toSatisfy(existsSync)

    await expectFound(parts, left)
    await parts.prepare()
    expect(new Map(heldIn(parts.collection))).toEqual(state?.held)
    await expectFound(parts, heldIn(parts.collection))
    expect(parts.uploads.list().filter((one) => one.state !== 'learnt')).toEqual([])
    expect((await parts.learn(reports)).changed).toBe(false)
  } finally {
    await parts.close()
  }
}

/** Every document is found by its own words, and nothing that isn't held. */
async function expectFound(parts: Parts, held: Held): Promise<void> {
  for (const { id, path, title, organisation } of parts.documents()) {
    const { passages } = await parts.search(`${organisation ?? title}全年开放多少天`, { topK: 3 })
    expect(
      passages.map(({ document }) => document.id),
      path,
    ).toContain(id)
    for (const { document } of passages) expect(held.has(`${document.path} ${document.id}`)).toBe(true)
  }
}

async function uploadsIn(index: string): Promise<Readonly<Record<string, string>>> {
  const originals = new Originals(join(index, ORIGINALS))
  const texts = originals.list().map(async (entry) => {
    return [entry.name, Buffer.from(await originals.read(entry)).toString()] as const
  })
  return sorted(Object.fromEntries(await Promise.all(texts)))
}

/** Unfinished files beside the record and the postings; those of the originals are swept with the next upload. */
export function leftovers(index: string): string[] {
  return readdirSync(index).filter(
    (name) => name.startsWith(UNFINISHED) || name.startsWith('collection.new-'),
  )
}

/** Somebody else might still be writing what is younger than a minute. */
function ageUnfinished(index: string): void {
  const past = new Date(Date.now() - 3_600_000)
  for (const name of leftovers(index)) utimesSync(join(index, name), past, past)
}

function sorted(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)))
}
