import { describe, expect, it } from 'vitest'
import { batchesOf, sizeOf, withChosen } from '../../../src/web/page/batches.ts'

const MEGABYTE = 1024 * 1024
const sizes = (...megabytes: number[]) => megabytes.map((size) => ({ size: size * MEGABYTE }))
const countsOf = (batches: readonly (readonly unknown[])[]) => batches.map((batch) => batch.length)

describe('batchesOf', () => {
  it('keeps small files together and lets a large one go alone', () => {
    expect(countsOf(batchesOf(sizes(1, 2, 3, 20, 1, 7, 1)))).toEqual([3, 1, 2, 1])
  })

  it('sends twenty files at most at once, and all of them in their order', () => {
    const files = Array.from({ length: 45 }, (_, i) => ({ size: i }))
    const batches = batchesOf(files)
    expect(countsOf(batches)).toEqual([20, 20, 5])
    expect(batches.flat()).toEqual(files)
  })

  it('sends nothing for no files', () => {
    expect(batchesOf([])).toEqual([])
  })
})

describe('withChosen', () => {
  it('takes the later of two files with one name', () => {
    const file = (name: string, size: number) => ({ name, size })
    const [first, other, second] = [file('a', 1), file('b', 2), file('a', 3)] as const
    expect(withChosen([first, other], [second])).toEqual([second, other])
  })
})

describe('sizeOf', () => {
  it.each([
    [0, '1 KB'],
    [18_432, '18 KB'],
    [1_048_575, '1024 KB'],
    [3_565_158, '3.4 MB'],
  ])('says %i bytes as %s', (bytes, words) => {
    expect(sizeOf(bytes)).toBe(words)
  })
})
