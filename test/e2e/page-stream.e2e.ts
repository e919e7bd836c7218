import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  begin,
  type ChatServer,
  DONE,
  event,
  failing,
  type Play,
  saying,
  serveChat,
} from '../fixtures/chat-server.ts'
import { type Deferred, defer } from '../fixtures/deferred.ts'
import { seriousFaults } from './accessibility.ts'
import { describeInBrowser, PHONE } from './browser.ts'
import { ANSWERED, ask, jumps, send, watchJumps } from './page-visit.ts'
import { type RunningService, startService } from './service.ts'

const SUPPORTED = '大连医科大学附属第二医院十年间请来学科带头人和学术骨干39人。[1]'
/** Without a number that could be put right, so that it stays and is marked. */
const DOUBTED = '大连医科大学附属第二医院的学科带头人都住在医院附近的小区里。[1]'
const MORE = '大连医科大学附属第二医院拿出的资助超过8000万元。[1]'

let model: ChatServer
let service: RunningService
let play: Play
beforeAll(async () => {
  model = await serveChat((response, request) => play(response, request))
  service = await startService({
    OPENAI_BASE_URL: `${model.url}/v1`,
    WENBAO_CHAT_MODEL: 'scripted',
    WENBAO_CHAT_RETRIES: '0',
    WENBAO_ANSWER_MODE: 'mark',
  })
})
afterAll(async () => {
  await service?.stop()
  await model?.close()
})
const hosts = () => [new URL(service.url).host]

/** Says one sentence after the other, each when its turn has come; nothing more once nobody listens. */
function sayingInTurn(
  ...sentences: readonly { readonly text: string; readonly turn: Deferred<void> }[]
): Play {
  return async (response) => {
    begin(response)
    const left = new Promise<void>((resolve) => response.once('close', resolve))
    for (const { text, turn } of sentences) {
      await Promise.race([turn.promise, left])
      if (!response.destroyed) response.write(event(text))
    }
    response.end(DONE)
  }
}

describeInBrowser('an answer under way', (withPage) => {
  it.each([
    ['a desk', {}],
    ['a phone', { viewport: PHONE, hasTouch: true, isMobile: true }],
  ])('moves nothing that is there already, on %s', (_, device) =>
    withPage({ hosts: hosts(), ...device }, async ({ page, shoot }) => {
      const sentences = [SUPPORTED, DOUBTED, MORE].map((text) => ({ text, turn: defer<void>() }))
      play = sayingInTurn(...sentences)
      await page.goto(service.url)
      await page.getByText('已收录的报告').waitFor()
      await watchJumps(page)
      await send(page, ANSWERED)
      const text = page.locator('.answer-text')
      await page.getByText('正在作答').waitFor()
      for (const [place, { turn }] of sentences.entries()) {
        turn.resolve()
        // A sentence is whole, and may leave, when the next one begins.
        await expect.poll(() => text.locator('.cite').count()).toBeGreaterThanOrEqual(place)
      }
      await expect.poll(() => page.locator('.turn').getAttribute('aria-busy')).toBe('false')
      expect(await text.innerText()).toContain('8000万元')
      expect(await text.locator('.verdict').count()).toBe(1)
      expect(await page.locator('.state').innerText()).toBe('由语言模型撰写 · 1 句存疑')
      expect(await page.locator('.doubts').innerText()).toContain('小区')
      expect(await jumps(page)).toBe(0)
      expect(await seriousFaults(page)).toEqual([])
      await shoot(`stream-${device.viewport ? 'phone' : 'desk'}`)
    }),
  )

  it('is stopped by a button, and the work for it as well', () =>
    withPage({ hosts: hosts() }, async ({ page, shoot }) => {
      const never = { text: MORE, turn: defer<void>() }
      const first = { text: SUPPORTED + MORE, turn: defer<void>() }
      play = sayingInTurn(first, never)
      first.turn.resolve()
      await page.goto(service.url)
      await send(page, ANSWERED)
      await page.locator('.answer-text .cite').first().waitFor()
      await page.getByRole('button', { name: '停止' }).click()
      await page.getByText('已停止').waitFor()
      expect(await page.locator('.answer-text').innerText()).toContain('39人')
      await expect.poll(() => model.open()).toBe(0)
      await shoot('stream-stopped')
      play = saying(SUPPORTED)
      await page.getByRole('button', { name: '重试' }).click()
      await expect.poll(() => page.locator('.state').innerText()).toBe('由语言模型撰写 · 每句均已核对')
      expect(await page.locator('.turn').count()).toBe(1)
    }))

  it('is there as stopped after a reload, below what was said before', () =>
    withPage({ hosts: hosts() }, async ({ page }) => {
      play = saying(SUPPORTED)
      await page.goto(service.url)
      await ask(page, ANSWERED)
      const first = { text: SUPPORTED + MORE, turn: defer<void>() }
      play = sayingInTurn(first, { text: MORE, turn: defer<void>() })
      first.turn.resolve()
      await send(page, '那经费是多少？')
      const turn = page.locator('.turn').nth(1)
      await turn.locator('.answer-text .cite').first().waitFor()
      await page.reload()
      await turn.getByText('已停止').waitFor()
      expect(await page.locator('.turn').count()).toBe(2)
      play = saying(SUPPORTED)
      await turn.getByRole('button', { name: '重试' }).click()
      await expect.poll(() => turn.locator('.state').innerText()).toBe('由语言模型撰写 · 每句均已核对')
    }))

  it('says when the language model was of no use', () =>
    withPage({ hosts: hosts() }, async ({ page, shoot }) => {
      play = failing(500)
      await page.goto(service.url)
      const turn = await ask(page, ANSWERED)
      expect(await turn.locator('.notice').innerText()).toContain('语言模型未能作答')
      expect(await turn.locator('.answer-text').innerText()).toContain('39人')
      await shoot('stream-degraded')
    }))

  it('is copied with its sources', () =>
    withPage({ hosts: hosts(), permissions: ['clipboard-read', 'clipboard-write'] }, async ({ page }) => {
      play = saying(SUPPORTED)
      await page.goto(service.url)
      const turn = await ask(page, ANSWERED)
      await turn.getByRole('button', { name: '复制' }).click()
      await turn.getByText('已复制，含出处').waitFor()
      const copied = await page.evaluate(() => navigator.clipboard.readText())
      expect(copied.startsWith(`${SUPPORTED}\n\n出处：\n[1] 大连医科大学附属第二医院`)).toBe(true)
      expect(copied).toContain(`    ${service.url}/d/`)
    }))
})
