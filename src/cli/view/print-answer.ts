// How does an answer reach the terminal? As it is written where somebody watches, whole everywhere else.
import type { Answer, AnswerEvent } from '../../answer/answer.ts'
import { collectAnswer } from '../../answer/collect.ts'
import type { Words } from '../language.ts'
import type { Output } from '../output.ts'
import { answerText, proofText } from './answer-view.ts'
import { printable } from './wrapped-text.ts'

/** @returns the answer, printed already */
export async function printAnswer(
  events: AsyncIterable<AnswerEvent>,
  output: Output,
  say: (words: Words) => string,
  isJson: boolean,
): Promise<Answer> {
  const isStreamed = output.isTerminal && !isJson
  let written = ''
  const answer = await collectAnswer(events, (event) => {
    if (!isStreamed || event.kind !== 'delta') return
    written += event.text
    output.piece(event.text.split('\n').map(printable).join('\n'))
  }).finally(() => {
    if (written !== '') output.data('')
  })
  if (isJson) {
    output.json(answer)
    return answer
  }
  const options = { columns: output.columns, isStyled: output.isStyled, say }
  // What was checked in the end may differ from what was streamed; only the former counts.
  const isWritten = answer.kind === 'answered' && written.trim() === answer.text.trim()
  output.data(
    isWritten ? `\n${proofText(answer, options)}` : `${written && '\n'}${answerText(answer, options)}`,
  )
  if (answer.kind === 'answered' && answer.degraded !== undefined) {
    output.note(
      say({
        en: `The language model was of no use (${answer.degraded.reason}); these are sentences of the reports.`,
        zh: `语言模型未能作答（${answer.degraded.reason}），以上为报告原句。`,
      }),
    )
  }
  return answer
}
