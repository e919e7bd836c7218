// How long does a search take while something else goes on? One reader who asks, waits for the reply, pauses and asks again.
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/** Between a reply and the next question, so that one reader doesn't fill the machine. */
const PAUSE_MS = 20

const questions = readFileSync(new URL('../../test/retrieval/cases.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line).question)

/**
 * @param {string} url of the service
 * @param {AbortSignal} signal ends the asking
 * @returns {Promise<{ ms: number[], failed: number }>} of each search; `failed`: not answered with 200
 */
export async function askUntil(url, signal) {
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

/** @param {number} durationMs how long to ask */
export function askFor(url, durationMs) {
  return askUntil(url, AbortSignal.timeout(durationMs))
}

/** Nearest rank, so that the number is one that was measured. */
export function percentile(values, share) {
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
