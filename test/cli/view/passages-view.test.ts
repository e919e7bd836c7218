// Passages as a person sees them.
import { describe, expect, it } from 'vitest'
import { passagesText } from '../../../src/cli/view/passages-view.ts'
import type { Passage, SearchResult } from '../../../src/search/passage.ts'
import { passageOf } from '../../fixtures/passages.ts'

const options = { columns: 24, isStyled: false, explain: false, say: (words: { en: string }) => words.en }
const resultOf = (passages: readonly Passage[], more: Partial<SearchResult> = {}): SearchResult => ({
  question: '床位？',
  passages,
  routing: { organisations: [], years: [], mode: 'none' },
  ...more,
})

describe('passagesText', () => {
  it('gives rank, score, headings, the wrapped text and where it stands', () => {
    expect(passagesText(resultOf([passageOf('a', '全院现有床位九百张，比上年多。')]), options)).toBe(
      [' 1  1.000  标题a > 一、小节', '    全院现有床位九百张，', '    比上年多。', '    a.txt 10-25'].join(
        '\n',
      ),
    )
  })

  it('marks the words of the question on a terminal, across a line break too', () => {
    const passage = {
      ...passageOf('a', '全院现有床位九百张，比上年多。'),
      highlights: [{ start: 7, end: 12 }],
    }
    const text = passagesText(resultOf([passage]), { ...options, isStyled: true })
    expect(text).toContain('全院现有床位九\u001B[1m百张，\u001B[22m\n    \u001B[1m比上\u001B[22m年多。')
  })

  it('asks back when a name is several organisations’', () => {
    const choice = (organisation: string) => ({ organisation, documentId: 'x', title: '工作总结' })
    const ambiguous = { name: '二中', choices: [choice('甲市第二中学'), choice('乙市第二中学')] }
    const routing = { organisations: [], years: [], mode: 'none' as const, ambiguous }
    expect(passagesText(resultOf([], { routing }), options)).toBe(
      '“二中” may be any of 2. Which one do you mean?\n  1. 甲市第二中学  工作总结\n  2. 乙市第二中学  工作总结\n\nNothing found.',
    )
  })

  it('gives every signal, the weights and the routing when asked to explain', () => {
    const z = { bm25: 2, similarity: 1.5, sentenceSimilarity: 1 }
    const signals = { bm25: 7.25, similarity: 0.875, sentenceSimilarity: 0.9, z, boost: 0.1 }
    const text = passagesText(
      resultOf([{ ...passageOf('a', '床位。'), signals }], {
        routing: { organisations: ['甲院'], years: [2024], mode: 'filter' },
        trace: {
          weights: { bm25: 0.4, similarity: 0.35, sentenceSimilarity: 0.25 },
          candidates: 12,
          engine: 'flat',
          terms: ['床位', '床'],
          elapsedMs: { embed: 4, retrieve: 0.5, rank: 0.25 },
        },
      }),
      { ...options, explain: true },
    )
    expect(text).toContain(
      'bm25 7.250 (z 2.00) · similarity 0.875 (z 1.50) · sentence 0.900 (z 1.00) · boost 0.100',
    )
    expect(text).toContain('routing: filter · 甲院 · 2024')
    expect(text).toContain('weights: bm25 0.40 · similarity 0.35 · sentence 0.25')
    expect(text).toContain('flat · 12 candidates · embed 4.0 ms · retrieve 0.5 ms · rank 0.3 ms')
  })
})
