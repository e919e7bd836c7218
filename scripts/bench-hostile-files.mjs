// Do searches stay quick while files that were made to do harm are parsed? The 99th percentile of both, in one run, with the bundled model.
// Runs on the built program: `npm run build && node scripts/bench-hostile-files.mjs`. Sends every hostile file of test/reliability/hostile/
// to the preview, which parses and stores nothing, two at a time. Prints one JSON object; ends with 1 when the ratio is missed, a search
// failed, or a file took too long.
import { runnerImport } from 'vite'
import { askAround } from './load/asking.mjs'
import { childrenOf, rssOf } from './load/process-state.mjs'
import { startService } from './load/service.mjs'

const MOST_RATIO = 3
const AT_ONCE = 2
/** From sending a file to its refusal. */
const MOST_FILE_MS = 35_000

const { module } = await runnerImport(
  new URL('../test/reliability/hostile/hostile-files.ts', import.meta.url).pathname,
)
// Made before: to write some of them takes longer than to refuse them.
const files = module.HOSTILE_FILES.map(({ name, bytes }) => ({ name, bytes: bytes() }))

const service = await startService()
let report
try {
  const asked = await askAround(service.url, previewAll)
  const { outcome: outcomes, quiet, during: parsing, failed, ratioP99 } = asked
  const slowest = outcomes.reduce((worst, outcome) => (outcome.ms > worst.ms ? outcome : worst))
  report = {
    files: files.length,
    refused: outcomes.filter(({ status }) => status >= 400 && status < 500).length,
    broken: outcomes.filter(({ status }) => status >= 500).map(({ name }) => name),
    slowestFile: { name: slowest.name, ms: Math.round(slowest.ms) },
    quiet,
    parsing,
    failed,
    ratioP99,
    most: MOST_RATIO,
    rssMb: Math.round(rssOf(service.pid)),
    children: childrenOf(service.pid).length,
  }
} finally {
  await service.stop()
}
console.log(JSON.stringify(report))
process.exitCode = isWell(report) ? 0 : 1

function isWell({ ratioP99, failed, broken, slowestFile }) {
  return ratioP99 <= MOST_RATIO && failed === 0 && broken.length === 0 && slowestFile.ms < MOST_FILE_MS
}

async function previewAll() {
  const outcomes = []
  const waiting = [...files]
  const work = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const started = performance.now()
      const form = new FormData()
      form.append('file', new File([file.bytes], file.name))
      const reply = await fetch(`${service.url}/api/documents/preview`, { method: 'POST', body: form })
      await reply.text()
      outcomes.push({ name: file.name, status: reply.status, ms: performance.now() - started })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return outcomes
}
