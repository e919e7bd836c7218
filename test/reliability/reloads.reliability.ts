// The index changes five times a second while questions are asked: does any answer hold two states of it, does any fail?
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shareOf, tell } from './share.ts'
import { type SpawnedService, spawnService } from './spawned-service.ts'

const SECONDS = shareOf(60, 5)
const SWAP_MS = 200
const QUESTION = '赤岭县博物馆全年举办展览多少场？'

let service: SpawnedService
beforeAll(async () => {
  service = await spawnService()
})
afterAll(() => service.close())

describe('a swap of the index', () => {
  it('is seen whole or not at all by every answer, and no request fails', async () => {
    const end = performance.now() + SECONDS * 1000
    const counts = { searches: 0, answers: 0, mixed: 0, failed: 0 }
    const seen = new Set<string>()
    await swapTo(0)
    const swapping = (async () => {
      let swaps = 0
      while (performance.now() < end) {
        const next = wait(SWAP_MS)
        if ((await swapTo(swaps + 1)) !== 200) counts.failed += 1
        swaps += 1
        await next
      }
      return swaps
    })()
    const asking = Array.from({ length: 4 }, async (_, i) => {
      const path = i % 2 === 0 ? '/api/search' : '/api/ask'
      while (performance.now() < end) {
        const { status, text } = await post(path, { question: QUESTION })
        counts[i % 2 === 0 ? 'searches' : 'answers'] += 1
        if (status !== 200) counts.failed += 1
        const states = new Set(text.match(/第\d+版/gu))
        if (states.size > 1) counts.mixed += 1
        for (const state of states) seen.add(state)
      }
    })
    const swaps = await swapping
    await Promise.all(asking)
    tell(`swaps of the index ${swaps}`, { ...counts, 'states seen': seen.size })
    expect(counts).toMatchObject({ mixed: 0, failed: 0 })
    expect(seen.size).toBeGreaterThan(swaps / 2)
  })
})

/** Every sentence says which state it belongs to. */
function reportOf(state: number): string {
  const sections = ['一、展览', '二、观众', '三、藏品', '四、研究']
  const body = sections.map(
    (heading, i) =>
      `${heading}\n赤岭县博物馆第${state}版报告：全年举办展览${(state % 90) + 10 + i}场，观众三十万人次。\n`,
  )
  return `赤岭县博物馆工作总结\n\n${body.join('\n')}`
}

async function swapTo(state: number): Promise<number> {
  const form = new FormData()
  form.append('files', new File([reportOf(state)], '博物馆.txt'))
  const reply = await fetch(`${service.url}/api/documents`, { method: 'POST', body: form })
  await reply.text()
  return reply.status
}

async function post(path: string, body: object): Promise<{ readonly status: number; readonly text: string }> {
  const headers = { 'content-type': 'application/json' }
  const reply = await fetch(service.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: reply.status, text: await reply.text() }
}
