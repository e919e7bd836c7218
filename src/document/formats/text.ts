// Plain text in any encoding that Chinese reports come in.
import { normaliseText } from '../../text/unicode.ts'
import { decodeText } from '../decode.ts'
import type { Format, FormatText } from './format.ts'

export const plainText: Format = {
  kind: 'text',
  name: 'text',
  extensions: ['.txt', '.text'],
  refusal:
    'it is binary, or its characters are in no known encoding (UTF-8, UTF-16, GB18030, Big5) or damaged',
  readText: readEncoded,
}

export function readEncoded(bytes: Uint8Array): FormatText | undefined {
  const decoded = decodeText(bytes)
  if (decoded === undefined) return undefined
  const { name, decidedBy, damagedCharacters } = decoded
  return { text: normaliseText(decoded.text), encoding: { name, decidedBy, damagedCharacters } }
}
