// What does a call of Dify look like, and its reply? Shown by openapi.json, checked by their own schemas in the tests.
import { SEARCH_RESULT } from '../api/examples.ts'
import type { RetrievalRecord } from './retrieval-schemas.ts'

export const RETRIEVAL_REQUESTS = {
  plain: {
    knowledge_id: 'all',
    query: '2024年完成了多少课题？',
    retrieval_setting: { top_k: 4, score_threshold: 0.1 },
  },
  filtered: {
    knowledge_id: 'all',
    query: '完成了多少课题？',
    retrieval_setting: { top_k: 4, score_threshold: 0 },
    metadata_condition: {
      logical_operator: 'and',
      conditions: [
        { name: 'organisation', comparison_operator: 'contains', value: '研究院' },
        { name: 'year', comparison_operator: '≥', value: 2024 },
      ],
    },
  },
}

const [PASSAGE] = SEARCH_RESULT.passages

export const RETRIEVAL_REPLY: { readonly records: readonly RetrievalRecord[] } = {
  records: PASSAGE
    ? [
        {
          content: `${PASSAGE.sectionPath.join(' > ')}\n${PASSAGE.text}`,
          score: 0.856,
          title: PASSAGE.document.title,
          metadata: {
            document_id: PASSAGE.document.id,
            title: PASSAGE.document.title,
            path: PASSAGE.document.path,
            folder: '2024',
            organisation: '示例研究院',
            date: '2025-01-20',
            year: [2024, 2025],
            section: PASSAGE.sectionPath.join(' > '),
            url: 'https://reports.example/d/3f1c9a0b77d2e645#b-a-4fz09k2m1a-x2k4',
            start: PASSAGE.range.start,
            end: PASSAGE.range.end,
          },
        },
      ]
    : [],
}
