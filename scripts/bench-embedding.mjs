// How quick is the bundled model here? Passages a second, and a question against the bare forward pass of the same tokens.
// Runs on the built program: `npm run build && node scripts/bench-embedding.mjs [THREADS]`. Prints one JSON object.
import { fileURLToPath } from 'node:url'
import { loadLocalModel } from '../dist/embed/local.js'
import { readModelFolder } from '../dist/embed/model-folder.js'
import { createTokenEmbedder } from '../dist/embed/token-embedder.js'

const passageCount = 60
const bulkRounds = 5
const questionRounds = 400
const queriesForMemory = 2000

const threads = Number(process.argv[2] ?? 2)
const folder = await readModelFolder(
  fileURLToPath(new URL('../models/multilingual-e5-small-zh-en', import.meta.url)),
)
const opened = performance.now()
const model = await loadLocalModel(folder, threads)
const embedder = createTokenEmbedder(model, folder)
const loadMs = performance.now() - opened

const passages = Array.from({ length: passageCount }, (_, i) => passageOf(i))
const bulkMs = []
for (let round = 0; round < bulkRounds; round++)
  bulkMs.push(await elapsed(() => embedder.embedPassages(passages)))

// Alternating, so that whatever else the machine does falls on both alike.
const question = '全年门诊量是多少人次，比上年增长多少？'
const ids = [...model.opening, ...model.tokenize(folder.recipe.queryPrefix + question).ids, ...model.closing]
const bareMs = []
const questionMs = []
for (let round = 0; round < questionRounds; round++) {
  bareMs.push(await elapsed(() => model.run([ids], () => undefined)))
  questionMs.push(await elapsed(() => embedder.embedQuery(question)))
}

const rssBefore = megabytes()
for (let i = 0; i < queriesForMemory; i++) await embedder.embedQuery(`第${i}问：${question.slice(i % 12)}`)

console.log(
  JSON.stringify(
    {
      threads,
      loadMs: Math.round(loadMs),
      passagesPerSecond: round(passageCount / (median(bulkMs) / 1000)),
      charactersPerPassage: Math.round(
        passages.reduce((sum, { text }) => sum + text.length, 0) / passageCount,
      ),
      questionTokens: ids.length,
      questionMs: { p50: round(quantile(questionMs, 0.5)), p99: round(quantile(questionMs, 0.99)) },
      forwardPassMs: { p50: round(quantile(bareMs, 0.5)), p99: round(quantile(bareMs, 0.99)) },
      overhead: round(quantile(questionMs, 0.5) / quantile(bareMs, 0.5) - 1),
      rssMegabytes: { before: rssBefore, afterQueries: megabytes() },
    },
    null,
    2,
  ),
)
await embedder.close()

/** About 400 characters in eight sentences, no two passages alike. */
function passageOf(i) {
  const sentences = Array.from(
    { length: 8 },
    (_, k) =>
      `第${i}项工作的第${k}个阶段完成投入${(i * 37 + k * 91) % 1000}万元，覆盖${(i + k) % 60}个单位，按期完成率为${(i * k) % 100}%，比上年有所提高。`,
  )
  const spans = []
  let start = 0
  for (const sentence of sentences) {
    spans.push({ start, end: start + sentence.length })
    start += sentence.length
  }
  return { text: sentences.join(''), spans }
}

async function elapsed(work) {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
}

function median(values) {
  return quantile(values, 0.5)
}

function round(value) {
  return Math.round(value * 1000) / 1000
}

function megabytes() {
  return Math.round(process.memoryUsage().rss / 1e6)
}
