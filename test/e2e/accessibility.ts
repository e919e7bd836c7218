// Can everybody use the page? axe-core's rules, run in the page as it stands.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Frame, Page } from 'playwright-core'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/**
 * Runs in the page and in each of its frames, by the debugger's protocol, so a strict security policy needs no exception for it.
 *
 * @returns one line for each fault axe calls serious or critical, with the element it is about
 */
export async function seriousFaults(page: Page): Promise<string[]> {
  const faults = await Promise.all(page.frames().map(faultsIn))
  return faults.flat()
}

async function faultsIn(frame: Frame): Promise<string[]> {
  await frame.evaluate(readFileSync(AXE, 'utf8'))
  const options = JSON.stringify({ resultTypes: ['violations'], iframes: false })
  const { violations } = await frame.evaluate<AxeResults>(`axe.run(document, ${options})`)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`))
}
