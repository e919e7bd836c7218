// Are reports found as well when they come as DOCX, HTML, PDF or XLSX? The search over corpus/ in each format, one line each.
// Runs on the built program: `npm run build && node scripts/measure-formats.mjs`. Ends with 1 when a format is more than .02
// below the text in recall@5.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { folderSource } from '../dist/collection/folder-source.js'
import { readDocument } from '../dist/document/read.js'
import { openEmbedder } from '../dist/embed/open.js'
import { evaluateQuestions } from '../dist/evaluate/evaluate.js'
import { parseQuestions } from '../dist/evaluate/questions.js'
import { openMemoryParts } from '../dist/memory-parts.js'
import { writers } from './formats/writers.mjs'

const MAX_LOSS = 0.02

const inRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const corpus = inRoot('corpus')
const questions = parseQuestions(readFileSync(inRoot('test/retrieval/cases.jsonl'), 'utf8'), 'cases.jsonl')
const names = readdirSync(corpus).filter((name) => /\.(?:txt|md)$/.test(name))
const work = mkdtempSync(join(tmpdir(), 'wenbao-formats-'))
const embedder = await openEmbedder({
  model: '',
  bundledFolder: inRoot('models/multilingual-e5-small-zh-en'),
  cacheFolder: inRoot('models'),
  timeoutMs: 1_000,
})
const withEnding = (name, ending) => name.replace(/\.[a-z]+$/, `.${ending}`)

let isWorse = false
try {
  const text = await measure('text', corpus, questions)
  for (const [ending, write] of Object.entries(writers)) {
    const folder = join(work, ending)
    mkdirSync(folder)
    for (const name of names) {
      const report = readDocument(readFileSync(join(corpus, name)), { path: name })
      writeFileSync(join(folder, withEnding(name, ending)), await write(report))
    }
    const renamed = questions.map((question) => ({
      ...question,
      files: question.files.map((file) => withEnding(file, ending)),
    }))
    const recall = await measure(ending, folder, renamed)
    isWorse ||= recall < text - MAX_LOSS
  }
} finally {
  await embedder.close()
  rmSync(work, { recursive: true })
}
process.exitCode = isWorse ? 1 : 0

/** Prints one JSON object. @returns recall@5 */
async function measure(format, folder, asked) {
  const parts = await openMemoryParts(embedder)
  try {
    const started = performance.now()
    const { report, learnt, faults } = await evaluateQuestions(parts, folderSource(folder), asked)
    const { byType: _, ...retrieval } = report.retrieval
    const refused = learnt.outcomes.filter(({ kind }) => kind === 'refused').map(({ reason }) => reason)
    const seconds = Math.round((performance.now() - started) / 100) / 10
    console.log(JSON.stringify({ format, ...retrieval, refused, faults, seconds }))
    return retrieval['recall@5']
  } finally {
    await parts.close()
  }
}
