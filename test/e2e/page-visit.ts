// How does a reader use the page? What every test of it does: ask, wait for the answer, look.

import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Answered by one sentence of one report of corpus/. */
export const ANSWERED = '大医二院引进了多少学科带头人？'
/** Of an organisation that no report of corpus/ is about. */
export const REFUSED = '火星医院的门诊量是多少？'
/** With a short name that three hospitals of corpus/ share. */
export const AMBIGUOUS = '二院引进了多少学科带头人？'

export function questionField(page: Page): Locator {
  return page.getByRole('textbox', { name: '问题' })
}

/** Writes a question and sends it by Enter, without waiting for anything. */
export async function send(page: Page, question: string): Promise<void> {
  await questionField(page).fill(question)
  await questionField(page).press('Enter')
}

/** @returns the turn, once its answer is whole */
export async function ask(page: Page, question: string): Promise<Locator> {
  const before = await page.locator('.turn').count()
  await send(page, question)
  const turn = page.locator('.turn').nth(before)
  await expect.poll(() => turn.getAttribute('aria-busy')).toBe('false')
  return turn
}

/** Sums what jumped from now on, but for what the reader did; see `jumps`. */
export async function watchJumps(page: Page): Promise<void> {
  await page.evaluate(() => {
    Reflect.set(window, 'jumps', 0)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (Reflect.get(entry, 'hadRecentInput') === true) continue
        Reflect.set(window, 'jumps', Reflect.get(window, 'jumps') + Reflect.get(entry, 'value'))
      }
    }).observe({ type: 'layout-shift' })
  })
}

/** @returns the sum of the browser's layout shift scores, after it has drawn what is there now */
export function jumps(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(Reflect.get(window, 'jumps'))))
      }),
  )
}
