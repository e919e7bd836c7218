// How soon after retrieval does the first byte of a streamed answer reach the client?
// Runs on the built program: `npm run build && node scripts/bench-first-byte.mjs`. Learns corpus/ into a temporary folder, asks the questions of
// test/retrieval/cases.jsonl over a socket at /api/ask and /v1/chat/completions, one after the other, and prints one JSON object (ms).
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openParts } from '../dist/compose.js'
import { readProcessConfig } from '../dist/config.js'
import { openLog } from '../dist/log.js'
import { createApp } from '../dist/server/app.js'
import { startServer } from '../dist/server/listen.js'

const QUESTIONS = 60
const warmUp = 5

const folder = mkdtempSync(join(tmpdir(), 'wenbao-first-byte-'))
const config = readProcessConfig({ WENBAO_INDEX: folder })
const parts = await openParts(config)
await parts.prepare()
let retrievedAt = 0
const service = {
  ...parts,
  /** The passages are told in the moment in which they are found. */
  async *ask(question, options) {
    for await (const event of parts.ask(question, options)) {
      if (event.kind === 'sources') retrievedAt = performance.now()
      yield event
    }
  },
}
const server = await startServer(
  createApp({ service, settings: config, log: openLog({ format: 'silent' }) }),
  { host: '127.0.0.1', port: 0 },
)
const questions = readFileSync(new URL('../test/retrieval/cases.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line).question)
  .slice(0, QUESTIONS + warmUp)

const doors = {
  '/api/ask': (question) => ({ question, stream: true }),
  '/v1/chat/completions': (question) => ({
    model: 'wenbao',
    stream: true,
    messages: [{ role: 'user', content: question }],
  }),
}
const report = {}
for (const [path, bodyOf] of Object.entries(doors)) {
  const waits = []
  for (const [i, question] of questions.entries()) {
    const firstByteAt = await firstByte(path, bodyOf(question))
    if (i >= warmUp) waits.push(firstByteAt - retrievedAt)
  }
  waits.sort((a, b) => a - b)
  const at = (share) => Number(waits[Math.floor(share * (waits.length - 1))].toFixed(1))
  report[path] = { p50: at(0.5), p95: at(0.95), most: at(1) }
}
console.log(JSON.stringify(report))
await server.close()
await parts.close()
rmSync(folder, { recursive: true })

function firstByte(path, body) {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' }
    const sent = request({ port: server.port, path, method: 'POST', headers }, (response) => {
      let at
      response.on('data', () => {
        at ??= performance.now()
      })
      response.on('end', () => resolve(at))
    })
    sent.on('error', reject)
    sent.end(JSON.stringify(body))
  })
}
