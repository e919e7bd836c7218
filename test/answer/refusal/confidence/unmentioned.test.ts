// Which words of a question are said to be missing.
import { describe, expect, it } from 'vitest'
import { unmentioned } from '../../../../src/answer/refusal/confidence/unmentioned.ts'
import type { AnswerSources } from '../../../../src/answer/sources.ts'
import type { DocumentSummary } from '../../../../src/collection/collection.ts'
import type { SearchResult } from '../../../../src/search/passage.ts'
import { buildDocument } from '../../../fixtures/built-document.ts'

const reports = [
  ['青山市图书馆', '馆内设有座位320个,周末也开放。'],
  ['绿水市图书馆', '停车场可停80辆汽车。'],
].map(([organisation = '', text = '']) => ({
  ...buildDocument({ title: `${organisation}年报`, organisation, blocks: [{ kind: 'body', text }] }),
  id: organisation,
}))

const sources: AnswerSources = {
  documents: () => reports as unknown as DocumentSummary[],
  document: (id) => reports.find((report) => report.id === id),
  search: () => Promise.reject(new Error('nothing is searched here')),
}

function asking(question: string, organisations: readonly string[] = []): SearchResult {
  return { question, passages: [], routing: { organisations, years: [], mode: 'none' } }
}

describe('unmentioned', () => {
  it('names what stands in no report', () => {
    expect(unmentioned(asking('图书馆有多少雨伞？'), sources)).toEqual(['雨伞'])
    expect(unmentioned(asking('图书馆有多少座位？'), sources)).toEqual([])
  })

  it('looks only into the reports of those who are named', () => {
    expect(unmentioned(asking('有多少汽车？', ['青山市图书馆']), sources)).toEqual(['汽车'])
    expect(unmentioned(asking('有多少汽车？', ['绿水市图书馆']), sources)).toEqual([])
  })

  it('passes over words that say when or how sure, and those that reports put otherwise', () => {
    expect(unmentioned(asking('目前大概有多少座位？'), sources)).toEqual([])
    expect(unmentioned(asking('电脑开放吗？'), sources)).toEqual([])
  })

  it('reads no word across the year before', () => {
    expect(unmentioned(asking('座位比上年少了多少？'), sources)).toEqual([])
    expect(unmentioned(asking('座位较上年度增多了吗？'), sources)).toEqual(['增多'])
  })

  it('passes over how many are asked for', () => {
    expect(unmentioned(asking('最多的前五种雨伞是什么？'), sources)).toEqual(['雨伞'])
  })

  it('names two at most', () => {
    expect(unmentioned(asking('飞机、轮船、火车、自行车各有多少？'), sources)).toHaveLength(2)
  })
})
