// Plain text in any encoding that Chinese reports come in.
import { normaliseText } from '../../text/unicode.ts'
import { decodeText } from '../decode.ts'
import type { Format, FormatText } from './format.ts'

export const plainText: Format = {
  kind: 'text',
  name: 'text',
  extensions: ['.txt', '.text'],
  readText: readEncoded,
}

export function readEncoded(bytes: Uint8Array): FormatText | undefined {
  const decoded = decodeText(bytes)
  if (decoded === undefined) return undefined
  const { name, decidedBy, damagedCharacters } = decoded
  return { text: normaliseText(decoded.text), encoding: { name, decidedBy, damagedCharacters } }
}
