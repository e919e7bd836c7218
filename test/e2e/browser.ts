// Debian's Chromium without a window: one browser for a file of tests, a fresh profile for every visit.
import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Seen, watch } from './watch.ts'

/** Screenshots, kept with the run and not in git. */
const ARTEFACTS = fileURLToPath(new URL('../../artefacts/', import.meta.url))

/** Where Chromium lies on Debian, Ubuntu and Fedora; CHROMIUM names another. */
const USUAL_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser']

/** Wide enough for the outline beside a report. */
const DESK = { width: 1280, height: 800 }
/** Among the narrowest phones in use. */
export const PHONE = { width: 360, height: 740 }

export interface Visit {
  readonly page: Page
  /** What went wrong or out while the page was open; complete at any time. */
  readonly seen: Seen
  /** Leaves `artefacts/NAME.png`. */
  shoot(name: string): Promise<void>
}

export interface VisitOptions extends BrowserContextOptions {
  /** Hosts with ports that requests may go to; of the service and the host page. */
  readonly hosts: readonly string[]
  /** Whoever visits checks `seen` alone. Default false: at the end nothing may have gone wrong. */
  readonly expectsTrouble?: boolean
}

export type WithPage = (options: VisitOptions, body: (visit: Visit) => Promise<void>) => Promise<void>

/**
 * A `describe` that needs a browser. Without one its tests fail in CI and are left out elsewhere, with the reason printed.
 *
 * @param body gets `withPage`, which opens a fresh profile and closes it again
 */
export function describeInBrowser(name: string, body: (withPage: WithPage) => void): void {
  const path = chromiumPath()
  if (path !== undefined) {
    describe(name, () => body(openBrowser(path)))
    return
  }
  const reason = `No Chromium: none of ${USUAL_PATHS.join(', ')} can be run. Install it (apt-get install chromium) or name one in CHROMIUM.`
  if (process.env['CI']) {
    describe(name, () => {
      it('finds a browser', () => expect.fail(reason))
    })
    return
  }
  console.warn(`${name}: left out. ${reason}`)
  describe.skip(name, () => body(() => Promise.reject(new Error(reason))))
}

function openBrowser(executablePath: string): WithPage {
  let browser: Browser | undefined
  beforeAll(async () => {
    // Names other than this machine's resolve to nothing, so that no test leans on the network.
    const args = [
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      '--disable-gpu',
    ]
    browser = await chromium.launch({ executablePath, args })
  })
  afterAll(() => browser?.close())
  return async ({ hosts, expectsTrouble = false, ...options }, body) => {
    if (browser === undefined) throw new Error('Expected withPage to be called inside a test.')
    const context = await browser.newContext({ viewport: DESK, locale: 'zh-CN', ...options })
    try {
      const seen = await watch(context, hosts)
      const page = await context.newPage()
      await body({ page, seen, shoot: (name) => shoot(page, name) })
      if (!expectsTrouble) expect(seen).toEqual({ faults: [], violations: [], foreign: [] })
    } finally {
      await context.close()
    }
  }
}

async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(ARTEFACTS, { recursive: true })
  await page.screenshot({ path: join(ARTEFACTS, `${name}.png`) })
}

function chromiumPath(): string | undefined {
  const named = process.env['CHROMIUM']
  return (named ? [named] : USUAL_PATHS).find((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
