// Who may ask? Keys as they are set, made and recognised; a key itself is never kept, only its hash.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** `admin` may do everything; `read` and `write` include nothing else, so that what only delivers reports can't read them. */
export const SCOPES = ['read', 'write', 'admin'] as const

export type Scope = (typeof SCOPES)[number]

export interface ApiKey {
  /** For the log and the limits; unique among the keys set. */
  readonly name: string
  readonly scopes: readonly Scope[]
  /** SHA-256 of the key, 64 lower-case hex digits. */
  readonly hash: string
}

export const KEY_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

/** What stands between the entries of a setting: neither occurs in a key. */
const BETWEEN_ENTRIES = /[\s,;]+/
const ENTRY = /^([^:]+):([^:]+):([^:]+)$/
const HASHED = /^sha256-([0-9a-f]{64})$/
/** Letters that pass through a header, a shell and a settings file unharmed. */
const PLAIN = /^[A-Za-z0-9._~+/=-]+$/
/** A key of fewer letters can be guessed by those who get hold of its hash. */
const LEAST_LETTERS = 16
/** 256 bits: nobody tries them all, so a plain hash guards it as well as a slow one would. */
const KEY_BYTES = 32
const KEY_PREFIX = 'wb_'

/**
 * Reads `name:scopes:sha256-HASH` or `name:scopes:KEY`, several separated by commas or blanks; scopes are joined by `+`.
 *
 * @returns what is at fault in words that never hold the key
 */
export function readKeys(setting: string): { readonly keys: readonly ApiKey[]; readonly faults: string[] } {
  const keys: ApiKey[] = []
  const faults: string[] = []
  const entries = setting.split(BETWEEN_ENTRIES).filter((entry) => entry !== '')
  for (const [i, entry] of entries.entries()) {
    const read = readEntry(entry)
    if ('fault' in read) faults.push(`entry ${i + 1}: ${read.fault}`)
    else if (keys.some(({ name }) => name === read.name)) {
      faults.push(`entry ${i + 1}: expected a name of its own, got one of an entry before`)
    } else keys.push(read)
  }
  return { keys, faults }
}

function readEntry(entry: string): ApiKey | { readonly fault: string } {
  const [, name = '', scopeList = '', secret = ''] = ENTRY.exec(entry) ?? []
  if (!KEY_NAME.test(name)) {
    return { fault: 'expected name:scopes:sha256-HASH, got another form; `wenbao key` prints one' }
  }
  const scopes = scopesOf(scopeList)
  if (scopes === undefined) {
    return { fault: `expected scopes of ${SCOPES.join(', ')} joined by +, got others` }
  }
  if (secret.startsWith('sha256-')) {
    const hash = HASHED.exec(secret.toLowerCase())?.[1]
    return hash === undefined
      ? { fault: 'expected 64 hex digits after sha256-, got others' }
      : { name, scopes, hash }
  }
  if (!PLAIN.test(secret)) return { fault: 'expected a key of letters, digits and ._~+/=- alone' }
  if (secret.length < LEAST_LETTERS) {
    return { fault: `expected a key of at least ${LEAST_LETTERS} letters, got a shorter one` }
  }
  return { name, scopes, hash: hashOf(secret) }
}

/** @param list scopes joined by `+` @returns undefined when one of them is unknown */
export function scopesOf(list: string): readonly Scope[] | undefined {
  const asked = list.split('+')
  const known = SCOPES.filter((scope) => asked.includes(scope))
  return known.length === new Set(asked).size ? known : undefined
}

/** As the setting holds it. */
export function writeKey({ name, scopes, hash }: ApiKey): string {
  return `${name}:${scopes.join('+')}:sha256-${hash}`
}

/** @returns a new key to hand out, shown once, and what is kept of it */
export function makeKey(
  name: string,
  scopes: readonly Scope[],
): { readonly secret: string; readonly key: ApiKey } {
  const secret = KEY_PREFIX + randomBytes(KEY_BYTES).toString('base64url')
  return { secret, key: { name, scopes, hash: hashOf(secret) } }
}

/** Compares hashes, every one to its end: the time it takes tells neither which key came near nor how near. */
export function findKey(presented: string, keys: readonly ApiKey[]): ApiKey | undefined {
  const hash = Buffer.from(hashOf(presented), 'hex')
  let found: ApiKey | undefined
  for (const key of keys) if (timingSafeEqual(hash, Buffer.from(key.hash, 'hex'))) found = key
  return found
}

export function mayDo(scope: Scope, granted: readonly Scope[]): boolean {
  return granted.includes(scope) || granted.includes('admin')
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
