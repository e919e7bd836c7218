// Was this request meant for us? Guards a service on this machine against names that a foreign page points at it.
import { isIPv4 } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import type { AppEnvironment, AppSettings } from '../app-environment.ts'
import { errorResponse } from '../errors.ts'

/** @param host a name or an address, IPv6 with or without brackets */
export function isLoopback(host: string): boolean {
  const name = withoutBrackets(host.toLowerCase())
  return name === 'localhost' || name === '::1' || (isIPv4(name) && name.startsWith('127.'))
}

/**
 * A page elsewhere can let its own name resolve to this machine and then read us as if we were its own site; its name still stands
 * in the Host header. A service open to the network is reached under names we can't know, so there only a given list is checked.
 */
export function checkHost(settings: AppSettings): MiddlewareHandler<AppEnvironment> {
  const isPrivate = isLoopback(settings.host)
  const isChecked = isPrivate || settings.allowedHosts.length > 0
  const publicName = settings.publicUrl && hostName(new URL(settings.publicUrl).host)
  const names = [...settings.allowedHosts, ...(publicName ? [publicName] : [])]
  return async (c, next) => {
    const host = hostName(c.req.header('host') ?? new URL(c.req.url).host)
    const isOurs = (isPrivate && isLoopback(host)) || names.includes(host)
    if (isChecked && !isOurs) {
      const hint = 'Name it in WENBAO_ALLOWED_HOSTS if it is yours.'
      return errorResponse(
        c,
        'foreign-host',
        `This service doesn't answer to the name ${JSON.stringify(host)}.`,
        hint,
      )
    }
    return next()
  }
}

/** Without the port, lower case. */
function hostName(header: string): string {
  return withoutBrackets(header.toLowerCase().replace(/:\d*$/, ''))
}

function withoutBrackets(host: string): string {
  return host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host
}
