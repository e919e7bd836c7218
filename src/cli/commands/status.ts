// `wenbao status`: what is held.
import { openParts } from '../../compose.ts'
import { type Command, INDEX_OPTION } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { printable } from '../view/wrapped-text.ts'

export const statusCommand: Command = {
  name: 'status',
  operands: '',
  mostOperands: 0,
  summary: { en: 'what is held, and what it was learnt with', zh: '已学内容及所用模型' },
  options: { index: INDEX_OPTION },
  examples: ['wenbao status', 'wenbao status --json'],
  async run({ args, output, say, config: readConfig }) {
    const config = readConfig({ WENBAO_INDEX: args.text('index') })
    const parts = await openParts(config)
    try {
      const { collection } = parts.status()
      const documents = parts.documents()
      if (args.flag('json')) {
        output.json({ folder: config.indexFolder, ...collection, documents })
        return EXIT.ok
      }
      if (documents.length === 0) {
        output.data(
          say({
            en: 'Nothing was learnt yet. Run: wenbao index',
            zh: '还没有学习任何报告。请运行：wenbao index',
          }),
        )
        return EXIT.ok
      }
      for (const { path, title, organisation, date, chunks, warnings } of documents) {
        const notes =
          warnings > 0 ? [say({ en: counted(warnings, 'warning'), zh: `${warnings} 条警告` })] : []
        const held = say({ en: counted(chunks, 'chunk'), zh: `${chunks} 个片段` })
        const facts = [organisation, date, held, ...notes]
        output.data(`${printable(path)}\n    ${printable(title)}\n    ${facts.filter(Boolean).join(' · ')}`)
      }
      const megabytes = (collection.bytes / 1e6).toFixed(1)
      output.data(
        say({
          en: `\n${counted(collection.documents, 'document')}, ${counted(collection.chunks, 'chunk')}, ${counted(collection.sentences, 'sentence')}, ${megabytes} MB in ${config.indexFolder}`,
          zh: `\n${collection.documents} 份报告，${collection.chunks} 个片段，${collection.sentences} 个句子，共 ${megabytes} MB，位于 ${config.indexFolder}`,
        }),
      )
      output.data(
        say({
          en: `learnt with ${collection.embedderId ?? '?'} (${collection.dimension ?? '?'} numbers), last change ${collection.updatedAt ?? '?'}`,
          zh: `所用模型 ${collection.embedderId ?? '?'}（${collection.dimension ?? '?'} 维），最近变更 ${collection.updatedAt ?? '?'}`,
        }),
      )
      return EXIT.ok
    } finally {
      await parts.close()
    }
  },
}

/** 1 chunk, 2 chunks. */
function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
