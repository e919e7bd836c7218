// `wenbao search`: the passages that answer a question, ranked.
import { AppError } from '../../errors.ts'
import { type Command, INDEX_OPTION } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { withReadyParts } from '../ready-parts.ts'
import { passagesText } from '../view/passages-view.ts'

/** What fits on a screen; --top asks for more. */
const DEFAULT_TOP = 5
const MOST_TOP = 50

export const searchCommand: Command = {
  name: 'search',
  operands: 'QUESTION',
  // The words of a question typed without quotes are put together again.
  mostOperands: Number.POSITIVE_INFINITY,
  summary: { en: 'find the passages that answer a question', zh: '查找能回答问题的段落' },
  options: {
    top: {
      kind: 'text',
      value: 'N',
      help: {
        en: `passages wanted, 1 to ${MOST_TOP} (default ${DEFAULT_TOP})`,
        zh: `段落数，1 到 ${MOST_TOP}（默认 ${DEFAULT_TOP}）`,
      },
    },
    explain: {
      kind: 'flag',
      help: { en: 'every signal, the weights and the routing', zh: '列出各项信号、权重与路由' },
    },
    index: INDEX_OPTION,
  },
  examples: ['wenbao search "今年有哪些重点工作？"', 'wenbao search "…" --top 3 --explain'],
  async run(context) {
    const { args, output } = context
    const question = args.operands.join(' ')
    if (question.trim() === '') {
      throw new AppError('bad-input', 'A question is missing.', { hint: 'wenbao search "QUESTION"' })
    }
    const topK = args.count('top', 1, MOST_TOP) ?? DEFAULT_TOP
    const explain = args.flag('explain')
    return withReadyParts(context, { WENBAO_INDEX: args.text('index') }, async (parts) => {
      const result = await parts.search(question, { topK, explain, signal: context.signal })
      if (args.flag('json')) output.json(result)
      else output.data(passagesText(result, { ...output, explain, say: context.say }))
      return EXIT.ok
    })
  },
}
