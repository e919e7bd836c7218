// A supervisor asks the service to end in the middle of its work: is it gone within ten seconds, and in good order?
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { childrenOf } from '../../scripts/load/process-state.mjs'
import { serveEmbeddings } from '../embed/embeddings-server.ts'
import { begin, event, serveChat } from '../fixtures/chat-server.ts'
import { HOSTILE_FILES } from './hostile/hostile-files.ts'
import { tell } from './share.ts'
import { QUESTION, type SpawnedService, spawnService } from './spawned-service.ts'

/** What supervisors commonly grant before they kill. */
const ENDS_WITHIN_MS = 10_000

describe('the service, asked to end', () => {
  it('while the model talks and does not stop: says so with its last words', async () => {
    const { service, streaming } = await withEndlessAnswer()
    await endsWell(service, 'an answer is streamed')
    expect(await streaming).toMatch(/event: error\ndata: \{"error":\{"code":"not-ready"/)
  })

  it('while reports are learnt', async () => {
    let hangs = false
    const vectors = await serveEmbeddings(() => (hangs ? { answer: () => undefined } : {}))
    onTestFinished(() => vectors.close())
    const service = await spawned({ WENBAO_EMBEDDING_MODEL: `${vectors.url}/v1#hashing` })
    hangs = true
    const asked = vectors.requests.length
    const { job } = await upload(service, '报告.txt', Buffer.from('某馆年报\n\n全年接待读者四十万人次。\n'))
    const events = follow(service, job?.id ?? '')
    await vi.waitFor(() => expect(vectors.requests.length).toBeGreaterThan(asked), { timeout: 20_000 })
    await endsWell(service, 'reports are learnt')
    await events
  })

  it('while a file is read that takes half a minute', async () => {
    const service = await spawned()
    const slow = HOSTILE_FILES.find(({ name }) => name === 'columns.xlsx')
    if (slow === undefined) throw new Error('there is no such file')
    const uploading = upload(service, slow.name, slow.bytes()).catch(() => undefined)
    await vi.waitFor(() => expect(childrenOf(service.process.pid)).toHaveLength(1), { timeout: 20_000 })
    const [child = 0] = childrenOf(service.process.pid)
    await endsWell(service, 'a file is read')
    await uploading
    await vi.waitFor(() => expect(() => process.kill(child, 0)).toThrow('ESRCH'), { timeout: 2_000 })
  })

  it('while the index changes and questions are asked', async () => {
    const service = await spawned()
    let isOver = false
    const changing = (async () => {
      for (let i = 0; !isOver; i += 1) {
        const text = `某馆年报\n\n全年接待读者${i}万人次。\n`
        await upload(service, '报告.txt', Buffer.from(text)).catch(() => undefined)
      }
    })()
    await upload(service, '又一份.txt', Buffer.from('某馆年报\n\n全年接待读者四十万人次。\n'))
    await endsWell(service, 'the index changes')
    isOver = true
    await changing
  })

  it('and asked a second time: ends at once', async () => {
    const { service, streaming } = await withEndlessAnswer()
    service.process.terminate()
    // It listens on until its last answer: what says that it is ending has heard the first signal.
    await vi.waitFor(async () => expect((await fetch(`${service.url}/ready`)).status).toBe(503), {
      timeout: 5_000,
    })
    service.process.terminate()
    const started = performance.now()
    expect((await service.process.ended).code).toBe(null)
    expect(performance.now() - started).toBeLessThan(2_000)
    await streaming
  })
})

async function spawned(env: Readonly<Record<string, string>> = {}): Promise<SpawnedService> {
  const service = await spawnService(env)
  onTestFinished(() => service.close())
  return service
}

async function withEndlessAnswer() {
  let begun = () => {}
  const talking = new Promise<void>((resolve) => {
    begun = resolve
  })
  const model = await serveChat((response) => {
    begin(response)
    response.write(event('全年'))
    begun()
  })
  onTestFinished(() => model.close())
  const service = await spawned({ OPENAI_BASE_URL: `${model.url}/v1`, WENBAO_CHAT_MODEL: 'endless' })
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ question: QUESTION, stream: true })
  const response = await fetch(`${service.url}/api/ask`, { method: 'POST', headers, body })
  const streaming = response.text().catch(() => '')
  await talking
  return { service, streaming }
}

async function endsWell(service: SpawnedService, what: string): Promise<void> {
  const started = performance.now()
  service.process.terminate()
  const { code, stderr } = await service.process.ended
  const ms = performance.now() - started
  tell(`asked to end while ${what}`, { 'exit code': String(code), ms: Math.round(ms) })
  expect([code, stderr]).toEqual([0, expect.not.stringContaining('Error')])
  expect(ms).toBeLessThan(ENDS_WITHIN_MS)
}

async function upload({ url }: SpawnedService, name: string, bytes: Uint8Array) {
  const form = new FormData()
  form.append('files', new File([Buffer.from(bytes)], name))
  const reply = await fetch(`${url}/api/documents`, { method: 'POST', body: form })
  return (await reply.json()) as { job?: { id: string } }
}

async function follow({ url }: SpawnedService, id: string): Promise<string> {
  const headers = { accept: 'text/event-stream' }
  const reply = await fetch(`${url}/api/jobs/${id}`, { headers })
  return reply.text().catch(() => '')
}
