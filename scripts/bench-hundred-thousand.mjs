// How does the search hold at 100,000 chunks? Opening, answering, taking in one document, memory.
// Runs on the built program: `npm run build && node scripts/bench-hundred-thousand.mjs [FOLDER] [CHUNKS]`. The first run makes the
// collection in FOLDER (by default a new one under the system's temporary folder), which takes some minutes; given again, it is kept.
// Prints one JSON object. The hashing embedder stands in for the model: the embedding isn't measured here.
import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openCollection } from '../dist/collection/open.js'
import { plainDocument } from '../dist/document/plain.js'
import { createHashingEmbedder } from '../dist/embed/hashing.js'
import { openSearcher } from '../dist/search/searcher.js'

const paragraphsPerDocument = 25
/** As in reports: some 340 characters a paragraph, 60 a sentence. */
const sentencesPerParagraph = 6
const wordsPerSentence = 20
const questions = 400
const warmUp = 20
const dimension = 384

const [folder = mkdtempSync(join(tmpdir(), 'wenbao-bench-')), chunksGiven = '100000', phase] =
  process.argv.slice(2)
const documents = Math.ceil(Number(chunksGiven) / paragraphsPerDocument)
const embedder = createHashingEmbedder({ dimension })
const text = textMaker(42)

if (phase === 'prepare') await prepare()
else if (phase === 'measure') await measure()
else {
  // Each in a process of its own, so that what building took isn't counted as what answering needs.
  for (const next of ['prepare', 'measure']) {
    const self = fileURLToPath(import.meta.url)
    const { status } = spawnSync(process.execPath, [self, folder, chunksGiven, next], { stdio: 'inherit' })
    if (status !== 0) process.exit(status ?? 1)
  }
}

async function prepare() {
  const collection = openCollection({ folder })
  if (collection.status().documents < documents) {
    const started = performance.now()
    await collection.learn(source(0, documents), embedder)
    const learnt = performance.now()
    const searcher = await openSearcher({ collection, embedder, folder })
    const built = performance.now()
    await searcher.close()
    console.error(
      `learnt in ${seconds(learnt - started)} s, index built and saved in ${seconds(built - learnt)} s (${folder})`,
    )
  }
  collection.close()
}

async function measure() {
  const collection = openCollection({ folder })
  const started = performance.now()
  const searcher = await openSearcher({ collection, embedder, folder })
  const openMs = performance.now() - started

  const searchMs = []
  const cpuBefore = process.cpuUsage()
  for (let i = 0; i < questions + warmUp; i++) {
    const { trace } = await searcher.search(text.question(i), { explain: true })
    if (i >= warmUp) searchMs.push(trace.elapsedMs.retrieve + trace.elapsedMs.rank)
  }
  const cpu = process.cpuUsage(cpuBefore)
  searchMs.sort((a, b) => a - b)
  const rssMb = Math.round(process.memoryUsage.rss() / 1e6)

  const before = performance.now()
  await collection.learn(source(documents + Math.floor(before), 1), embedder, { removeMissing: false })
  const learnt = performance.now()
  await searcher.refresh()
  const { chunks, engine, rebuilt } = searcher.status()
  console.log(
    JSON.stringify({
      chunks,
      engine,
      rebuilt,
      openMs: Math.round(openMs),
      searchMs: { p50: quantile(searchMs, 0.5), p99: quantile(searchMs, 0.99) },
      // Of a machine that does other work as well, this is what to compare; the embedding is in it.
      cpuMsPerSearch: Number(((cpu.user + cpu.system) / 1000 / (questions + warmUp)).toFixed(1)),
      addDocumentMs: { learn: Math.round(learnt - before), refresh: Math.round(performance.now() - learnt) },
      rssMb,
      rssAfterAddMb: Math.round(process.memoryUsage.rss() / 1e6),
    }),
  )
  await searcher.close()
  collection.close()
}

function source(first, count) {
  return {
    name: 'made text',
    async *items() {
      for (let i = first; i < first + count; i++) {
        const path = `report-${i}.txt`
        yield { path, stamp: '1', read: async () => plainDocument({ path, ...text.document(i) }) }
      }
    },
  }
}

/** Words drawn as in real text, few often and most rarely; the same words for the same seed. */
function textMaker(seed) {
  const random = randomFrom(seed)
  const character = () => String.fromCharCode(0x4e00 + Math.floor(2500 * random() ** 1.5) * 3)
  const lexicon = Array.from(
    { length: 20_000 },
    () => character() + character() + (random() < 0.2 ? character() : ''),
  )
  const function_ = [...'的了在和是为与对及等将并以从到']
  const word = (next) => lexicon[Math.floor(lexicon.length ** next()) - 1] ?? lexicon[0]
  const sentence = (next) => {
    let line = ''
    for (let i = 0; i < wordsPerSentence; i++) {
      line += word(next) + (next() < 0.4 ? function_[Math.floor(next() * function_.length)] : '')
      if (i % 7 === 6) line += '，'
    }
    return `${line}${Math.floor(next() * 5_000)}人次。`
  }
  return {
    document(i) {
      const next = randomFrom(1_000 + i)
      const paragraphs = Array.from({ length: paragraphsPerDocument }, () =>
        Array.from({ length: sentencesPerParagraph }, () => sentence(next)).join(''),
      )
      return { title: `${word(next)}${word(next)}年度工作报告`, text: paragraphs.join('\n') }
    },
    question(i) {
      const next = randomFrom(9_000_000 + i)
      return `${word(next)}${word(next)}的${word(next)}${word(next)}${word(next)}是多少人次？`
    },
  }
}

/** mulberry32 (https://gist.github.com/tommyettinger/46a874533244883189143505d203312c), public domain. */
function randomFrom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

function quantile(sorted, share) {
  return Number((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1))
}

function seconds(ms) {
  return (ms / 1000).toFixed(1)
}
