import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seriousFaults } from './accessibility.ts'
import { describeInBrowser, PHONE } from './browser.ts'
import { AMBIGUOUS, ANSWERED, ask, questionField, REFUSED } from './page-visit.ts'
import { type RunningService, startService } from './service.ts'

let service: RunningService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service?.stop())
const hosts = () => [new URL(service.url).host]

describeInBrowser('the page', (withPage) => {
  it('answers, and lights in the report what it cites', () =>
    withPage({ hosts: hosts() }, async ({ page, shoot }) => {
      await page.goto(service.url)
      await page.getByText('已收录的报告').waitFor()
      expect(await seriousFaults(page)).toEqual([])
      await shoot('page-start')
      const turn = await ask(page, ANSWERED)
      expect(await turn.locator('.state').innerText()).toBe('摘自报告原文 · 每句均已核对')
      const chip = turn.locator('.answer-text a.cite').first()
      await chip.click()
      const panel = page.getByRole('complementary', { name: '原文' })
      const lit = panel.locator('mark.lit')
      await expect.poll(() => lit.innerText()).toContain('39人')
      expect(await isInView(lit)).toBe(true)
      expect(
        await panel.getByRole('navigation', { name: '目录' }).locator('[aria-current]').innerText(),
      ).toBe('完善治理机制走稳发展路')
      expect(await seriousFaults(page)).toEqual([])
      await shoot('page-answer')
      await page.keyboard.press('Escape')
      await expect.poll(() => panel.count()).toBe(0)
      expect(await chip.evaluate((element) => element === document.activeElement)).toBe(true)
    }))

  it('shows why these passages, in the dark as well', () =>
    withPage({ hosts: hosts(), colorScheme: 'dark' }, async ({ page, shoot }) => {
      await page.goto(service.url)
      const turn = await ask(page, ANSWERED)
      await turn.getByRole('button', { name: '为什么是这些段落' }).click()
      const trace = turn.locator('.trace')
      expect(await trace.locator('.facts-list').innerText()).toContain('只在大连医科大学附属第二医院中查找')
      expect(await trace.locator('.passage').count()).toBeGreaterThan(3)
      await trace.locator('summary').first().click()
      expect(await trace.locator('table').first().innerText()).toContain('段落语义')
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
        'rgb(20, 23, 26)',
      )
      expect(await seriousFaults(page)).toEqual([])
      await shoot('page-why-dark')
    }))

  it('refuses with the reason and what comes nearest', () =>
    withPage({ hosts: hosts() }, async ({ page, shoot }) => {
      await page.goto(service.url)
      const turn = await ask(page, REFUSED)
      expect(await turn.innerText()).toContain('报告里没有“火星医院”')
      await turn.locator('.nearest .where-title').first().click()
      await page.locator('.panel mark.lit').first().waitFor()
      expect(await seriousFaults(page)).toEqual([])
      await shoot('page-refused')
    }))

  it('asks which one is meant, and asks on with the name that was chosen', () =>
    withPage({ hosts: hosts() }, async ({ page, shoot }) => {
      await page.goto(service.url)
      const turn = await ask(page, AMBIGUOUS)
      expect(await turn.getByRole('group', { name: '您问的是哪一家？' }).getByRole('button').count()).toBe(3)
      await shoot('page-choice')
      await turn.getByRole('button', { name: /^大连医科大学附属第二医院/ }).click()
      const chosen = page.locator('.turn').nth(1)
      await expect.poll(() => chosen.getAttribute('aria-busy')).toBe('false')
      expect(await chosen.locator('.asked').innerText()).toBe(
        '大连医科大学附属第二医院引进了多少学科带头人？',
      )
      expect(await chosen.locator('.answer-text').innerText()).toContain('39人')
    }))

  it('tells a follow-up what was said before, keeps it over a reload, and forgets it for a new topic', () =>
    withPage({ hosts: hosts() }, async ({ page }) => {
      await page.goto(service.url)
      await ask(page, ANSWERED)
      const request = page.waitForRequest('**/api/ask')
      await ask(page, '那经费是多少？')
      const { history } = (await request).postDataJSON()
      expect(history.map(({ role }: { role: string }) => role)).toEqual(['user', 'assistant'])
      expect(history[0].content).toBe(ANSWERED)
      await page.reload()
      await expect.poll(() => page.locator('.turn').count()).toBe(2)
      await page.getByRole('button', { name: '新对话' }).click()
      await expect.poll(() => page.locator('.turn').count()).toBe(0)
      await expect.poll(() => new URL(page.url()).hash).toBe('')
    }))

  it('has kept an answer by the time it is seen', () =>
    withPage({ hosts: hosts() }, async ({ page }) => {
      await page.goto(service.url)
      await watchWhatIsKept(page)
      await ask(page, ANSWERED)
      await ask(page, '那经费是多少？')
      expect(await page.evaluate(() => Reflect.get(window, 'keptWhenSeen'))).toEqual([
        { turns: 1, question: ANSWERED },
        { turns: 2, question: '那经费是多少？' },
      ])
    }))

  it('asks the question of a link', () =>
    withPage({ hosts: hosts() }, async ({ page }) => {
      await page.goto(`${service.url}/#${new URLSearchParams({ q: ANSWERED })}`)
      await expect.poll(() => page.locator('.answer-text').innerText()).toContain('39人')
      expect(await page.title()).toBe(`${ANSWERED} · 问报`)
    }))

  it('searches, and shows more when asked', () =>
    withPage({ hosts: hosts() }, async ({ page, shoot }) => {
      await page.goto(service.url)
      await page.getByText('查原文', { exact: true }).click()
      const turn = await ask(page, '便民服务')
      expect(await turn.locator('.state').innerText()).toBe('找到 15 段')
      await turn.getByRole('button', { name: '显示更多' }).click()
      await expect.poll(() => page.locator('.passage').count()).toBeGreaterThan(40)
      expect(await seriousFaults(page)).toEqual([])
      await shoot('page-search')
    }))

  it('holds on a narrow phone, where the report covers the page and the way back uncovers it', () =>
    withPage({ hosts: hosts(), viewport: PHONE, hasTouch: true, isMobile: true }, async ({ page, shoot }) => {
      await page.goto(service.url)
      await page.getByText('已收录的报告').waitFor()
      await shoot('page-phone-start')
      const turn = await ask(page, ANSWERED)
      await shoot('page-phone-answer')
      expect(await seriousFaults(page)).toEqual([])
      await turn.locator('.answer-text a.cite').first().tap()
      const panel = page.getByRole('dialog', { name: '原文' })
      await panel.locator('mark.lit').waitFor()
      expect(await isInView(panel.locator('mark.lit'))).toBe(true)
      expect(await page.locator('main').evaluate((main) => main.inert)).toBe(true)
      expect(await seriousFaults(page)).toEqual([])
      await shoot('page-phone-report')
      await page.goBack()
      await expect.poll(() => panel.count()).toBe(0)
      const widest = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(widest).toBe(PHONE.width)
    }))

  it('speaks English to a browser that asks for it', () =>
    withPage({ hosts: hosts(), locale: 'en-GB' }, async ({ page, shoot }) => {
      await page.goto(service.url)
      await page.getByRole('heading', { name: 'Ask the reports, read what they say' }).waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
      await shoot('page-english')
      await page.getByRole('button', { name: '中文' }).click()
      await page.getByRole('heading', { name: '向报告提问，看原文怎么说' }).waitFor()
    }))

  it('asks for a key where one is demanded, and keeps it for this tab alone', () =>
    withPage({ hosts: hosts(), expectsTrouble: true }, async ({ page, shoot }) => {
      await page.route('**/api/**', async (route) => {
        const isRight = (await route.request().headerValue('authorization')) === 'Bearer right'
        if (isRight) return route.continue()
        return route.fulfill({ status: 401, json: { error: { code: 'unauthorised', message: 'x' } } })
      })
      await page.goto(service.url)
      const dialog = page.getByRole('dialog', { name: '需要访问密钥' })
      await dialog.getByLabel('密钥').fill('wrong')
      await page.keyboard.press('Enter')
      await dialog.getByText('这个密钥不被接受').waitFor()
      expect(await seriousFaults(page)).toEqual([])
      await shoot('page-key')
      await dialog.getByLabel('密钥').fill('right')
      await dialog.getByRole('button', { name: '进入' }).click()
      await page.getByText('已收录的报告').waitFor()
      expect(
        await page.evaluate(() => [Object.keys(localStorage), sessionStorage.getItem('wenbao-key')]),
      ).toEqual([[], 'right'])
    }))
})

describeInBrowser('the keyboard', (withPage) => {
  it('leads to the question, begins new lines and sends', () =>
    withPage({ hosts: hosts() }, async ({ page }) => {
      await page.goto(service.url)
      await page.getByText('已收录的报告').waitFor()
      await page.getByRole('link', { name: '问报' }).focus()
      await page.keyboard.press('/')
      await page.keyboard.type('大医二院引进了')
      await page.keyboard.press('Shift+Enter')
      await page.keyboard.type('多少学科带头人？')
      expect(await questionField(page).inputValue()).toBe('大医二院引进了\n多少学科带头人？')
      await page.keyboard.press('Enter')
      await page.locator('.turn .answer-text a.cite').first().waitFor()
    }))

  it('leaves Enter to an input method that is composing', () =>
    withPage({ hosts: hosts() }, async ({ page }) => {
      const asked: string[] = []
      page.on('request', (request) => {
        if (request.url().endsWith('/api/ask')) asked.push(request.postDataJSON().question)
      })
      await page.goto(service.url)
      await questionField(page).focus()
      const method = await page.context().newCDPSession(page)
      await method.send('Input.imeSetComposition', {
        text: 'you na xie',
        selectionStart: 10,
        selectionEnd: 10,
      })
      await page.keyboard.press('Enter')
      await questionField(page).dispatchEvent('keydown', { key: 'Enter', keyCode: 229 })
      await method.send('Input.insertText', { text: '有哪些报告？' })
      await page.keyboard.press('Enter')
      await page.locator('.turn .answer-text').waitFor()
      expect(asked).toEqual(['有哪些报告？'])
    }))
})

describeInBrowser('the reader', (withPage) => {
  it('opens a deep link with the range lit, and says when the words were changed since', () =>
    withPage({ hosts: hosts() }, async ({ page, shoot }) => {
      await page.goto(service.url)
      const url = await (await ask(page, ANSWERED))
        .locator('.answer-text a.cite')
        .first()
        .getAttribute('href')
      await page.goto(`${service.url}${url}`)
      await expect.poll(() => page.locator('mark.lit').innerText()).toContain('39人')
      expect(await isInView(page.locator('mark.lit'))).toBe(true)
      expect(await page.getByRole('status').count()).toBe(0)
      expect(await seriousFaults(page)).toEqual([])
      await shoot('reader')
      const otherWords = url?.replace(/-[^-]+-([^-]+)$/, '-aaaaaaaaaa-$1')
      await page.goto(`${service.url}${otherWords}`)
      await page.getByText('引用的这段文字后来有改动').waitFor()
      await page.getByRole('link', { name: '返回提问' }).click()
      await page.locator('.turn .answer-text a.cite').first().waitFor()
    }))

  it('says so where there is no such report', () =>
    withPage({ hosts: hosts(), expectsTrouble: true }, async ({ page }) => {
      await page.goto(`${service.url}/d/0123456789abcdef`)
      await page.getByText('没有这份报告').waitFor()
    }))
})

/** Notes what a reload would find, in the moment in which an answer is done and before the browser draws it. */
async function watchWhatIsKept(page: Page): Promise<void> {
  await page.evaluate(() => {
    const keptWhenSeen: unknown[] = []
    Reflect.set(window, 'keptWhenSeen', keptWhenSeen)
    new MutationObserver((changes) => {
      if (!changes.some(({ target }) => (target as Element).getAttribute('aria-busy') === 'false')) return
      const turns = JSON.parse(sessionStorage.getItem('wenbao-turns') ?? '[]').length
      keptWhenSeen.push({ turns, question: new URLSearchParams(location.hash.slice(1)).get('q') })
    }).observe(document.body, { subtree: true, attributeFilter: ['aria-busy'] })
  })
}

function isInView(element: { evaluate<T>(look: (found: Element) => T): Promise<T> }): Promise<boolean> {
  return element.evaluate((found) => {
    const { top, bottom } = found.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  })
}
