// What does an XML part say, element by element? Streamed, so that a part of any size costs no tree.
import { SaxesParser } from 'saxes'
import { faultOf } from '../../faults/fault.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** Office programs nest some dozens deep, tables in tables included. */
const MAX_DEPTH = 512

/** A thousand pages have about two million elements. */
const MAX_ELEMENTS = 10_000_000

/** Characters given to the parser at once. */
const SLICE = 1 << 16

export type Attributes = Readonly<Record<string, string>>

export interface XmlHandler {
  /** @param name without its prefix: `p` for `w:p` and `a:p` */
  open(name: string, attributes: Attributes, prefix: string): void
  close(name: string, prefix: string): void
  text?(text: string): void
}

/** @throws UnreadableFile when it isn't well-formed, is nested too deep, or declares entities */
export function readXml(bytes: Uint8Array, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false })
  let depth = 0
  let elements = 0
  parser.on('doctype', () => {
    throw new UnreadableFile(faultOf('xml-entities'))
  })
  parser.on('error', (error) => {
    throw new UnreadableFile(faultOf('damaged-xml', { detail: error.message }))
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    elements += 1
    if (depth > MAX_DEPTH || elements > MAX_ELEMENTS) {
      throw new UnreadableFile(
        depth > MAX_DEPTH
          ? faultOf('too-deep', { most: MAX_DEPTH })
          : faultOf('too-many-elements', { most: MAX_ELEMENTS }),
      )
    }
    const [prefix, local] = split(name)
    handler.open(local, withoutPrefixes(attributes), prefix)
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    const [prefix, local] = split(name)
    handler.close(local, prefix)
  })
  parser.on('text', (text) => handler.text?.(text))
  parser.on('cdata', (text) => handler.text?.(text))
  const text = decodeXml(bytes)
  for (let at = 0; at < text.length; at += SLICE) parser.write(text.slice(at, at + SLICE))
  parser.close()
}

/** Office programs write UTF-8; UTF-16 is allowed and announces itself. */
function decodeXml(bytes: Uint8Array): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const label = isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8'
  return new TextDecoder(label).decode(bytes)
}

function split(name: string): [prefix: string, local: string] {
  const colon = name.indexOf(':')
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)]
}

/** `w:val` becomes `val`; `r:id` stays beside an `id` of its own. */
function withoutPrefixes(attributes: Readonly<Record<string, string>>): Attributes {
  const plain: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) {
    const [prefix, local] = split(name)
    plain[prefix === 'r' ? name : local] = value
  }
  return plain
}
