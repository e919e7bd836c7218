// `wenbao eval`: how good is the search on a user's own reports and questions, or on a retrieval set?
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { folderSource } from '../../collection/folder-source.ts'
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
import { openMemoryParts } from '../../memory-parts.ts'
import type { ParsedArguments } from '../arguments.ts'
import type { Command, CommandContext } from '../command.ts'
import { EVAL_OPTIONS } from '../eval-options.ts'
import { EXIT } from '../exit-codes.ts'
import { evalText, failuresOf, failuresText } from '../view/eval-view.ts'
import { openProgress } from '../view/progress.ts'

type Judge = (subject: Subject, options: EvaluateOptions) => Promise<Evaluation>

export const evalCommand: Command = {
  name: 'eval',
  operands: '',
  mostOperands: 0,
  summary: { en: 'measure the search on questions of your own', zh: '用自己的问题集评测检索' },
  options: EVAL_OPTIONS,
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
