// How does the whole line do with a real language model? Asks every question twice, with the model and without, and compares.
// Runs on the built program, against the endpoint that the settings name:
//
//   OPENAI_BASE_URL=http://127.0.0.1:8790/v1 WENBAO_CHAT_MODEL=local npm run test:llm -- [--documents DIR --questions FILE.jsonl] [--every N] [--verbose]
//
// Prints one JSON object. Ends with 1 when less than .95 of the sentences shown are supported, a citation leads nowhere, or fewer
// questions are answered rightly than .05 below what the reports' own sentences give.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openParts } from '../dist/compose.js'
import { readProcessConfig } from '../dist/config.js'
import { judgeAnswer, scoreAnswers } from '../dist/evaluate/answer-scores.js'
import { parseQuestions } from '../dist/evaluate/questions.js'

const LEAST_SUPPORTED = 0.95
const MOST_ACCURACY_LOST = 0.05

const { values: given } = parseArgs({
  options: {
    documents: { type: 'string', default: 'corpus' },
    questions: { type: 'string', default: 'test/retrieval/cases.jsonl' },
    /** Every Nth question only: a model on an ordinary processor takes seconds for each. */
    every: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
  },
})

const index = mkdtempSync(join(tmpdir(), 'wenbao-llm-'))
const config = readProcessConfig({ WENBAO_INDEX: index, WENBAO_CORPUS: resolve(given.documents) })
if (config.chat === undefined) throw new Error('expected WENBAO_CHAT_MODEL and OPENAI_BASE_URL to be set')
const { chat: _, ...without } = config

const written = await openParts(config)
const extractive = await openParts(without)
try {
  await written.learn(config.corpusFolder)
  const questions = parseQuestions(readFileSync(given.questions, 'utf8'), given.questions)
  const asked = []
  for (const question of questions.filter((_, i) => i % Number(given.every) === 0)) {
    const [model, plain] = [await ask(written, question), await ask(extractive, question)]
    asked.push({ question, model, plain })
    if (given.verbose) console.error(told(question, model))
  }
  const report = reportOf(asked)
  console.log(JSON.stringify(report, null, 2))
  if (!holds(report)) process.exitCode = 1
} finally {
  await extractive.close()
  await written.close()
  rmSync(index, { recursive: true })
}

async function ask(parts, { question, answerKeys, evidence, type }) {
  const started = performance.now()
  let firstTextMs
  let answer
  for await (const event of parts.ask(question)) {
    if (event.kind === 'delta') firstTextMs ??= performance.now() - started
    if (event.kind === 'done') answer = event.answer
    if (event.kind === 'error') throw new Error(`${question}: ${JSON.stringify(event)}`)
  }
  const isAnswerable = !type.startsWith('unanswerable')
  const judged = judgeAnswer({ answerKeys, evidence, isAnswerable }, answer, (id) => parts.document(id)?.text)
  return { answer, judged, firstTextMs, elapsedMs: performance.now() - started }
}

function reportOf(asked) {
  const byModel = asked.filter(
    ({ model }) => model.answer.kind === 'answered' && model.answer.origin === 'model',
  )
  const reasons = asked.flatMap(({ model }) => model.answer.degraded?.reason ?? [])
  return {
    questions: asked.length,
    answeredByModel: byModel.length,
    degraded: counted(reasons),
    withModel: sideOf(asked.map(({ model }) => model)),
    modelsOwn: sideOf(byModel.map(({ model }) => model)),
    withoutModel: sideOf(asked.map(({ plain }) => plain)),
  }
}

function sideOf(asked) {
  const claims = asked.flatMap(({ answer }) => (answer.kind === 'answered' ? answer.claims : []))
  const supported = claims.filter(({ verdict }) => verdict === 'supported').length
  const of = (isAnswerable) => asked.filter(({ judged }) => judged.isAnswerable === isAnswerable)
  const refused = (some) => some.filter(({ judged }) => !judged.isAnswered).length / Math.max(1, some.length)
  return {
    ...scoreAnswers(asked.map(({ judged }) => judged)),
    sentences: claims.length,
    supportedShare: supported / Math.max(1, claims.length),
    refusedAnswerable: refused(of(true)),
    refusedUnanswerable: refused(of(false)),
    firstTextMs: quantilesOf(asked.flatMap(({ firstTextMs }) => firstTextMs ?? [])),
    elapsedMs: quantilesOf(asked.map(({ elapsedMs }) => elapsedMs)),
  }
}

function holds({ withModel, withoutModel }) {
  return (
    withModel.supportedShare >= LEAST_SUPPORTED &&
    withModel.unresolved === 0 &&
    withModel.accuracy >= withoutModel.accuracy - MOST_ACCURACY_LOST
  )
}

function counted(values) {
  const counts = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

function quantilesOf(values) {
  const sorted = values.sort((a, b) => a - b)
  const at = (share) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)
  return { p50: at(0.5), p95: at(0.95) }
}

function told({ id, question }, { answer, elapsedMs }) {
  const said = answer.kind === 'answered' ? `${answer.origin}: ${answer.text}` : `refused: ${answer.reason}`
  const why = answer.degraded ? ` (${answer.degraded.reason})` : ''
  return `${id} ${question}\n  ${said}${why}  ${(elapsedMs / 1000).toFixed(1)} s`
}
