// `wenbao outline`: what was understood of one file, and by which rules.
import { basename, dirname } from 'node:path'
import { explainDocumentFile } from '../../document/file.ts'
import { outlineJson } from '../../document/outline-json.ts'
import { AppError } from '../../errors.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { decisionsText, outlineText } from '../view/outline-view.ts'

export const outlineCommand: Command = {
  name: 'outline',
  operands: 'FILE',
  mostOperands: 1,
  summary: { en: 'what was understood of one file', zh: '查看对一个文件的理解' },
  options: {
    explain: {
      kind: 'flag',
      help: { en: 'every line with its kind and the rule that decided', zh: '逐行列出类别与判定规则' },
    },
  },
  examples: ['wenbao outline report.txt', 'wenbao outline report.txt --explain'],
  async run({ args, output, say }) {
    const [file] = args.operands
    if (file === undefined) {
      throw new AppError('bad-input', 'A file is missing.', { hint: 'wenbao outline FILE' })
    }
    const { document, decisions } = await explainDocumentFile(dirname(file), basename(file))
    if (args.flag('json')) {
      output.json({ ...outlineJson(document), ...(args.flag('explain') && { lines: decisions }) })
    } else {
      output.data(outlineText(document, say))
      if (args.flag('explain')) output.data(`\n${decisionsText(document, decisions)}`)
    }
    return EXIT.ok
  },
}
