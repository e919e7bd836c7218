import { describe, expect, it } from 'vitest'
import { pageAt } from '../../src/text/pages.ts'

describe('pageAt', () => {
  it('counts pages from 1, a page without text included', () => {
    expect([0, 9, 10, 25].map((offset) => pageAt([0, 10, 10, 20], offset))).toEqual([1, 1, 3, 4])
  })

  it('is undefined for a text without pages', () => {
    expect(pageAt(undefined, 5)).toBeUndefined()
  })
})
