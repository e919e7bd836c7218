// From where does a request come? The address behind the proxies that are trusted, and behind no other.
import { BlockList, isIP, isIPv6 } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** An address, or a word where there is no socket. */
export type ClientAddress = (c: Context) => string

/** IPv6 gives a single customer this many leading bits; whoever has them has every address below. */
const IPV6_CUSTOMER_BITS = 64
const BITS_PER_GROUP = 16
const GROUPS = 8

/**
 * Each proxy adds at the end of X-Forwarded-For whom it heard from, so the list is read from its end and only as far as trusted
 * proxies wrote it: what stands before is the client's own say.
 *
 * @param trustedProxies addresses, or networks as `address/bits`
 */
export function clientAddressBehind(trustedProxies: readonly string[]): ClientAddress {
  const trusted = new BlockList()
  for (const entry of trustedProxies) {
    const [address = '', bits] = entry.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    trusted.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family)
  }
  const isTrusted = (address: string) =>
    isIP(address) !== 0 && trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
  return (c) => {
    let address = socketAddress(c)
    const forwarded = c.req.header('x-forwarded-for')?.split(',') ?? []
    while (isTrusted(address)) {
      const before = plainAddress(forwarded.pop() ?? '')
      if (isIP(before) === 0) break
      address = before
    }
    return address
  }
}

/** What counts as one client: an IPv4 address, or an IPv6 customer's network. */
export function countedAs(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter((group) => group !== '')
  const rest = tail?.split(':').filter((group) => group !== '') ?? []
  const zeros = Array<string>(Math.max(0, GROUPS - groups.length - rest.length)).fill('0')
  const all = tail === undefined ? groups : [...groups, ...zeros, ...rest]
  return `${all
    .slice(0, IPV6_CUSTOMER_BITS / BITS_PER_GROUP)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/${IPV6_CUSTOMER_BITS}`
}

function socketAddress(c: Context): string {
  // Without a socket, as in `app.request`, there is no environment to ask.
  if (c.env?.incoming === undefined) return 'no socket'
  return plainAddress(getConnInfo(c).remote.address ?? '')
}

/** Some proxies write ports, and brackets around IPv6; a socket open to both families shows IPv4 as `::ffff:…`. */
function plainAddress(written: string): string {
  const text = written.trim()
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1]
  const address = bracketed ?? text.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
  return address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
}
