// Is every failure of the list held by a test that exists, under the words that the table gives?
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
const LAST_ROW = 38

const lines = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('`'))
const entries = lines.flatMap((line) =>
  [...line.matchAll(/`((?:test|scripts)\/[^`]+)`((?::? ?(?:; )?“[^”]+”)*)/g)].map(
    ([, path = '', words = '']) => ({
      path,
      sentences: [...words.matchAll(/“([^”]+)”/g)].map(([, sentence = '']) => sentence),
    }),
  ),
)

describe('the table of failures', () => {
  it('has every row once, in order', () => {
    const numbers = lines.flatMap((line) => /^\| (\d+) \|/.exec(line)?.[1] ?? [])
    expect(numbers.map(Number)).toEqual(Array.from({ length: LAST_ROW }, (_, i) => i + 1))
  })

  it('leaves no row without a test, nor without a result', () => {
    const bare = lines.filter((line) => {
      const cells = line.split(' | ')
      return !/`(?:test|scripts)\//.test(line) || (cells.at(-1)?.replace('|', '').trim() ?? '') === ''
    })
    expect(bare).toEqual([])
  })

  it('names files that exist', () => {
    expect(entries.map(({ path }) => path).filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })

  it('names tests as they call themselves', () => {
    const missing = entries.flatMap(({ path, sentences }) => {
      if (!existsSync(join(ROOT, path))) return []
      const source = readFileSync(join(ROOT, path), 'utf8')
      return sentences
        .filter((sentence) => !source.includes(sentence))
        .map((sentence) => `${path}: ${sentence}`)
    })
    expect(missing).toEqual([])
    expect(entries.flatMap(({ sentences }) => sentences).length).toBeGreaterThan(LAST_ROW)
  })
})
