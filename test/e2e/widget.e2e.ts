import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { seriousFaults } from './accessibility.ts'
import { describeInBrowser, PHONE } from './browser.ts'
import { type HostPage, openHostPage } from './host-page.ts'
import { type RunningService, startService } from './service.ts'

const QUESTION = '随州市中心医院党建工作怎么做？'

describeInBrowser('the widget', (withPage) => {
  let service: RunningService
  let site: HostPage
  let hosts: string[]

  const tag = (attributes = '') =>
    `<script async src="${service.url}/widget.js" data-app="intranet" ${attributes}></script>`
  const settings = () => ({
    WENBAO_APPS: `intranet=${site.allowed}`,
    // So that nothing is shown to whom nothing was given.
    WENBAO_API_KEYS: 'office:admin:canary-of-the-office',
  })

  beforeAll(async () => {
    site = await openHostPage(() => service.url)
    service = await startService(settings())
    hosts = [service.url, site.allowed, site.other].map((url) => new URL(url).host)
  })
  afterAll(() => Promise.all([service?.stop(), site?.close()]))
  beforeEach(() => site.put(tag()))

  it('answers on the page of another site, and shows there what proves it', () =>
    withPage({ hosts }, async ({ page, shoot }) => {
      await page.goto(site.allowed)
      await launcherOf(page).click()
      const frame = frameOf(page)
      await frame.getByRole('textbox').fill(QUESTION)
      await page.keyboard.press('Enter')
      const citation = frame.locator('a.cite').first()
      await citation.waitFor()
      await shoot('widget-answer')
      await frame.getByRole('button', { name: '复制' }).click()
      await frame.getByText('已复制').waitFor()
      await citation.click()
      const lit = frame.locator('mark').first()
      await lit.waitFor()
      expect((await lit.innerText()).length).toBeGreaterThan(5)
      await shoot('widget-reader')
    }))

  it('asks the service for nothing but the loader until it is opened', () =>
    withPage({ hosts }, async ({ page }) => {
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await page.goto(site.allowed)
      await launcherOf(page).waitFor()
      expect(asked.filter((url) => url.startsWith(service.url))).toEqual([`${service.url}/widget.js`])
    }))

  it('leaves nothing behind: no cookie, nothing in storage, no token the page could read', () =>
    withPage({ hosts }, async ({ page }) => {
      await page.goto(site.allowed)
      await launcherOf(page).click()
      await frameOf(page).getByRole('textbox').waitFor()
      expect(await page.context().cookies()).toEqual([])
      const inner = page.frames().find((frame) => frame.url().startsWith(service.url))
      const stored = await inner?.evaluate(() => {
        try {
          return { ...localStorage, ...sessionStorage }
        } catch {
          // Most browsers let no frame of another site keep anything.
          return {}
        }
      })
      expect(stored).toEqual({})
      expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('wbw_')
      const readable = await page.evaluate(() => {
        try {
          const inner = document.querySelector('wenbao-widget')?.shadowRoot?.querySelector('iframe')
          return String(inner?.contentWindow?.document)
        } catch (error) {
          return (error as Error).name
        }
      })
      expect(readable).toBe('SecurityError')
    }))

  it('stays closed to a site that is not on the list, and says so there', () =>
    withPage({ hosts, expectsTrouble: true }, async ({ page, seen, shoot }) => {
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await page.goto(site.other)
      await launcherOf(page).click()
      const note = page.getByRole('status')
      await expect.poll(() => note.innerText()).toContain('没有允许本网站使用')
      expect(await page.locator('iframe').isVisible()).toBe(false)
      expect(seen.faults.join('\n')).toContain('frame-ancestors')
      expect(asked.filter((url) => /token|\/api\//.test(url))).toEqual([])
      await shoot('widget-blocked')
    }))

  it('leads whoever opens its address by itself to the page of the service', () =>
    withPage({ hosts, expectsTrouble: true }, async ({ page }) => {
      await page.goto(`${service.url}/embed?app=intranet`)
      await page.waitForURL(`${service.url}/`)
    }))

  it('stands on the example page as it is', async () => {
    const example = readFileSync(new URL('../../scripts/widget-host.html', import.meta.url), 'utf8')
    site.putPage(
      example
        .replaceAll('http://127.0.0.1:8787', service.url)
        .replace('data-app="example"', 'data-app="intranet"'),
    )
    await withPage({ hosts }, async ({ page }) => {
      await page.goto(site.allowed)
      await launcherOf(page).click()
      await frameOf(page).getByRole('textbox').waitFor()
    })
  })

  it('puts up one launcher, however often the loader stands on the page', () => {
    site.put(tag() + tag('data-label="zweiter"') + tag().replace('data-app="intranet"', 'data-app="other"'))
    return withPage({ hosts }, async ({ page }) => {
      await page.goto(site.allowed)
      await launcherOf(page).waitFor()
      await page.waitForLoadState('load')
      expect(await page.locator('wenbao-widget').count()).toBe(1)
    })
  })

  it('can be used by keyboard alone, and gives the focus back', () =>
    withPage({ hosts }, async ({ page }) => {
      await page.goto(site.allowed)
      await launcherOf(page).waitFor()
      await page.getByRole('link', { name: '通知' }).focus()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      const question = frameOf(page).getByRole('textbox')
      await expect.poll(() => question.evaluate((field) => document.activeElement === field)).toBe(true)
      await page.keyboard.type(QUESTION)
      await page.keyboard.press('Escape')
      await expect.poll(() => page.getByRole('dialog').isVisible()).toBe(false)
      const focused = () =>
        page.locator('wenbao-widget').evaluate((host) => host.shadowRoot?.activeElement?.className)
      expect(await focused()).toBe('launcher')
      expect(await launcherOf(page).getAttribute('aria-expanded')).toBe('false')
      // What was written is still there.
      await page.keyboard.press('Enter')
      expect(await question.inputValue()).toBe(QUESTION)
    }))

  it('closes with Escape first the report, then the panel', () =>
    withPage({ hosts }, async ({ page }) => {
      await page.goto(site.allowed)
      await launcherOf(page).click()
      const frame = frameOf(page)
      await frame.getByRole('textbox').fill(QUESTION)
      await page.keyboard.press('Enter')
      await frame.locator('a.cite').first().click()
      await frame.locator('mark').first().waitFor()
      await page.keyboard.press('Escape')
      await expect.poll(() => frame.locator('mark').count()).toBe(0)
      expect(await page.getByRole('dialog').isVisible()).toBe(true)
      await page.keyboard.press('Escape')
      await expect.poll(() => page.getByRole('dialog').isVisible()).toBe(false)
    }))

  it('goes on after the service was started anew, with a new token', () =>
    withPage({ hosts, expectsTrouble: true }, async ({ page, seen }) => {
      await page.goto(site.allowed)
      await launcherOf(page).click()
      const frame = frameOf(page)
      // All that the start needs has come.
      await frame.getByText('可以这样问').waitFor()
      const { port } = new URL(service.url)
      await service.stop()
      service = await startService({ ...settings(), WENBAO_PORT: port })
      await frame.getByRole('textbox').fill(QUESTION)
      await page.keyboard.press('Enter')
      await frame.locator('a.cite').first().waitFor()
      // The browser itself notes that the old token was turned down.
      expect(seen.faults.filter((fault) => !fault.includes('401'))).toEqual([])
    }))

  it('looks and speaks as the tag says, and takes no focus that nobody gave it', () => {
    site.put(
      tag(
        'data-language="en" data-position="bottom-left" data-colour="#ffd166" data-label="Ask us" data-open',
      ),
    )
    return withPage({ hosts }, async ({ page, shoot }) => {
      await page.goto(site.allowed)
      const frame = frameOf(page)
      await frame.getByRole('textbox').waitFor()
      expect(await frame.locator('html').getAttribute('lang')).toBe('en')
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
      const look = await launcherOf(page).evaluate((button) => {
        const { backgroundColor, color } = getComputedStyle(button)
        return {
          backgroundColor,
          color,
          isLeft: button.getBoundingClientRect().left < 40,
          says: button.textContent,
        }
      })
      expect(look).toEqual({
        backgroundColor: 'rgb(255, 209, 102)',
        color: 'rgb(17, 17, 17)',
        isLeft: true,
        says: 'Ask us',
      })
      await shoot('widget-english')
    })
  })

  it('takes the whole window of a phone, and can be closed there', () =>
    withPage({ hosts, viewport: PHONE, hasTouch: true }, async ({ page, shoot }) => {
      await page.goto(site.allowed)
      await launcherOf(page).tap()
      await frameOf(page).getByRole('textbox').waitFor()
      const box = await page.getByRole('dialog').boundingBox()
      expect(box).toEqual({ x: 0, y: 0, ...PHONE })
      expect(
        await frameOf(page)
          .locator('html')
          .evaluate((html) => html.scrollWidth <= html.clientWidth),
      ).toBe(true)
      await shoot('widget-phone')
      await page.getByRole('button', { name: '关闭' }).tap()
      await expect.poll(() => launcherOf(page).isVisible()).toBe(true)
    }))

  it.each(['light', 'dark'] as const)('hinders no reader, %s', (colorScheme) =>
    withPage({ hosts, colorScheme }, async ({ page, shoot }) => {
      await page.goto(site.allowed)
      await launcherOf(page).click()
      const frame = frameOf(page)
      await frame.getByText('可以这样问').waitFor()
      expect(await seriousFaults(page)).toEqual([])
      await shoot(`widget-${colorScheme}`)
      await frame.getByRole('textbox').fill(QUESTION)
      await page.keyboard.press('Enter')
      await frame.locator('a.cite').first().waitFor()
      expect(await seriousFaults(page)).toEqual([])
    }),
  )
})

function launcherOf(page: Page) {
  return page.locator('wenbao-widget .launcher')
}

function frameOf(page: Page) {
  return page.frameLocator('iframe')
}
