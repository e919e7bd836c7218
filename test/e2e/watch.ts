// What goes wrong or out while a page is open? Console errors, breaches of the security policy, requests to other hosts.
import type { BrowserContext } from 'playwright-core'

export interface Seen {
  /** Errors in the console and exceptions nobody caught. */
  readonly faults: string[]
  /** `directive blocked-address`, of every frame. */
  readonly violations: string[]
  /** Addresses of requests to hosts that weren't named, made or tried. */
  readonly foreign: string[]
}

/** Name of the function in the page that hands a breach over to us. */
const BINDING = '__reportViolation'

/** @param hosts names with ports, as in `127.0.0.1:8787` */
export async function watch(context: BrowserContext, hosts: readonly string[]): Promise<Seen> {
  const seen: Seen = { faults: [], violations: [], foreign: [] }
  context.on('console', (message) => {
    if (message.type() === 'error') seen.faults.push(message.text())
  })
  context.on('weberror', (error) => seen.faults.push(error.error().message))
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (/^(https?|wss?):$/.test(protocol) && !hosts.includes(host)) seen.foreign.push(request.url())
  })
  await context.exposeBinding(BINDING, (_source, violation: string) => void seen.violations.push(violation))
  await context.addInitScript((name) => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      const report: unknown = Reflect.get(window, name)
      if (typeof report === 'function') report(`${effectiveDirective} ${blockedURI}`)
    })
  }, BINDING)
  return seen
}
