// `wenbao index`: learns a folder; a second run touches only what changed.
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import type { CollectionStatus, FileOutcome, LearnReport } from '../../collection/collection.ts'
import { resetCollection } from '../../collection/reset.ts'
import { openParts, type Parts } from '../../compose.ts'
import type { Config } from '../../config.ts'
import { openEmbedder, openEmbedderLate } from '../../embed/open.ts'
import { AppError } from '../../errors.ts'
import { keepLearning } from '../../watch/keep-learning.ts'
import { type Command, type CommandContext, INDEX_OPTION } from '../command.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { Words } from '../language.ts'
import { openProgress } from '../view/progress.ts'
import { printable } from '../view/wrapped-text.ts'

type Kind = FileOutcome['kind']

const KIND_WORDS: Readonly<Record<Kind, Words>> = {
  added: { en: 'added', zh: '新增' },
  replaced: { en: 'replaced', zh: '更新' },
  unchanged: { en: 'unchanged', zh: '未变' },
  renamed: { en: 'renamed', zh: '改名' },
  duplicate: { en: 'duplicate', zh: '重复' },
  removed: { en: 'removed', zh: '移除' },
  refused: { en: 'refused', zh: '拒收' },
}

export const indexCommand: Command = {
  name: 'index',
  operands: '[DIR]',
  mostOperands: 1,
  summary: { en: 'learn a folder of reports (default: corpus/)', zh: '学习一个文件夹的报告（默认 corpus/）' },
  options: {
    index: INDEX_OPTION,
    rebuild: {
      kind: 'flag',
      help: { en: 'forget all that is held and learn anew', zh: '清除已学内容，从头学习' },
    },
    watch: {
      kind: 'flag',
      help: {
        en: 'go on learning what changes there, until Ctrl-C',
        zh: '持续监视并学习变动，直到按下 Ctrl-C',
      },
    },
    strict: {
      kind: 'flag',
      help: {
        en: `exit code ${EXIT.refusedFiles} when a file was refused`,
        zh: `有文件被拒收时退出码为 ${EXIT.refusedFiles}`,
      },
    },
  },
  examples: ['wenbao index ~/reports', 'wenbao index ~/reports --rebuild', 'wenbao index ~/reports --watch'],
  async run({ args, output, say, signal, config: readConfig }) {
    const config = readConfig({ WENBAO_CORPUS: args.operands[0], WENBAO_INDEX: args.text('index') })
    if (args.flag('rebuild')) await forget(config)
    const progress = openProgress(output, say)
    const parts = await openParts(config, { openModel: openEmbedderLate, onIndexing: progress.indexing })
    try {
      const report = await parts.learn(config.corpusFolder, { signal, onProgress: progress.learning })
      const status = parts.collection.status()
      // The graph and the postings are made now rather than at the first question.
      if (status.documents > 0) await parts.searcher()
      progress.end()
      if (args.flag('json')) output.json({ ...report, collection: status })
      else output.data(reportText(report, status, say))
      if (args.flag('watch')) await watch(parts, { args, output, say, signal })
      return exitOf(report, status, args.flag('strict'))
    } finally {
      await parts.close()
    }
  },
}

/** With --json one line of JSON for every learning that changed something. */
async function watch(
  parts: Parts,
  { args, output, say, signal }: Pick<CommandContext, 'args' | 'output' | 'say' | 'signal'>,
): Promise<void> {
  const folder = parts.config.corpusFolder
  const watching = await keepLearning(folder, {
    learn: (stop) => parts.learn(folder, { signal: stop }),
    onLearnt: (report) => {
      const status = parts.collection.status()
      output.data(
        args.flag('json')
          ? JSON.stringify({ ...report, collection: status })
          : reportText(report, status, say),
      )
    },
    onError: (error) => output.note(error instanceof Error ? error.message : String(error)),
  })
  output.note(say({ en: `watching ${folder}`, zh: `正在监视 ${folder}` }))
  if (!signal.aborted) await once(signal, 'abort')
  await watching.close()
}

/** Whoever has no folder or no model to learn with again would be left with nothing, so both are tried first. */
async function forget({ corpusFolder, embedder, indexFolder }: Config): Promise<void> {
  try {
    await readdir(corpusFolder)
  } catch (cause) {
    throw new AppError('not-found', `The folder ${corpusFolder} can't be read, so what is held was kept.`, {
      cause,
    })
  }
  await (await openEmbedder(embedder)).close()
  resetCollection(indexFolder)
}

function exitOf({ outcomes }: LearnReport, status: CollectionStatus, isStrict: boolean): ExitCode {
  if (status.documents === 0) return EXIT.failed
  return isStrict && outcomes.some(({ kind }) => kind === 'refused') ? EXIT.refusedFiles : EXIT.ok
}

/** One line a file that changed; refused ones were named on stderr as they came. */
function reportText(
  { outcomes, chunksEmbedded, changed, elapsedMs }: LearnReport,
  status: CollectionStatus,
  say: (words: Words) => string,
): string {
  const counts = new Map<Kind, number>()
  for (const { kind } of outcomes) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const summary = [...counts].map(([kind, count]) => `${say(KIND_WORDS[kind])} ${count}`).join(', ')
  const seconds = (elapsedMs / 1000).toFixed(1)
  return [
    ...outcomes.flatMap((outcome) => outcomeLine(outcome, say) ?? []),
    say({
      en: `${summary || 'no files'}; ${chunksEmbedded} chunks embedded in ${seconds} s${changed ? '' : ', nothing written'}`,
      zh: `${summary || '没有文件'}；向量化 ${chunksEmbedded} 个片段，用时 ${seconds} 秒${changed ? '' : '，未写入'}`,
    }),
    say({
      en: `held: ${status.documents} documents, ${status.chunks} chunks`,
      zh: `现有 ${status.documents} 份报告，${status.chunks} 个片段`,
    }),
  ].join('\n')
}

function outcomeLine(outcome: FileOutcome, say: (words: Words) => string): string | undefined {
  if (outcome.kind === 'refused' || outcome.kind === 'unchanged') return undefined
  const line = `${say(KIND_WORDS[outcome.kind])}  ${printable(outcome.path)}`
  if (outcome.kind !== 'added' && outcome.kind !== 'replaced') return line
  const { chunks, embedded } = outcome
  return `${line}  ${say({ en: `${chunks} chunks, ${embedded} embedded`, zh: `${chunks} 个片段，向量化 ${embedded} 个` })}`
}
