import { describe, expect, it } from 'vitest'
import { placePrefixes } from '../../../src/search/routing/place-prefixes.ts'

describe('placePrefixes', () => {
  it('ends before the level of a place', () => {
    expect(placePrefixes('临湖市第二人民医院')).toEqual(['临湖'])
    expect(placePrefixes('青石港市中医院')).toEqual(['青石', '青石港'])
  })

  it('gives every likely length when the name says no level', () => {
    expect(placePrefixes('白沙学院附属医院')).toEqual(['白沙', '白沙学', '白沙学院'])
    expect(placePrefixes('ABC公司')).toEqual([])
  })
})
