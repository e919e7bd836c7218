// What does `wenbao serve` say of itself? Where to go once it runs, how to begin without a report, and what it could not learn.
import type { Parts } from '../../compose.ts'
import type { AppError } from '../../errors.ts'
import { refusedBy } from '../../faults/fault.ts'
import type { Words } from '../language.ts'
import { refusedWords } from './refused-words.ts'

type Served = Pick<Parts, 'config' | 'documents'>

/** Most yearly reports have something to say to it. */
const EXAMPLE = '今年有哪些重点工作？'

/** The folder could not be learnt; what is held, if anything, can be asked all the same. */
export function behindText(behind: AppError, isEmpty: boolean, say: (words: Words) => string): string {
  const why = refusedWords(refusedBy(behind))
  if (isEmpty) return say({ en: `Nothing was learnt: ${why.en}`, zh: `没有学到任何报告：${why.zh}` })
  return say({
    en: `Answering from what was learnt before: ${why.en}`,
    zh: `未能更新报告，仍以先前学到的内容作答：${why.zh}`,
  })
}

/** Before there is any report: how to give some. */
function howToBegin(
  url: string,
  { config }: Served,
  isWatched: boolean,
  say: (words: Words) => string,
): string {
  const key = config.apiKeys.length > 0 ? ` -H 'authorization: Bearer KEY'` : ''
  const folder = config.corpusFolder
  return say({
    en: `wenbao is running at ${url} and holds no report yet. Give it some:

  on the page  ${url}/ (choose or drop files)
  by command   curl -F 'files=@report.docx'${key} ${url}/api/documents
  as a folder  put them into ${folder}; ${isWatched ? 'they are learnt by themselves' : `then wenbao index ${folder}`}

Questions are answered as soon as the first one is learnt; no restart is needed. Ctrl-C ends it.`,
    zh: `问报已启动：${url}，但还没有任何报告。可以这样添加：

  网页上传   ${url}/（选择或拖入文件）
  命令上传   curl -F 'files=@报告.docx'${key} ${url}/api/documents
  放入文件夹 ${folder}，${isWatched ? '会自动学习' : `然后运行 wenbao index ${folder}`}

学完第一份即可提问，无需重启。按 Ctrl-C 结束。`,
  })
}

/** @param isWatched what comes into the folder of reports is learnt by itself */
export function whereToGo(
  url: string,
  parts: Served,
  isWatched: boolean,
  say: (words: Words) => string,
): string {
  const documents = parts.documents().length
  if (documents === 0) return howToBegin(url, parts, isWatched, say)
  const key = parts.config.apiKeys.length > 0 ? ` -H 'authorization: Bearer KEY'` : ''
  return say({
    en: `wenbao answers from ${documents} documents at ${url}

  the page     ${url}/
  the API      ${url}/openapi.json
  a question   curl -s ${url}/api/ask -H 'content-type: application/json'${key} -d '{"question": "${EXAMPLE}"}'
  by command   wenbao ask "${EXAMPLE}"
  your own     wenbao index ~/reports

Ctrl-C ends it.`,
    zh: `问报已就绪：${documents} 份报告，${url}

  网页       ${url}/
  接口说明   ${url}/openapi.json
  提问       curl -s ${url}/api/ask -H 'content-type: application/json'${key} -d '{"question": "${EXAMPLE}"}'
  命令行     wenbao ask "${EXAMPLE}"
  自己的报告 wenbao index ~/reports

按 Ctrl-C 结束。`,
  })
}
