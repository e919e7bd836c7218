// What does a search cost over the embedding of its question? Both on the same text by turns, model warm.
// Runs on the built program: `npm run build && node scripts/bench-question.mjs [REPORTS]`. Prints one JSON object.
import { fileURLToPath } from 'node:url'
import { folderSource } from '../dist/collection/folder-source.js'
import { openCollection } from '../dist/collection/open.js'
import { openEmbedder } from '../dist/embed/open.js'
import { openSearcher } from '../dist/search/searcher.js'

const rounds = 60
const warmUp = 5
const questions = [
  '医院去年完成门诊量多少人次，比上年增长多少？',
  '党员发展和支部建设有哪些做法？',
  '患者满意度是多少？',
  '哪个科室开展了新技术？',
  'How many research projects were approved in the last five years?',
]

const inRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const reports = process.argv[2] ?? inRoot('corpus')
const embedder = await openEmbedder({
  model: '',
  bundledFolder: inRoot('models/multilingual-e5-small-zh-en'),
  cacheFolder: inRoot('models'),
  timeoutMs: 1_000,
})
const collection = openCollection({ folder: ':memory:' })
await collection.learn(folderSource(reports), embedder)
const searcher = await openSearcher({ collection, embedder })

// Names route a question and are taken from it before it is embedded: asked with and without one.
const names = collection.documents().flatMap(({ organisation }) => organisation ?? [])
const asked = questions.flatMap((question, i) => {
  const name = names[i % Math.max(1, names.length)]
  return name === undefined ? [question] : [question, `${name}：${question}`]
})

const embedMs = []
const searchMs = []
for (let round = -warmUp; round < rounds; round++) {
  for (const question of asked) {
    const bare = await elapsed(() => embedder.embedQuery(question))
    const whole = await elapsed(() => searcher.search(question))
    if (round < 0) continue
    embedMs.push(bare)
    searchMs.push(whole)
  }
}
const embed = median(embedMs)
const search = median(searchMs)
const { documents, chunks } = collection.status()
console.log(
  JSON.stringify({
    documents,
    chunks,
    questions: asked.length * rounds,
    embedP50Ms: Number(embed.toFixed(2)),
    searchP50Ms: Number(search.toFixed(2)),
    ratio: Number((search / embed).toFixed(2)),
    rssMb: Math.round(process.memoryUsage.rss() / 1e6),
  }),
)
await searcher.close()
collection.close()
await embedder.close()

async function elapsed(work) {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function median(values) {
  values.sort((a, b) => a - b)
  return values[Math.floor(values.length / 2)] ?? 0
}
