// How long does a search take while something else goes on? One reader who asks, waits for the reply, pauses and asks again.
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/** Between a reply and the next question, so that one reader doesn't fill the machine. */
const PAUSE_MS = 20
const WARM_UP_MS = 3_000
/** Before the work and after it, each. */
const QUIET_MS = 15_000

const questions = readFileSync(new URL('../../test/retrieval/cases.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line).question)

/**
 * Asks while nothing else goes on, while the work is done, and when it is quiet again.
 *
 * @param {string} url of the service
 * @param {() => Promise<T>} work
 * @returns {Promise<{ outcome: T, quiet: Figures, during: Figures, failed: number, ratioP99: number }>} `failed`: searches not answered
 * with 200; `ratioP99`: of the slowest hundredth during the work to that of the quiet
 * @template T
 * @typedef {{ searches: number, p50: number, p99: number, most: number }} Figures times in ms
 */
export async function askAround(url, work) {
  await askUntil(url, AbortSignal.timeout(WARM_UP_MS))
  // Before and after: the machine may be quicker at one time than at another.
  const before = await askUntil(url, AbortSignal.timeout(QUIET_MS))
  const working = new AbortController()
  const asking = askUntil(url, working.signal)
  const outcome = await work().finally(() => working.abort())
  const during = await asking
  const after = await askUntil(url, AbortSignal.timeout(QUIET_MS))
  const quiet = [...before.ms, ...after.ms]
  return {
    outcome,
    quiet: figuresOf(quiet),
    during: figuresOf(during.ms),
    failed: before.failed + during.failed + after.failed,
    ratioP99: Number((percentile(during.ms, 0.99) / percentile(quiet, 0.99)).toFixed(2)),
  }
}

async function askUntil(url, signal) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ms = []
  let failed = 0
  for (let i = 0; !signal.aborted; i++) {
    const question = questions[i % questions.length]
    const started = performance.now()
    const status = await post(agent, `${url}/api/search`, JSON.stringify({ question })).catch(() => 0)
    ms.push(performance.now() - started)
    if (status !== 200) failed += 1
    await wait(PAUSE_MS)
  }
  agent.destroy()
  return { ms, failed }
}

function figuresOf(ms) {
  return { searches: ms.length, p50: percentile(ms, 0.5), p99: percentile(ms, 0.99), most: percentile(ms, 1) }
}

/** Nearest rank, so that the number is one that was measured. */
function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return Number((sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0).toFixed(1))
}

function post(agent, url, body) {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method: 'POST', headers: { 'content-type': 'application/json' } })
    sent.on('response', (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode))
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
