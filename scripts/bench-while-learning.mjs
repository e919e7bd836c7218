// Do searches stay quick while reports are learnt? The 99th percentile of both, in one run, with the bundled model.
// Runs on the built program: `npm run build && node scripts/bench-while-learning.mjs`. Prints one JSON object; ends with 1 when the
// ratio or the number of chunks is missed.
import { readdirSync, readFileSync } from 'node:fs'
import { askAround } from './load/asking.mjs'
import { rssOf } from './load/process-state.mjs'
import { startService } from './load/service.mjs'

const MOST_RATIO = 2.5
const LEAST_CHUNKS = 500

const service = await startService()
let report
try {
  const asked = await askAround(service.url, () => learn(LEAST_CHUNKS))
  const { outcome: chunks, quiet, during: learning, failed, ratioP99 } = asked
  report = {
    chunks,
    quiet,
    learning,
    failed,
    ratioP99,
    most: MOST_RATIO,
    rssMb: Math.round(rssOf(service.pid)),
  }
} finally {
  await service.stop()
}
console.log(JSON.stringify(report))
process.exitCode =
  report.ratioP99 <= MOST_RATIO && report.failed === 0 && report.chunks >= LEAST_CHUNKS ? 0 : 1

/** Uploads variants of the reports in corpus/ until so many chunks were embedded. @returns how many */
async function learn(least) {
  let chunks = 0
  for (let round = 1; chunks < least; round++) {
    const form = new FormData()
    for (const [name, text] of variants(round)) form.append('files', new File([text], name))
    const reply = await fetch(`${service.url}/api/documents`, { method: 'POST', body: form })
    const { job } = await reply.json()
    const events = await fetch(`${service.url}/api/jobs/${job.id}`, {
      headers: { accept: 'text/event-stream' },
    })
    await events.text()
    const done = await (await fetch(`${service.url}/api/jobs/${job.id}`)).json()
    chunks += done.outcomes.reduce((sum, { embedded = 0 }) => sum + embedded, 0)
  }
  return chunks
}

/** Other numbers make other texts, so that every chunk is embedded anew. */
function variants(round) {
  const folder = new URL('../corpus/', import.meta.url)
  return readdirSync(folder)
    .filter((name) => /\.(txt|md)$/.test(name))
    .flatMap((name) =>
      Array.from({ length: 3 }, (_, i) => [
        `${round}-${i}-${name}`,
        readFileSync(new URL(name, folder), 'utf8').replace(/\d+/g, (number) => `${number}${round}${i}`),
      ]),
    )
}
