import { describe, expect, it } from 'vitest'
import { hanPairs, pairsIn } from '../../src/text/pairs.ts'

describe('pairsIn', () => {
  it('gives each two characters that stand side by side', () => {
    expect(pairsIn('图书馆')).toEqual(['图书', '书馆'])
    expect(pairsIn('图')).toEqual([])
    expect(pairsIn('')).toEqual([])
  })
})

describe('hanPairs', () => {
  it('joins no characters over what isn’t Han', () => {
    expect(hanPairs('新馆2层，少儿区')).toEqual(['新馆', '少儿', '儿区'])
  })
})
