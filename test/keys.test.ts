import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { findKey, makeKey, mayDo, readKeys, scopesOf, writeKey } from '../src/keys.ts'

const SECRET = 'wb_0123456789abcdef'
const HASH = createHash('sha256').update(SECRET).digest('hex')

describe('readKeys', () => {
  it('reads hashes and keys alike, and keeps only hashes', () => {
    expect(readKeys(`office:read:sha256-${HASH}, loader:write+read:${SECRET}`)).toEqual({
      keys: [
        { name: 'office', scopes: ['read'], hash: HASH },
        { name: 'loader', scopes: ['read', 'write'], hash: HASH },
      ],
      faults: [],
    })
  })

  it('reads entries that stand on lines of their own', () => {
    expect(readKeys(`a:read:${SECRET}\n b:admin:${SECRET}\n`).keys.map(({ name }) => name)).toEqual([
      'a',
      'b',
    ])
  })

  it('holds no keys when nothing is set', () => {
    expect(readKeys('')).toEqual({ keys: [], faults: [] })
  })

  it.each([
    [SECRET, 'expected name:scopes:sha256-HASH, got another form; `wenbao key` prints one'],
    [`read:${SECRET}`, 'expected name:scopes:sha256-HASH, got another form; `wenbao key` prints one'],
    [`办公室:read:${SECRET}`, 'expected name:scopes:sha256-HASH, got another form; `wenbao key` prints one'],
    [`a:all:${SECRET}`, 'expected scopes of read, write, admin joined by +, got others'],
    [`a:read+:${SECRET}`, 'expected scopes of read, write, admin joined by +, got others'],
    ['a:read:sha256-canary', 'expected 64 hex digits after sha256-, got others'],
    ['a:read:canary', 'expected a key of at least 16 letters, got a shorter one'],
    ['a:read:密钥密钥密钥密钥密钥密钥密钥密钥', 'expected a key of letters, digits and ._~+/=- alone'],
  ])('refuses %s without repeating it', (setting, fault) => {
    expect(readKeys(setting)).toEqual({ keys: [], faults: [`entry 1: ${fault}`] })
  })

  it('refuses a second key of the same name', () => {
    expect(readKeys(`a:read:${SECRET},a:admin:${SECRET}`).faults).toEqual([
      'entry 2: expected a name of its own, got one of an entry before',
    ])
  })
})

describe('makeKey', () => {
  it('gives a key that its setting lets in, and another each time', () => {
    const { secret, key } = makeKey('office', ['read'])
    expect(readKeys(writeKey(key)).keys).toEqual([key])
    expect(findKey(secret, [key])).toBe(key)
    expect(makeKey('office', ['read']).secret).not.toBe(secret)
  })
})

describe('findKey', () => {
  const { keys } = readKeys(`a:read:${SECRET},b:read:${SECRET}2`)

  it.each([
    [SECRET, 'a'],
    [`${SECRET}2`, 'b'],
    [`${SECRET}3`, undefined],
    [HASH, undefined],
    ['', undefined],
    ['密钥', undefined],
  ])('finds whose key %j is', (presented, name) => {
    expect(findKey(presented, keys)?.name).toBe(name)
  })
})

describe('scopesOf', () => {
  it('knows scopes in any order, each once', () => {
    expect(scopesOf('admin+read+read')).toEqual(['read', 'admin'])
    expect(scopesOf('')).toBeUndefined()
  })
})

describe('mayDo', () => {
  it('lets admin do everything, and the others only what they are named for', () => {
    const granted = [['read'], ['write'], ['admin']] as const
    const table = granted.map((scopes) => (['read', 'write', 'admin'] as const).map((s) => mayDo(s, scopes)))
    expect(table).toEqual([
      [true, false, false],
      [false, true, false],
      [true, true, true],
    ])
  })
})
