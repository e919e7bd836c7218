import { describe, expect, it } from 'vitest'
import { findHighlights } from '../../../src/search/passages/highlights.ts'
import type { AskedTerm } from '../../../src/search/question.ts'
import { foldText } from '../../../src/text/lexical-key.ts'
import { termsOf } from '../../../src/text/terms.ts'

const asked = (text: string, idf: number): AskedTerm[] =>
  termsOf(foldText(text)).map(({ id, start, end }) => ({
    id,
    idf,
    isOwn: true,
    text: foldText(text).slice(start, end),
  }))
const marked = (text: string, terms: readonly AskedTerm[]) =>
  findHighlights(text, terms).map(({ start, end }) => text.slice(start, end))

describe('findHighlights', () => {
  it('marks words of the question as they stand in the passage, neighbours as one', () => {
    expect(marked('2024年門診量增長，门诊楼启用', asked('门诊量', 3))).toEqual(['門診量', '门诊'])
  })

  it('marks whole words and numbers, whatever their width', () => {
    expect(marked('开展ＤＲＧ付费，占45.76%', asked('drg 45.76', 3))).toEqual(['ＤＲＧ', '45.76'])
  })

  it('marks no single character and nothing that stands everywhere', () => {
    expect(marked('医院的门', asked('门', 3))).toEqual([])
    expect(marked('医院的门诊', [...asked('医院', 0.3), ...asked('门诊', 3)])).toEqual(['门诊'])
  })
})
