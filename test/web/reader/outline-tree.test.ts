import { describe, expect, it } from 'vitest'
import {
  holdsSection,
  type OutlineNode,
  outlineTree,
  sectionAt,
} from '../../../src/web/reader/outline-tree.ts'

const inWords = ({ heading, children }: OutlineNode): string =>
  children.length === 0 ? heading : `${heading}(${children.map(inWords).join(' ')})`

describe('outlineTree', () => {
  it('puts each heading below the last one of a higher level, also over a missing level', () => {
    const levels = [1, 2, 4, 3, 2, 1]
    const outline = levels.map((level, place) => ({ level, heading: String(place) }))
    expect(outlineTree(outline).map(inWords)).toEqual(['0(1(2 3) 4)', '5'])
  })
})

describe('sectionAt', () => {
  const outline = [{ range: { start: 0, end: 10 } }, { range: { start: 4, end: 8 } }]

  it('finds the deepest section that holds the beginning of a range', () => {
    expect(sectionAt(outline, { start: 5, end: 9 })).toBe(1)
    expect(sectionAt(outline, { start: 8, end: 9 })).toBe(0)
    expect(sectionAt(outline, { start: 10, end: 11 })).toBeUndefined()
  })
})

describe('holdsSection', () => {
  it('looks into the whole branch', () => {
    const [root] = outlineTree([
      { level: 1, heading: '甲' },
      { level: 2, heading: '乙' },
    ])
    expect(root && [holdsSection(root, 0), holdsSection(root, 1), holdsSection(root, 2)]).toEqual([
      true,
      true,
      false,
    ])
  })
})
