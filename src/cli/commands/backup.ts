// `wenbao backup FILE` and `wenbao restore FILE`: all that was learnt as one file, and back.
import { backUp } from '../../backup/back-up.ts'
import { restore } from '../../backup/restore.ts'
import { AppError } from '../../errors.ts'
import { type Command, INDEX_OPTION } from '../command.ts'
import { EXIT } from '../exit-codes.ts'

export const backupCommand: Command = {
  name: 'backup',
  operands: 'FILE',
  mostOperands: 1,
  summary: {
    en: 'all that was learnt as one file, while the service runs',
    zh: '把已学内容备份为一个文件（服务可照常运行）',
  },
  options: { index: INDEX_OPTION },
  examples: ['wenbao backup ~/wenbao-2025-01-31.backup'],
  async run({ args, output, say, config: readConfig }) {
    const { indexFolder } = readConfig({ WENBAO_INDEX: args.text('index') })
    const report = backUp(indexFolder, fileOf(args.operands))
    if (args.flag('json')) output.json(report)
    else {
      const { file, documents, chunks, originals, bytes } = report
      output.data(
        say({
          en: `${file}: ${documents} documents, ${chunks} chunks, ${originals} originals, ${megabytes(bytes)} MB`,
          zh: `${file}：${documents} 份报告，${chunks} 个片段，${originals} 个原文件，${megabytes(bytes)} MB`,
        }),
      )
    }
    return EXIT.ok
  },
}

export const restoreCommand: Command = {
  name: 'restore',
  operands: 'FILE',
  mostOperands: 1,
  summary: {
    en: 'puts a backup in the place of what is held (stop the service first)',
    zh: '用备份替换现有内容（须先停止服务）',
  },
  options: { index: INDEX_OPTION },
  examples: ['wenbao restore ~/wenbao-2025-01-31.backup'],
  async run({ args, output, say, config: readConfig }) {
    const { indexFolder } = readConfig({ WENBAO_INDEX: args.text('index') })
    const report = restore(fileOf(args.operands), indexFolder)
    if (args.flag('json')) output.json(report)
    else {
      const { documents, chunks, made } = report
      output.data(
        say({
          en: `${indexFolder} holds ${documents} documents, ${chunks} chunks, as of ${made}`,
          zh: `${indexFolder} 现有 ${documents} 份报告，${chunks} 个片段，备份时间 ${made}`,
        }),
      )
    }
    return EXIT.ok
  },
}

function fileOf([file]: readonly string[]): string {
  if (file !== undefined) return file
  throw new AppError('bad-input', 'Expected the name of a backup file, got none.', {
    hint: 'For example: wenbao backup wenbao.backup',
  })
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}
