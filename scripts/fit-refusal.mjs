// Fits the weights by which a question is refused, on questions asked with and without their evidence, and writes
// src/answer/refusal/refusal-weights.ts. Near: test/retrieval/cases.jsonl over corpus/, the evidence sentences taken out. Open: retrieval
// sets (passages.jsonl, queries.jsonl with `relevant`), the relevant documents taken out.
//
//   npm run build && node scripts/fit-refusal.mjs [--keep DIR] DATASET_DIR...        (0.2 s a passage, 0.3 s a question)
//
// --keep DIR: what was asked is kept there, a file a set, and not asked again by the next run.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { rankCandidates } from '../dist/answer/extract/likelihood.js'
import { signalsOf } from '../dist/answer/extract/signals.js'
import { createWordReader } from '../dist/answer/extract/word-nearness.js'
import { questionKind } from '../dist/answer/question/question-kind.js'
import { confidenceFeatures } from '../dist/answer/refusal/confidence-features.js'
import { missingKind, missingOrdinal, missingYear } from '../dist/answer/refusal/missing.js'
import { folderSource } from '../dist/collection/folder-source.js'
import { openMemoryParts } from '../dist/compose.js'
import { readConfig } from '../dist/config.js'
import { openEmbedder } from '../dist/embed/open.js'
import { datasetSource, readDataset } from '../dist/evaluate/dataset.js'
import { letThroughAt95 } from '../dist/evaluate/let-through.js'
import { parseQuestions } from '../dist/evaluate/questions.js'
import { keepLastQuery } from '../dist/evaluate/run.js'
import { squeeze } from '../dist/evaluate/squeeze.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** Features that only words of the documents' own language can have. */
const OF_WORDS = [
  'overlap',
  'context',
  'covered',
  'words',
  'scored',
  'focus',
  'together',
  'overlapAhead',
  'absent',
  'rare',
  'named',
  'namedTogether',
  'told',
  'rareTogether',
]
/** Features of a second look at the likeliest sentences. */
const OF_MEETING = ['met', 'metLeast', 'ahead', 'alone', 'aloneAhead']
/**
 * Left out near: they tell the passage that speaks of the matter from others, and in the report that was named all do. With them
 * 11 of 152 answerable questions on reports that nothing was fitted on were refused, without them 3.
 */
const NOT_NEAR = ['overlapAhead', 'ahead', 'alone', 'aloneAhead']
/** Kept of the answerable ones at a confidence of a half. */
const KEPT = 0.95
const SEARCH = { explain: true, sentences: true }
/** Questions taken of a set, evenly. */
const MOST = 1200
/** Few examples with 20 features need a firm hand; measured on the other half. */
const RIDGE = { near: 0.03, open: 0.001 }

const { values, positionals: folders } = parseArgs({
  options: { keep: { type: 'string' } },
  allowPositionals: true,
})
const { embedder: settings } = readConfig({}, ROOT)
const embedder = keepLastQuery(await openEmbedder(settings))
const words = createWordReader(async () => embedder)
const near = await kept('cases', nearExamples)
const open = []
for (const folder of folders) open.push(...(await kept(basename(folder), () => openExamples(folder))))
await embedder.close()

const usual = Object.fromEntries(
  OF_WORDS.map((name) => [
    name,
    median(near.filter(({ isThere, isHan }) => isThere && isHan).map((one) => one.features[name])),
  ]),
)
const usualMeeting = Object.fromEntries(
  OF_MEETING.map((name) => [
    name,
    median(near.filter(({ isThere }) => isThere).map((one) => one.features[name])),
  ]),
)
for (const one of near) if (!one.isHan) Object.assign(one.features, usual)
const models = { near: fitted('near', near.map(withoutOpen)), open: fitted('open', open) }
writeFileSync(`${ROOT}src/answer/refusal/refusal-weights.ts`, sourceOf(models, usual, usualMeeting))

/** What was kept of a set, else what `ask` gives, which is kept. */
async function kept(set, ask) {
  if (values.keep === undefined) return ask()
  const file = join(values.keep, `${set}.json`)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  const examples = await ask()
  mkdirSync(values.keep, { recursive: true })
  writeFileSync(file, JSON.stringify(examples))
  return examples
}

/** Questions that name whose report they ask about; with the sentences that hold the evidence, and without. */
async function nearExamples() {
  const parts = await openMemoryParts(embedder)
  await parts.collection.learn(folderSource(`${ROOT}corpus`), embedder)
  await parts.searcher.refresh()
  const questions = parseQuestions(readFileSync(`${ROOT}test/retrieval/cases.jsonl`, 'utf8'), 'cases.jsonl')
  const examples = []
  for (const [i, question] of questions.entries()) {
    const result = await parts.searcher.search(question.question, SEARCH)
    if (result.routing.mode === 'none') continue
    const isThere = question.evidence.length > 0
    examples.push(await exampleOf(result, isThere, i % 2, 'cases'))
    if (isThere) examples.push(await exampleOf(withoutEvidence(result, question), false, i % 2, 'cases'))
  }
  await parts.close()
  return examples.filter((one) => one !== undefined)
}

async function openExamples(folder) {
  const dataset = await readDataset(folder)
  const parts = await openMemoryParts(embedder)
  const { outcomes } = await parts.collection.learn(datasetSource(dataset), embedder)
  await parts.searcher.refresh()
  const ids = new Map(outcomes.map(({ path, documentId }) => [path, documentId]))
  const articles = new Map(dataset.passages.map(({ id, title }) => [id, title]))
  const halves = halvesOf(articles.values())
  const examples = []
  const step = Math.max(1, dataset.queries.length / MOST)
  const taken = dataset.queries.filter((_, i) => Math.floor(i / step) > Math.floor((i - 1) / step))
  for (const { question, relevant } of taken) {
    if (question.trim() === '') continue
    const excludeDocuments = relevant.flatMap((id) => ids.get(id) ?? [])
    const shown = await parts.searcher.search(question, SEARCH)
    const hidden = await parts.searcher.search(question, { ...SEARCH, filters: { excludeDocuments } })
    const half = halves.get(articles.get(relevant[0]))
    examples.push(await exampleOf(shown, true, half, dataset.name))
    examples.push(await exampleOf(hidden, false, half, dataset.name))
  }
  await parts.close()
  return examples.filter((one) => one !== undefined)
}

function withoutOpen(example) {
  const features = Object.entries(example.features).filter(([name]) => !NOT_NEAR.includes(name))
  return { ...example, features: Object.fromEntries(features) }
}

/** Two halves that share no article: questions about the same one are too much alike to judge each other's weights. */
function halvesOf(titles) {
  return new Map([...new Set(titles)].map((title, i) => [title, i % 2]))
}

/** Undefined where nothing was found; `isRefused` where a rule refuses whatever the features say. */
async function exampleOf(result, isThere, half, set) {
  const asked = questionKind(result.question)
  const ranked = rankCandidates(signalsOf(result, asked))
  const candidates = await words.read(result.asked ?? result.question, ranked)
  const features = confidenceFeatures(result, candidates)
  if (features === undefined) return undefined
  const isRefused =
    (missingYear(result.routing, candidates, [], () => undefined) ??
      missingOrdinal(result.question, candidates) ??
      missingKind(asked, candidates)) !== undefined
  return { features, isThere, isRefused, half, set, isHan: /\p{Script=Han}/u.test(result.question) }
}

function withoutEvidence(result, { evidence, answerKeys }) {
  const wanted = evidence.map(squeeze)
  const keys = answerKeys.map(squeeze).filter((key) => key.length > 1)
  const tells = (text) => {
    const spoken = squeeze(text)
    return (
      wanted.some((string) => spoken.includes(string) || (spoken.length > 4 && string.includes(spoken))) ||
      keys.some((key) => spoken.includes(key))
    )
  }
  const passages = result.passages.flatMap((passage) => {
    const sentences = passage.sentences.filter(({ text }) => !tells(text))
    return sentences.length === 0
      ? []
      : [{ ...passage, sentences, text: sentences.map(({ text }) => text).join('') }]
  })
  return { ...result, passages }
}

/** Fits on all, after telling what each half says of the other. */
function fitted(situation, examples) {
  for (const half of [0, 1]) {
    const model = fitLogistic(
      examples.filter((one) => one.half === half && !one.isRefused),
      RIDGE[situation],
    )
    for (const set of new Set(examples.map((one) => one.set))) {
      const other = examples.filter((one) => one.half !== half && one.set === set)
      const scores = (isThere) =>
        other
          .filter((one) => one.isThere === isThere)
          .map((one) => (one.isRefused ? Number.NEGATIVE_INFINITY : scoreOf(model, one.features)))
      console.log(
        `${situation}: fitted on half ${half}, let through at 95 % kept on the other half of ${set}: ${letThroughAt95(scores(true), scores(false))?.toFixed(3)}`,
      )
    }
  }
  return fitLogistic(
    examples.filter((one) => !one.isRefused),
    RIDGE[situation],
  )
}

/** Logistic regression with balanced classes by gradient descent with momentum, on standardised features. */
function fitLogistic(examples, ridge, steps = 1500, rate = 0.5) {
  const names = Object.keys(examples[0].features)
  const scale = Object.fromEntries(
    names.map((name) => {
      const values = examples.map((one) => one.features[name])
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
      return [name, { mean, deviation: deviation || 1 }]
    }),
  )
  const rows = examples.map((one) =>
    names.map((name) => (one.features[name] - scale[name].mean) / scale[name].deviation),
  )
  const there = examples.filter((one) => one.isThere).length
  const share = examples.map((one) => 0.5 / (one.isThere ? there : examples.length - there))
  const weights = names.map(() => 0)
  const speed = names.map(() => 0)
  let bias = 0
  let biasSpeed = 0
  for (let step = 0; step < steps; step++) {
    const slope = names.map((_, i) => ridge * weights[i])
    let biasSlope = 0
    for (const [r, row] of rows.entries()) {
      const sum = row.reduce((total, value, i) => total + value * weights[i], bias)
      const error = (1 / (1 + Math.exp(-sum)) - (examples[r].isThere ? 1 : 0)) * share[r]
      biasSlope += error
      for (const [i, value] of row.entries()) slope[i] += error * value
    }
    biasSpeed = 0.9 * biasSpeed + biasSlope
    bias -= rate * biasSpeed
    for (const i of weights.keys()) {
      speed[i] = 0.9 * speed[i] + slope[i]
      weights[i] -= rate * speed[i]
    }
  }
  const model = {
    weights: Object.fromEntries(names.map((name, i) => [name, weights[i] / scale[name].deviation])),
    bias: 0,
  }
  const scores = examples
    .filter((one) => one.isThere)
    .map((one) => scoreOf(model, one.features))
    .sort((a, b) => b - a)
  return { ...model, bias: -(scores[Math.ceil(KEPT * scores.length) - 1] ?? 0) }
}

function scoreOf({ weights, bias }, features) {
  return Object.entries(weights).reduce((sum, [name, weight]) => sum + weight * features[name], bias)
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
}

function sourceOf(models, usual, usualMeeting) {
  const round = (value) => Number(value.toPrecision(4))
  const record = (values, indent) =>
    `{\n${Object.entries(values)
      .map(([name, value]) => `${indent}  ${name}: ${round(value)},`)
      .join('\n')}\n${indent}}`
  const model = ({ weights, bias }) =>
    `{\n    weights: ${record(weights, '    ')},\n    bias: ${round(bias)},\n  }`
  return `// What does each feature count when it is decided whether to answer? Written by scripts/fit-refusal.mjs.
import type { ConfidenceFeatures } from './confidence-features.ts'

/** See \`situationOf\`. */
export type Situation = 'near' | 'open'

export interface Model {
  /** A feature that isn't here says nothing in that situation. */
  readonly weights: Partial<ConfidenceFeatures>
  readonly bias: number
}

/** Logistic; the bias puts the confidence that 95 of 100 answerable questions of the fitting set reach at a half. */
export const MODELS: Readonly<Record<Situation, Model>> = {
  near: ${model(models.near)},
  open: ${model(models.open)},
}

/** Medians of answerable questions: stand in where question and documents share no script. */
export const USUAL_WORDS: Partial<ConfidenceFeatures> = ${record(usual, '')}

/** Medians of answerable questions: stand in where no words were compared. */
export const USUAL_MEETING = ${record(usualMeeting, '')}
`
}
