// How is a file damaged? A bit, a page, its end, another file in its place: chosen by a number, so that each can be done again.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { randomOf } from '../random.ts'

const PAGE_BYTES = 4_096
/** Where SQLite keeps its own structure. */
const RECORD_PAGE_BYTES = 32_768
const STRUCTURE_BYTES = 200

type Random = () => number
type Damage = (bytes: Buffer, random: Random, others: readonly string[]) => Uint8Array

const flip = (bytes: Buffer, at: number, random: Random): void => {
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
}

const DAMAGES: Readonly<Record<string, Damage>> = {
  'a bit'(bytes, random) {
    flip(bytes, Math.floor(random() * bytes.length), random)
    return bytes
  },
  'a bit of structure'(bytes, random) {
    const page = Math.floor((random() * bytes.length) / RECORD_PAGE_BYTES) * RECORD_PAGE_BYTES
    flip(bytes, Math.min(bytes.length - 1, page + Math.floor(random() * STRUCTURE_BYTES)), random)
    return bytes
  },
  'some bits'(bytes, random) {
    for (let bit = 0; bit < 8; bit += 1) flip(bytes, Math.floor(random() * bytes.length), random)
    return bytes
  },
  cut: (bytes, random) => bytes.subarray(0, Math.floor(random() * bytes.length)),
  'cut by a little': (bytes, random) =>
    bytes.subarray(0, Math.max(0, bytes.length - 1 - Math.floor(random() * 64))),
  'an emptied page'(bytes, random) {
    const page = Math.floor((random() * bytes.length) / PAGE_BYTES) * PAGE_BYTES
    return bytes.fill(0, page, Math.min(bytes.length, page + PAGE_BYTES))
  },
  'noise in a page'(bytes, random) {
    const page = Math.floor((random() * bytes.length) / PAGE_BYTES) * PAGE_BYTES
    const end = Math.min(bytes.length, page + PAGE_BYTES)
    for (let at = page; at < end; at += 1) bytes[at] = Math.floor(random() * 256)
    return bytes
  },
  'two pages changed places'(bytes, random) {
    const pages = Math.max(1, Math.floor(bytes.length / PAGE_BYTES))
    const [a = 0, b = 0] = [random(), random()].map((share) => Math.floor(share * pages) * PAGE_BYTES)
    const first = Buffer.from(bytes.subarray(a, a + PAGE_BYTES))
    bytes.set(bytes.subarray(b, Math.min(bytes.length, b + first.length)), a)
    bytes.set(first.subarray(0, bytes.length - b), b)
    return bytes
  },
  'something behind its end': (bytes) => Buffer.concat([bytes, bytes.subarray(0, 100)]),
  'another file in its place'(_, random, others) {
    const other = others[Math.floor(random() * others.length)]
    return other === undefined ? Buffer.alloc(0) : readFileSync(other)
  },
}

/**
 * Damages one file in place.
 *
 * @param others files that may take its place
 * @returns what was done, in words
 */
export function damage(path: string, seed: number, others: readonly string[]): string {
  const random = randomOf(seed)
  const kinds = Object.entries(DAMAGES)
  const [name, change] = kinds[seed % kinds.length] as [string, Damage]
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
  writeFileSync(path, change(bytes, random, others))
  return name
}
