// What is said while no report is held? That there is none, and how to change that; nothing is searched for it.
import type { SearchResult } from '../search/passage.ts'
import { type Language, languageOf } from '../text/language.ts'
import type { RefusedAnswer } from './answer.ts'

const NOTHING_HELD: Readonly<Record<Language, string>> = {
  zh: '还没有任何报告。请先上传报告（在网页上，或用 POST /api/documents），或者把文件放入报告文件夹并学习（wenbao index 文件夹），然后再问。',
  en: 'There are no reports yet. Upload some (on the page, or by POST /api/documents), or put files into the folder of reports and learn it (wenbao index FOLDER); then ask again.',
}

const FIRST_LEARNT: Readonly<Record<Language, string>> = {
  zh: '还没有可查的报告：第一批报告正在学习，请稍候再问。',
  en: 'There is no report to ask yet: the first ones are being learnt. Ask again in a moment.',
}

/** @param isLearning the first reports are on their way */
export function refuseWithoutReports(question: string, isLearning: boolean): RefusedAnswer {
  const message = noReportsWords(question, isLearning)
  return { kind: 'refused', reason: 'no-reports', message, missing: [], nearest: [] }
}

/** @param isLearning as above */
export function foundWithoutReports(question: string, isLearning: boolean): SearchResult {
  return {
    question,
    passages: [],
    routing: { organisations: [], years: [], mode: 'none' },
    notice: noReportsWords(question, isLearning),
  }
}

function noReportsWords(question: string, isLearning: boolean): string {
  return (isLearning ? FIRST_LEARNT : NOTHING_HELD)[languageOf(question)]
}
