// Markup in a report, a title, a name, a question and a model's answer: text on the page, and never an element of it.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser } from './browser.ts'
import { ask } from './page-visit.ts'
import { type RunningService, startService } from './service.ts'

const MARKUP = [
  '<img src=x onerror="window.hit=1">',
  '<script>window.hit=1</script>',
  '</script><svg onload="window.hit=1">',
  '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>',
  '<a href="javascript:window.hit=1">点</a>',
  '[点](javascript:window.hit=1)',
  '![x](http://evil.example/x.png)',
  '<style>*{display:none}</style>',
  '<form action=http://evil.example><input name=a></form>',
  '&lt;img src=x onerror=window.hit=1&gt;',
  '\u2028</script>',
].join(' ')
const NAME = "年报<img src=x onerror='window.hit=1'>.md"
const REPORT = `---
title: '青屿县图书馆2024年总结<svg onload="window.hit=1">'
organisation: 青屿县图书馆
---
# 青屿县图书馆2024年总结<svg onload="window.hit=1">

## 一、馆藏<img src=x onerror="window.hit=1">

青屿县图书馆现有藏书90万册${MARKUP}，比上年增加3万册。
`

/** Elements of the page that its own sources never make, and those that would do something. */
async function strangersOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter(
        (element) =>
          /^(?:IFRAME|OBJECT|EMBED|STYLE|BASE|META\[http-equiv\])$/.test(element.tagName) ||
          (element.tagName === 'SCRIPT' && !element.getAttribute('src')?.startsWith('/assets/')) ||
          (element.tagName === 'IMG' && element.getAttribute('src') === 'x') ||
          [...element.attributes].some(
            ({ name, value }) => name.startsWith('on') || /^\s*(?:javascript|data|vbscript):/i.test(value),
          ),
      )
      .map((element) => element.outerHTML.slice(0, 100)),
  )
}

const model = createServer((_, response) => {
  const content = `青屿县图书馆现有藏书90万册${MARKUP}[1]。`
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.end(`data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\ndata: [DONE]\n\n`)
})
let service: RunningService
beforeAll(async () => {
  await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve))
  const { port } = model.address() as AddressInfo // a listening TCP server has one
  service = await startService({
    OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
    WENBAO_CHAT_MODEL: 'marked-up',
  })
  const form = new FormData()
  form.append('files', new Blob([REPORT]), NAME)
  const reply = await fetch(`${service.url}/api/documents`, { method: 'POST', body: form })
  const { job } = await reply.json()
  const accept = { accept: 'text/event-stream' }
  await (await fetch(`${service.url}/api/jobs/${job.id}`, { headers: accept })).text()
})
afterAll(async () => {
  await service?.stop()
  model.close()
})

describeInBrowser('markup that somebody else wrote', (withPage) => {
  it('is text in an answer, its proof, the passages and the report', () =>
    withPage({ hosts: [new URL(service.url).host] }, async ({ page }) => {
      await page.goto(service.url)
      const turn = await ask(page, `青屿县图书馆现有藏书多少册？${MARKUP}`)
      expect(await turn.innerText()).toContain('90万册')
      expect(await turn.innerText()).toContain('<script>window.hit=1</script>')
      await turn.locator('.answer-text a.cite').first().click()
      const panel = page.getByRole('complementary', { name: '原文' })
      await expect.poll(() => panel.innerText()).toContain('<img src=x onerror="window.hit=1">')
      expect(await strangersOf(page)).toEqual([])
      expect(await page.evaluate(() => 'hit' in window)).toBe(false)
    }))

  it('is text in the list of reports and in the report by itself', () =>
    withPage({ hosts: [new URL(service.url).host] }, async ({ page }) => {
      const { documents } = await (await fetch(`${service.url}/api/documents`)).json()
      const { id } = documents.find(({ path }: { path: string }) => path.endsWith(NAME))
      await page.goto(`${service.url}/d/${id}`)
      await expect.poll(() => page.locator('body').innerText()).toContain('<svg onload="window.hit=1">')
      expect(await strangersOf(page)).toEqual([])
      expect(await page.evaluate(() => 'hit' in window)).toBe(false)
    }))
})
