// Fits the weights by which a question is refused, on questions asked with and without their evidence, and writes
// src/answer/refusal/confidence/refusal-weights.ts. Near: test/retrieval/cases.jsonl over corpus/, the evidence sentences taken out. Open: retrieval
// sets (passages.jsonl, queries.jsonl with `relevant`), the relevant documents taken out.
//
//   npm run build && node scripts/fit-refusal.mjs [--keep DIR] DATASET_DIR...        (0.2 s a passage, 0.3 s a question)
//
// --keep DIR: what was asked is kept there, a file a set, and not asked again by the next run.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createWordReader } from '../dist/answer/likelihood/word-nearness.js'
import { readConfig } from '../dist/config.js'
import { openEmbedder } from '../dist/embed/open.js'
import { letThroughAt95 } from '../dist/evaluate/let-through.js'
import { keepLastQuery } from '../dist/evaluate/run.js'
import { nearExamples, openExamples } from './refusal/examples.mjs'
import { fitLogistic, scoreOf } from './refusal/logistic.mjs'

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
 * 11 of 152 answerable questions on reports that nothing was fitted on were refused. The score of a question that consists of the report's
 * commonest words is the highest there is, and few examples took it for a sign against.
 */
const NOT_NEAR = ['scored', 'overlapAhead', 'ahead', 'alone', 'aloneAhead']
/** Few examples with 20 features need a firm hand; measured on the other half. */
const RIDGE = { near: 0.03, open: 0.001 }

const { values, positionals: folders } = parseArgs({
  options: { keep: { type: 'string' } },
  allowPositionals: true,
})
const { embedder: settings } = readConfig({}, ROOT)
const embedder = keepLastQuery(await openEmbedder(settings))
const reading = { embedder, words: createWordReader(async () => embedder) }
const near = await kept('cases', () =>
  nearExamples(reading, { corpus: `${ROOT}corpus`, cases: `${ROOT}test/retrieval/cases.jsonl` }),
)
const open = []
for (const folder of folders) {
  open.push(...(await kept(basename(folder), () => openExamples(reading, folder))))
}
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
writeFileSync(
  `${ROOT}src/answer/refusal/confidence/refusal-weights.ts`,
  sourceOf(models, usual, usualMeeting),
)

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

function withoutOpen(example) {
  const features = Object.entries(example.features).filter(([name]) => !NOT_NEAR.includes(name))
  return { ...example, features: Object.fromEntries(features) }
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
