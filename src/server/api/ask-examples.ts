// What does an answer look like? Whole, refused and as a stream; checked by their own schemas in the tests.
import type { AnsweredAnswer, Citation, Claim, RefusedAnswer } from '../../answer/answer.ts'
import { SEARCH_RESULT } from './examples.ts'

const { passages } = SEARCH_RESULT

const CITATION: Citation = {
  n: 1,
  documentId: '3f1c9a0b77d2e645',
  title: '二〇二四年度工作报告',
  sectionPath: ['二〇二四年度工作报告'],
  range: { start: 11, end: 21 },
  quote: '全年完成课题42项。',
  url: '/d/3f1c9a0b77d2e645#b-a-4fz09k2m1a-x2k4',
}
const CLAIM: Claim = {
  text: '全年完成课题42项。',
  citations: [CITATION],
  verdict: 'supported',
  reasons: [{ aspect: 'number', found: true, text: '42项', detail: '原文有“42项”。' }],
}

export const ANSWER: AnsweredAnswer = {
  kind: 'answered',
  text: '全年完成课题42项。[1]',
  claims: [CLAIM],
  citations: [CITATION],
  passages,
  origin: 'extract',
}

export const REFUSAL: RefusedAnswer = {
  kind: 'refused',
  reason: 'unknown-year',
  message: '报告里没有 2019 年的课题数；最近的是 2024 年度。',
  missing: ['2019年'],
  nearest: passages,
}

/** One line a field, an empty line after each event, as they are sent. */
export const ANSWER_EVENTS = [
  ['sources', { passages }],
  ['delta', { text: '全年完成课题42项。[1]' }],
  ['claim', { claim: CLAIM }],
  ['done', { answer: ANSWER }],
]
  .map(([event, data]) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  .join('')
