// `wenbao ask`: an answer whose sentences cite the reports, or why there is none.
import { AppError } from '../../errors.ts'
import { type Command, INDEX_OPTION } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { withReadyParts } from '../ready-parts.ts'
import { printAnswer } from '../view/print-answer.ts'

export const askCommand: Command = {
  name: 'ask',
  operands: 'QUESTION',
  // The words of a question typed without quotes are put together again.
  mostOperands: Number.POSITIVE_INFINITY,
  summary: { en: 'answer a question with checked citations', zh: '回答问题，并附经核对的引文' },
  options: {
    strict: {
      kind: 'flag',
      help: {
        en: 'leave out sentences that no passage supports, instead of marking them',
        zh: '略去没有依据的句子，而不是标出',
      },
    },
    index: INDEX_OPTION,
  },
  examples: ['wenbao ask "今年有哪些重点工作？"', 'wenbao ask "…" --strict --json'],
  async run(context) {
    const { args, output, say, signal } = context
    const question = args.operands.join(' ')
    if (question.trim() === '') {
      throw new AppError('bad-input', 'A question is missing.', { hint: 'wenbao ask "QUESTION"' })
    }
    const mode = args.flag('strict') ? ({ mode: 'strict' } as const) : {}
    return withReadyParts(context, { WENBAO_INDEX: args.text('index') }, async (parts) => {
      await printAnswer(parts.ask(question, { ...mode, signal }), output, say, args.flag('json'))
      // A refusal is a result like any other.
      return EXIT.ok
    })
  },
}
