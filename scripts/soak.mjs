// Does the service grow when it is used for long? Uploads, deletes, failed parses, searches, answers and aborted streams without end,
// with the bundled model; every change makes the search take in the new state of the index.
// Runs on the built program: `npm run build && node scripts/soak.mjs [--minutes 10]`. Prints one JSON object; ends with 1 when the memory
// that is held (all that waits to be collected is, before every sample) grows by more than 1 MB a minute after warming up, when files, sockets or processes are left, or when a request failed.
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startChatModel } from './load/chat-model.mjs'
import { slopeOf } from './load/fit.mjs'
import { childrenOf, openFilesOf, rssOf } from './load/process-state.mjs'
import { startService } from './load/service.mjs'

const MOST_MB_A_MINUTE = 1
const SAMPLE_MS = 10_000
/** A full collection takes some 0.1 s. */
const COLLECT_MS = 1_000
/** Of the whole time: caches and the heap fill up first. */
const WARM_UP_SHARE = 0.4
/** Connections that are kept alive end after 5 s, the process that embeds after 20 s. */
const SETTLE_MS = 30_000
/** Files of SQLite and of the log come and go. */
const SPARE_FILES = 8

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } })
const minutes = Number(values.minutes)

const REPORT = readFileSync(new URL('../corpus/suizhou-central-hospital.md', import.meta.url), 'utf8')
const QUESTIONS = readFileSync(new URL('../test/retrieval/cases.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line).question)

const model = await startChatModel()
const service = await startService({ OPENAI_BASE_URL: model.url, WENBAO_CHAT_MODEL: 'scripted' }, [
  '--expose-gc',
  '--import',
  new URL('./load/collect-on-signal.mjs', import.meta.url).href,
])
const counts = { searches: 0, answers: 0, aborted: 0, uploads: 0, deletes: 0, failedParses: 0, failed: 0 }
const samples = []
let report
try {
  await wait(1_000)
  const before = stateOf()
  const begun = performance.now()
  const end = begun + minutes * 60_000
  const sampling = setInterval(() => void sample(begun), SAMPLE_MS)
  await Promise.all([ask(end), answer(end), abort(end), upload(end)])
  clearInterval(sampling)
  await wait(SETTLE_MS)
  const settled = samples.filter(({ at }) => at >= minutes * WARM_UP_SHARE)
  report = {
    minutes,
    ...counts,
    slopeMbPerMinute: Number(slopeOf(settled).toFixed(2)),
    most: MOST_MB_A_MINUTE,
    heldMb: samples.map(({ value }) => Math.round(value)),
    mostMb: Math.round(Math.max(...samples.map(({ uncollected }) => uncollected))),
    before,
    after: stateOf(),
  }
} finally {
  await service.stop()
  model.close()
}
console.log(JSON.stringify(report))
process.exitCode = isWell(report) ? 0 : 1

function isWell({ slopeMbPerMinute, failed, before, after }) {
  const isBack = after.files <= before.files + SPARE_FILES && after.children === 0 && after.upstream === 0
  return slopeMbPerMinute < MOST_MB_A_MINUTE && failed === 0 && isBack
}

/** @param {number} begun by `performance.now` */
async function sample(begun) {
  const at = (performance.now() - begun) / 60_000
  const uncollected = rssOf(service.pid)
  process.kill(service.pid, 'SIGUSR2')
  await wait(COLLECT_MS)
  samples.push({ at, uncollected, value: rssOf(service.pid) })
}

function stateOf() {
  return {
    rssMb: Math.round(rssOf(service.pid)),
    files: openFilesOf(service.pid),
    children: childrenOf(service.pid).length,
    upstream: model.open(),
  }
}

async function ask(end) {
  for (let i = 0; performance.now() < end; i++) {
    await post('/api/search', { question: QUESTIONS[i % QUESTIONS.length] })
    counts.searches += 1
    await wait(20)
  }
}

async function answer(end) {
  for (let i = 0; performance.now() < end; i++) {
    await post('/api/ask', { question: QUESTIONS[(i * 7) % QUESTIONS.length], stream: i % 2 === 0 })
    counts.answers += 1
    await wait(50)
  }
}

/** Leaves at another moment each time: before, while and after the model talks. */
async function abort(end) {
  for (let i = 0; performance.now() < end; i++) {
    const leaving = AbortSignal.timeout(10 + ((i * 37) % 400))
    await post('/api/ask', { question: QUESTIONS[(i * 3) % QUESTIONS.length], stream: true }, leaving)
    counts.aborted += 1
  }
}

async function upload(end) {
  for (let i = 0; performance.now() < end; i++) {
    const text = REPORT.replace(/\d+/g, (number) => `${number}${i % 1000}`)
    const form = new FormData()
    form.append('files', new File([text], `报告${i % 5}.md`))
    form.append('files', new File(['PK\u0003\u0004 no document'], `坏${i % 5}.docx`))
    form.append('files', new File(['%PDF-1.7 nothing'], `坏${i % 5}.pdf`))
    const reply = await send('/api/documents', { method: 'POST', body: form })
    const { files, job } = JSON.parse(reply || '{"files":[]}')
    counts.uploads += 1
    counts.failedParses += files.filter(({ kind }) => kind === 'refused').length
    if (job) await send(`/api/jobs/${job.id}`, { headers: { accept: 'text/event-stream' } })
    if (i % 2 === 0 && files[0]?.documentId) {
      await send(`/api/documents/${files[0].documentId}`, { method: 'DELETE' })
      counts.deletes += 1
    }
  }
}

async function post(path, body, signal) {
  const headers = { 'content-type': 'application/json' }
  await send(path, { method: 'POST', headers, body: JSON.stringify(body), ...(signal && { signal }) })
}

/** @returns the body; empty when it was left */
async function send(path, init) {
  try {
    const response = await fetch(service.url + path, init)
    const text = await response.text()
    if (response.status >= 400) {
      counts.failed += 1
      console.error(`${init.method ?? 'GET'} ${path}: ${response.status} ${text.slice(0, 300)}`)
    }
    return text
  } catch (error) {
    if (init.signal?.aborted) return ''
    counts.failed += 1
    console.error(`${path}: ${error}`)
    return ''
  }
}
