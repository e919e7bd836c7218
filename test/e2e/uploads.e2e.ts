import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import { type HandedFile, pdfReport, scan, sheetReport, wordReport } from '../fixtures/handed-reports.ts'
import { seriousFaults } from './accessibility.ts'
import { describeInBrowser, PHONE } from './browser.ts'
import { ask, questionField } from './page-visit.ts'
import { type RunningService, startEmptyService } from './service.ts'

let service: RunningService | undefined
afterEach(() => service?.stop())

const QUESTION = '文化馆全年接待观众多少人次？'

async function startWith(env: Readonly<Record<string, string>> = {}): Promise<RunningService> {
  service = await startEmptyService(env)
  return service
}

const hostsOf = ({ url }: RunningService) => [new URL(url).host]

describeInBrowser('uploads', (withPage) => {
  it('invite whoever finds no report, and lead from chosen files to an answer that opens its source', async () => {
    const { url } = await startWith()
    await withPage({ hosts: [new URL(url).host] }, async ({ page, shoot }) => {
      await page.goto(url)
      await page.getByRole('heading', { name: '还没有报告' }).waitFor()
      expect(await seriousFaults(page)).toEqual([])
      await shoot('uploads-empty')
      await choose(page, [await wordReport(), pdfReport(), await sheetReport(), scan()])
      await page.getByRole('button', { name: '预览目录 文化馆年报.docx' }).click()
      const preview = page.getByRole('list', { name: '目录' })
      await expect
        .poll(() => preview.getByRole('listitem').allInnerTexts())
        .toEqual(['一、基本情况', '二、群众活动', '三、经费使用'])
      expect(await rows(page).count()).toBe(0)
      expect(await seriousFaults(page)).toEqual([])
      await shoot('uploads-chosen')
      await page.getByRole('button', { name: '上传 4 份' }).click()
      await page.getByText('4 份中收下 3 份').waitFor()
      const refused = rowOf(page, '扫描件.pdf')
      expect(await refused.innerText()).toContain('文件没有文字：1 页都是图片，像是扫描件。')
      for (const name of ['文化馆年报.docx', '供水站报告.pdf', '产量统计.xlsx']) {
        await expect.poll(() => rowOf(page, name).innerText()).toContain('已学习')
      }
      expect(await seriousFaults(page)).toEqual([])
      await shoot('uploads-learnt')

      const turn = await ask(page, QUESTION)
      expect(await turn.locator('.answer-text').innerText()).toContain('三十六万人次')
      await turn.locator('.answer-text a.cite').first().click()
      await expect.poll(() => page.locator('.panel mark.lit').first().innerText()).toContain('三十六万人次')
      await shoot('uploads-answered')
    })
  })

  it('show how far they are while they are sent and learnt', async () => {
    const { url } = await startWith()
    await withPage({ hosts: [new URL(url).host] }, async ({ page }) => {
      await page.goto(url)
      await watchStatus(page)
      await choose(page, [await wordReport(), pdfReport()])
      await page.getByRole('button', { name: '上传 2 份' }).click()
      await page.getByText('2 份已收下。').waitFor()
      const said = await page.evaluate(() => Reflect.get(window, 'statusSaid') as string[])
      expect(said.some((words) => words.startsWith('正在上传：0 / 2 份'))).toBe(true)
      expect(said.some((words) => words.startsWith('正在学习：'))).toBe(true)
    })
  })

  it('replace by name, give back the same bytes, and are deleted after asking once more', async () => {
    const running = await startWith()
    await withPage({ hosts: hostsOf(running) }, async ({ page, shoot }) => {
      await page.goto(running.url)
      const first = await wordReport()
      await upload(page, [first])
      await upload(page, [await wordReport('四十五万人次')])
      await expect.poll(() => rowOf(page, first.name).innerText()).toContain('已替换同名文件')
      expect(await (await ask(page, QUESTION)).locator('.answer-text').innerText()).toContain('四十五万人次')
      await page.getByRole('button', { name: '新对话' }).click()
      await upload(page, [first])
      await expect.poll(() => rowOf(page, first.name).innerText()).toContain('已替换同名文件 · 已学习')

      const saved = page.waitForEvent('download')
      await page.getByRole('button', { name: `下载 ${first.name}` }).click()
      const download = await saved
      expect(download.suggestedFilename()).toBe(first.name)
      expect(readFileSync(await download.path()).equals(first.bytes)).toBe(true)

      await page.getByRole('button', { name: `删除 ${first.name}` }).click()
      await shoot('uploads-delete')
      await page.getByRole('button', { name: `确定删除？ ${first.name}` }).click()
      await page.getByRole('heading', { name: '还没有报告' }).waitFor()
      await expect.poll(() => rows(page).count()).toBe(0)
      const turn = await ask(page, QUESTION)
      expect(await turn.locator('.refusal-message').innerText()).toContain('还没有任何报告')
    })
  })

  it('are there again after a reload, with their outline', async () => {
    const running = await startWith()
    await withPage({ hosts: hostsOf(running), colorScheme: 'dark' }, async ({ page, shoot }) => {
      await page.goto(running.url)
      await upload(page, [pdfReport(), await sheetReport()])
      await expect.poll(() => rowOf(page, '产量统计.xlsx').innerText()).toContain('已学习')
      await page.reload()
      await page.getByText('上传报告', { exact: true }).click()
      await page.getByRole('button', { name: '目录 供水站报告.pdf' }).click()
      await page.getByText('二、维修与服务').waitFor()
      expect(await seriousFaults(page)).toEqual([])
      await shoot('uploads-dark')
    })
  })

  it('can be dropped', async () => {
    const running = await startWith()
    await withPage({ hosts: hostsOf(running) }, async ({ page }) => {
      await page.goto(running.url)
      await drop(page, [await wordReport(), scan()])
      await page.getByRole('button', { name: '不传 扫描件.pdf' }).click()
      await page.getByRole('button', { name: '上传 1 份' }).click()
      await expect.poll(() => rowOf(page, '文化馆年报.docx').innerText()).toContain('已学习')
    })
  })

  it('need no mouse', async () => {
    const running = await startWith()
    await withPage({ hosts: hostsOf(running) }, async ({ page }) => {
      await page.goto(running.url)
      await page.getByRole('heading', { name: '还没有报告' }).waitFor()
      // Asked for early: the browser must know of it before the key is pressed.
      const chooser = page.waitForEvent('filechooser')
      await questionField(page).focus()
      await tabTo(page, (label) => label === 'file')
      await page.keyboard.press('Space')
      await (await chooser).setFiles([payloadOf(await wordReport())])
      await tabTo(page, (label) => label === '预览目录 文化馆年报.docx')
      await page.keyboard.press('Enter')
      await page.getByText('二、群众活动').waitFor()
      await tabTo(page, (label) => label === '上传 1 份')
      await page.keyboard.press('Enter')
      await expect.poll(() => rowOf(page, '文化馆年报.docx').innerText()).toContain('已学习')
      await tabTo(page, (label) => label === '删除 文化馆年报.docx')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Escape')
      expect(await rows(page).count()).toBe(1)
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      await expect.poll(() => rows(page).count()).toBe(0)
    })
  })

  it('hold on a narrow phone', async () => {
    const running = await startWith()
    const phone = { hosts: hostsOf(running), viewport: PHONE, hasTouch: true, isMobile: true }
    await withPage(phone, async ({ page, shoot }) => {
      await page.goto(running.url)
      await page.getByRole('heading', { name: '还没有报告' }).waitFor()
      await shoot('uploads-phone-empty')
      await choose(page, [await wordReport(), await sheetReport(), scan()])
      await page.getByRole('button', { name: '预览目录 产量统计.xlsx' }).tap()
      await page.locator('.understood').waitFor()
      await page.getByRole('button', { name: '上传 3 份' }).scrollIntoViewIfNeeded()
      await shoot('uploads-phone-chosen')
      await page.getByRole('button', { name: '上传 3 份' }).tap()
      await expect.poll(() => rowOf(page, '产量统计.xlsx').innerText()).toContain('已学习')
      await rowOf(page, '产量统计.xlsx').scrollIntoViewIfNeeded()
      expect(await seriousFaults(page)).toEqual([])
      await shoot('uploads-phone-learnt')
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
    })
  })

  it('speak the language of the page, whatever the browser asks for', async () => {
    const running = await startWith()
    await withPage({ hosts: hostsOf(running), locale: 'en-GB' }, async ({ page, shoot }) => {
      await page.goto(running.url)
      await page.getByRole('heading', { name: 'No reports yet' }).waitFor()
      await choose(page, [scan(), { name: 'notes.exe', bytes: Uint8Array.of(1, 2) }])
      await page.getByRole('button', { name: 'Upload 2 files' }).click()
      await expect
        .poll(() => rowOf(page, '扫描件.pdf').innerText())
        .toContain('The file has no text: its pages (1) are pictures')
      await shoot('uploads-english')
      await page.getByRole('button', { name: '中文' }).click()
      await choose(page, [{ name: 'notes.exe', bytes: Uint8Array.of(1, 2) }])
      await page.getByRole('button', { name: '上传 1 份' }).click()
      await expect.poll(() => rowOf(page, 'notes.exe').innerText()).toContain('不支持这种文件格式')
    })
  })

  it('are not offered to whom they are not allowed, who is told where the folder is', async () => {
    const running = await startWith({ WENBAO_API_KEYS: 'reader:read:key-of-the-reader' })
    await withPage({ hosts: hostsOf(running), expectsTrouble: true }, async ({ page, shoot }) => {
      await page.goto(running.url)
      await page.getByRole('dialog').getByLabel('密钥').fill('key-of-the-reader')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: '还没有报告' }).waitFor()
      expect(await page.locator('.no-reports code').innerText()).toMatch(/\/reports$/u)
      expect(await page.locator('.drop-zone').count()).toBe(0)
      expect(await seriousFaults(page)).toEqual([])
      await shoot('uploads-reader')
    })
  })
})

function payloadOf({ name, bytes }: HandedFile) {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) }
}

async function choose(page: Page, files: readonly HandedFile[]): Promise<void> {
  await page.locator('.drop-zone input').setInputFiles(files.map(payloadOf))
}

async function upload(page: Page, files: readonly HandedFile[]): Promise<void> {
  await choose(page, files)
  const reply = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: `上传 ${files.length} 份` }).click()
  await reply
  await page.locator('.under-way').getByText('已收下').waitFor()
}

/** As a file manager does it: the browser gets the files with the event. */
async function drop(page: Page, files: readonly HandedFile[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }))
  const transfer = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer()
    for (const { name, base64 } of files) {
      const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0))
      transfer.items.add(new File([bytes], name))
    }
    return transfer
  }, given)
  const zone = page.locator('.drop-zone')
  await zone.dispatchEvent('dragover', { dataTransfer: transfer })
  await expect.poll(() => zone.getAttribute('class')).toContain('is-over')
  await zone.dispatchEvent('drop', { dataTransfer: transfer })
}

function rows(page: Page): Locator {
  return page.locator('.uploaded > li')
}

function rowOf(page: Page, name: string): Locator {
  return rows(page).filter({ hasText: name })
}

/** Keeps whatever the line of progress says from now on; it may say it for a moment only. */
async function watchStatus(page: Page): Promise<void> {
  await page.locator('.under-way').waitFor({ state: 'attached' })
  await page.evaluate(() => {
    const line = document.querySelector('.under-way')
    const said: string[] = []
    Reflect.set(window, 'statusSaid', said)
    if (line === null) return
    const keep = () => said.push(line.textContent ?? '')
    new MutationObserver(keep).observe(line, { childList: true, subtree: true, characterData: true })
  })
}

/** Further than any page here has places to stop at. */
const MOST_TABS = 60

/** @param isThere by the label of what has the focus, `file` where files are chosen */
async function tabTo(page: Page, isThere: (label: string) => boolean): Promise<void> {
  for (let i = 0; i < MOST_TABS; i++) {
    const label = await page.evaluate(() => {
      const focused = document.activeElement
      if (focused instanceof HTMLInputElement && focused.type === 'file') return 'file'
      return focused?.getAttribute('aria-label') ?? focused?.textContent ?? ''
    })
    if (isThere(label)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Expected to come there by the Tab key.')
}
