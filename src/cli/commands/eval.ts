// `wenbao eval`: how good is the search on a user's own reports and questions, or on a retrieval set?
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { folderSource } from '../../collection/folder-source.ts'
import { openMemoryParts } from '../../compose.ts'
import { openEmbedder } from '../../embed/open.ts'
import { AppError } from '../../errors.ts'
import { readDataset } from '../../evaluate/dataset.ts'
import {
  type EvaluateOptions,
  type Evaluation,
  evaluateDataset,
  evaluateQuestions,
  type Subject,
} from '../../evaluate/evaluate.ts'
import { parseQuestions } from '../../evaluate/questions.ts'
import { keepLastQuery } from '../../evaluate/run.ts'
import { missedThresholds, parseThreshold } from '../../evaluate/thresholds.ts'
import type { ParsedArguments } from '../arguments.ts'
import type { Command, CommandContext } from '../command.ts'
import { evalText, failuresOf, failuresText } from '../eval-view.ts'
import { EXIT } from '../exit-codes.ts'
import { openProgress } from '../progress.ts'

type Judge = (subject: Subject, options: EvaluateOptions) => Promise<Evaluation>

export const evalCommand: Command = {
  name: 'eval',
  operands: '',
  mostOperands: 0,
  summary: { en: 'measure the search on questions of your own', zh: '用自己的问题集评测检索' },
  options: {
    documents: { kind: 'text', value: 'DIR', help: { en: 'folder of reports', zh: '报告文件夹' } },
    questions: {
      kind: 'text',
      value: 'FILE',
      help: {
        en: 'JSON Lines: question, evidence[] (or file), type?, id?; neither evidence nor file: unanswerable',
        zh: 'JSON Lines：question、evidence[]（或 file）、type?、id?；两者皆无表示无法回答',
      },
    },
    dataset: {
      kind: 'text',
      value: 'DIR',
      help: {
        en: 'instead: a folder with passages.jsonl and queries.jsonl',
        zh: '或：含 passages.jsonl 与 queries.jsonl 的文件夹',
      },
    },
    min: {
      kind: 'list',
      value: 'NAME=N',
      help: {
        en: 'fail when a measure is below, e.g. recall@5=0.95; repeatable',
        zh: '指标低于该值即失败，如 recall@5=0.95；可重复',
      },
    },
    max: {
      kind: 'list',
      value: 'NAME=N',
      help: {
        en: 'fail when a measure is above, e.g. latencyMs.p95=50; repeatable',
        zh: '指标高于该值即失败，如 latencyMs.p95=50；可重复',
      },
    },
    top: {
      kind: 'text',
      value: 'N',
      help: {
        en: 'passages asked for, 10 to 50 (default 10; 30 for a data set)',
        zh: '检索段落数，10 到 50（默认 10；数据集为 30）',
      },
    },
    legs: {
      kind: 'flag',
      help: {
        en: 'each signal alone as well (a data set always)',
        zh: '同时评测各单项信号（数据集总是如此）',
      },
    },
    'hide-evidence': {
      kind: 'flag',
      help: { en: 'ask again with the relevant documents left out', zh: '去掉相关文档后再问一遍' },
    },
    failures: {
      kind: 'flag',
      help: { en: 'list what was not found and what came instead', zh: '列出未找到的问题及返回的段落' },
    },
  },
  examples: [
    'wenbao eval --documents ~/reports --questions questions.jsonl --min recall@5=0.95',
    'wenbao eval --dataset ~/cmrc --json',
  ],
  async run(context) {
    const { args, output, say } = context
    // All that was typed is checked and read before the first document is learnt.
    const thresholds = [
      ...args.list('min').map((text) => parseThreshold(text, 'min')),
      ...args.list('max').map((text) => parseThreshold(text, 'max')),
    ]
    const options = evaluateOptions(args)
    const judge = await readJudge(args)
    const { report, asked, faults } = await judged(context, judge, options)
    for (const fault of faults) output.note(`${say({ en: 'check', zh: '请检查' })} ${fault}`)
    const failures = args.flag('failures') ? failuresOf(asked) : undefined
    if (args.flag('json')) {
      output.json({ ...report, ...(failures && { failures }) })
    } else {
      output.data(evalText(report, say))
      if (failures !== undefined) output.data(failuresText(failures, say))
    }
    const missed = missedThresholds(report, thresholds)
    for (const miss of missed) output.note(`${say({ en: 'missed', zh: '未达标' })}: ${miss}`)
    return missed.length > 0 ? EXIT.failed : EXIT.ok
  },
}

function evaluateOptions(args: ParsedArguments): EvaluateOptions {
  const topK = args.count('top', 10, 50)
  return {
    hideEvidence: args.flag('hide-evidence'),
    ...(args.flag('legs') && { legs: true }),
    ...(topK !== undefined && { topK }),
  }
}

async function readJudge(args: ParsedArguments): Promise<Judge> {
  const [documents, file, folder] = [args.text('documents'), args.text('questions'), args.text('dataset')]
  if (folder !== undefined && documents === undefined && file === undefined) {
    const dataset = await readDataset(resolve(folder))
    return (subject, options) => evaluateDataset(subject, dataset, options)
  }
  if (folder !== undefined || documents === undefined || file === undefined) {
    throw new AppError('bad-input', 'Expected --documents DIR with --questions FILE, or --dataset DIR.')
  }
  const questions = parseQuestions(await readText(file), file)
  const source = folderSource(resolve(documents))
  return (subject, options) => evaluateQuestions(subject, source, questions, options)
}

/** In a collection of its own in memory: what the user has learnt stays as it is. */
async function judged(
  { config, output, say, signal }: CommandContext,
  judge: Judge,
  options: EvaluateOptions,
): Promise<Evaluation> {
  const embedder = await openEmbedder(config().embedder)
  try {
    const parts = await openMemoryParts(keepLastQuery(embedder))
    const progress = openProgress(output, say)
    try {
      return await judge(parts, { ...options, signal, onLearn: progress.learning, onAsk: progress.asking })
    } finally {
      progress.end()
      await parts.close()
    }
  } finally {
    await embedder.close()
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new AppError('bad-input', `${file} can't be read.`, { cause })
  }
}
