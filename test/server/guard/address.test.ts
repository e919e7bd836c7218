import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { clientAddressBehind, countedAs } from '../../../src/server/guard/address.ts'

/** @param socket address that the connection comes from */
async function addressOf(socket: string, forwarded?: string, trusted: string[] = []): Promise<string> {
  const addressIn = clientAddressBehind(trusted)
  const app = new Hono().get('/', (c) => c.text(addressIn(c)))
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  const incoming = { socket: { remoteAddress: socket } }
  return (await app.request('/', { headers }, { incoming })).text()
}

describe('clientAddressBehind', () => {
  it('takes the address of the connection, whatever the client says', async () => {
    expect(await addressOf('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9')
    expect(await addressOf('203.0.113.9', '198.51.100.1', ['10.0.0.1'])).toBe('203.0.113.9')
  })

  it('believes a trusted proxy of whom it heard from, and nobody before', async () => {
    expect(await addressOf('10.0.0.1', '198.51.100.1, 203.0.113.9', ['10.0.0.1'])).toBe('203.0.113.9')
  })

  it('follows a chain of trusted proxies back to the first that is not', async () => {
    const chain = '198.51.100.1, 203.0.113.9, 10.1.1.1, 10.2.2.2'
    expect(await addressOf('10.0.0.1', chain, ['10.0.0.0/8'])).toBe('203.0.113.9')
  })

  it.each([
    ['203.0.113.9:5511', '203.0.113.9'],
    ['[2001:db8::7]:443', '2001:db8::7'],
    ['2001:db8::7', '2001:db8::7'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['unknown', '10.0.0.1'],
    ['', '10.0.0.1'],
  ])('reads %j as %s', async (forwarded, address) => {
    expect(await addressOf('::ffff:10.0.0.1', forwarded, ['10.0.0.1'])).toBe(address)
  })

  it('trusts IPv6 networks', async () => {
    expect(await addressOf('fd00::5', '203.0.113.9', ['fd00::/8'])).toBe('203.0.113.9')
    expect(await addressOf('fe00::5', '203.0.113.9', ['fd00::/8'])).toBe('fe00::5')
  })

  it('has a word for requests that came over no socket', async () => {
    const addressIn = clientAddressBehind([])
    const app = new Hono().get('/', (c) => c.text(addressIn(c)))
    expect(await (await app.request('/')).text()).toBe('no socket')
  })
})

describe('countedAs', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
    ['2001:0db8::', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('counts %s as %s', (address, client) => {
    expect(countedAs(address)).toBe(client)
  })
})
