// What does a reply look like? One example for each, shown by openapi.json and checked by its own schema in the tests.
import type { DocumentSummary } from '../../collection/collection.ts'
import type { SearchResult } from '../../search/passage.ts'
import type { ServiceStatus } from '../../service.ts'
import type { DocumentView } from './document-schemas.ts'

const DOCUMENT = {
  id: '3f1c9a0b77d2e645',
  path: '2024/annual.txt',
  title: '二〇二四年度工作报告',
  organisation: '示例研究院',
  date: '2025-01-20',
}
const TEXT = '二〇二四年度工作报告\n全年完成课题42项。'
const TITLE = { start: 0, end: 10 }
const SENTENCE = { start: 11, end: 21 }

export const SEARCH_RESULT: SearchResult = {
  question: '完成了多少课题？',
  passages: [
    {
      rank: 1,
      score: 2.41,
      document: DOCUMENT,
      sectionPath: [DOCUMENT.title],
      kind: 'body',
      range: SENTENCE,
      text: '全年完成课题42项。',
      highlights: [{ start: 2, end: 6 }],
      bestSentence: { start: 0, end: 10 },
      chunkIds: ['9be1d0c24f6a7753'],
    },
  ],
  routing: { organisations: [], years: [], mode: 'none' },
}

export const DOCUMENT_SUMMARY: DocumentSummary = {
  ...DOCUMENT,
  aliases: ['示例院'],
  years: [2024],
  characters: TEXT.length,
  chunks: 1,
  warnings: 0,
  learntAt: '2025-02-01T08:00:00.000Z',
}

export const DOCUMENT_VIEW: DocumentView = {
  ...DOCUMENT,
  aliases: ['示例院'],
  years: [2024],
  authors: [],
  text: TEXT,
  outline: [
    {
      level: 1,
      heading: DOCUMENT.title,
      path: [DOCUMENT.title],
      inline: false,
      role: 'section',
      headingRange: TITLE,
      range: { start: 0, end: TEXT.length },
      truncated: false,
    },
  ],
  paragraphs: [{ kind: 'body', range: SENTENCE, gaps: [], section: 0 }],
  captions: [],
  boilerplate: [],
  warnings: [],
}

export const CITED_RANGE = {
  documentId: DOCUMENT.id,
  range: SENTENCE,
  quote: TEXT.slice(SENTENCE.start, SENTENCE.end),
  changed: false,
}

export const STATUS: ServiceStatus = {
  ready: true,
  collection: { documents: 1, chunks: 1, sentences: 1, changeNumber: 1, bytes: 40_960 },
  embedder: { id: 'multilingual-e5-small-zh-en', dimension: 384 },
  search: { engine: 'hnsw', chunks: 1, changeNumber: 1, rebuilt: [] },
  learning: undefined,
}
