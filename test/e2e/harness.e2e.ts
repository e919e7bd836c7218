import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seriousFaults } from './accessibility.ts'
import { describeInBrowser } from './browser.ts'
import { type RunningService, startService } from './service.ts'

/** A page that does all the forbidden things at once. */
const UNRULY = `<!doctype html><title>x</title><img src="http://elsewhere.example/a.png"><p style="color:red">x</p>
<input><script src="/broken.js"></script>`

describeInBrowser('the harness', (withPage) => {
  let service: RunningService
  beforeAll(async () => {
    service = await startService()
  })
  afterAll(() => service?.stop())

  it('opens the page of the built program', () =>
    withPage({ hosts: [new URL(service.url).host] }, async ({ page, shoot }) => {
      await page.goto(service.url)
      await expect.poll(() => page.title()).not.toBe('')
      await shoot('harness-page')
    }))

  it('notices errors, breaches of the policy, requests to other hosts and what hinders readers', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/broken.js') {
        response.setHeader('content-type', 'text/javascript').end('throw new Error("thrown on purpose")')
        return
      }
      response
        .setHeader('content-security-policy', "style-src 'self'")
        .setHeader('content-type', 'text/html')
        .end(UNRULY)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      const { port } = server.address() as AddressInfo // a listening TCP server has one
      await withPage({ hosts: [`127.0.0.1:${port}`], expectsTrouble: true }, async ({ page, seen }) => {
        await page.goto(`http://127.0.0.1:${port}/`)
        await expect.poll(() => seen.violations).toEqual(['style-src-attr inline'])
        expect(seen.foreign).toEqual(['http://elsewhere.example/a.png'])
        expect(seen.faults).toContain('thrown on purpose')
        expect(await seriousFaults(page)).toContainEqual(expect.stringMatching(/^label: /))
      })
    } finally {
      server.close()
    }
  })
})
