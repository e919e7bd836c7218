// In which encoding is a page? A byte-order mark wins, then what the page says of itself, then the look of the bytes.
import { decodeText } from '../../decode.ts'
import type { Document } from '../../document.ts'

export interface DecodedPage {
  readonly text: string
  readonly encoding: Document['encoding']
}

/** Bytes in which browsers look for it too. */
const SNIFFED = 1024

/** Undefined when the bytes are no text. */
export function decodePage(bytes: Uint8Array): DecodedPage | undefined {
  const hasMark = (bytes[0] === 0xef && bytes[1] === 0xbb) || (bytes[0] ?? 0) >= 0xfe
  const label = hasMark ? undefined : declared(bytes)
  if (label !== undefined) {
    try {
      // A page that says so wrongly isn't valid in the encoding; then the bytes decide.
      const text = new TextDecoder(label, { fatal: true }).decode(bytes)
      return { text, encoding: { name: label, decidedBy: 'meta', damagedCharacters: 0 } }
    } catch {
      // Unknown label, or other bytes than it says.
    }
  }
  const decoded = decodeText(bytes)
  if (decoded === undefined) return undefined
  const { text, name, decidedBy, damagedCharacters } = decoded
  return { text, encoding: { name, decidedBy, damagedCharacters } }
}

function declared(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(SNIFFED, bytes.length)).toString('latin1')
  const label = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-z0-9_-]{2,20})/i.exec(head)?.[1]?.toLowerCase()
  // A page that can be read as ASCII this far is in no UTF-16.
  return label?.startsWith('utf-16') ? 'utf-8' : label
}
