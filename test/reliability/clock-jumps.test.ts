// A clock that jumps: limits and deadlines go by time that has passed, whatever the wall says.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { begin, type ChatServer, event, serveChat } from '../fixtures/chat-server.ts'
import { type QuickService, quickService } from './quick-service.ts'

const DAY_MS = 24 * 3_600_000
const LIMIT = 4
const wall = Date.now

let model: ChatServer
let service: QuickService
beforeAll(async () => {
  model = await serveChat((response) => {
    begin(response)
    response.write(event('全馆'))
  })
  service = await quickService(undefined, {
    WENBAO_RATE_PER_ADDRESS: String(LIMIT),
    WENBAO_REFUSAL_THRESHOLD: '0',
    OPENAI_BASE_URL: `${model.url}/v1`,
    WENBAO_CHAT_MODEL: 'stuck',
    WENBAO_CHAT_TIMEOUT_MS: '200',
  })
})
afterEach(() => {
  Date.now = wall
})
afterAll(async () => {
  await service.close()
  await model.close()
})

async function ask() {
  const headers = { 'content-type': 'application/json' }
  const body = '{"question":"图书馆现有藏书多少册？"}'
  const response = await fetch(`${service.url}/api/ask`, { method: 'POST', headers, body })
  return { status: response.status, text: await response.text() }
}

describe('a clock that jumps', () => {
  it('neither ends a deadline nor keeps it from ending, and gives no budget back', async () => {
    for (const days of [0, 3650, -3650, 1]) {
      Date.now = () => wall() + days * DAY_MS
      const { status, text } = await ask()
      expect([days, status]).toEqual([days, 200])
      expect(JSON.parse(text)).toMatchObject({ kind: 'answered', degraded: { reason: 'model-slow' } })
    }
    for (const days of [0, 3650, -3650]) {
      Date.now = () => wall() + days * DAY_MS
      expect([days, (await ask()).status]).toEqual([days, 429])
    }
  })
})
