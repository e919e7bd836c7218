// A ZIP archive byte by byte, so that it can lie: about sizes, and by naming one part many times.
import { crc32, deflateRawSync } from 'node:zlib'

export interface ForgedEntry {
  readonly name: string
  readonly content: Uint8Array
  /** Bytes that it says it unpacks to. */
  readonly declared?: number
  /** In place of what compressing gives. */
  readonly deflated?: Uint8Array
  /** Says so; it isn't. */
  readonly isEncrypted?: boolean
}

/** @param repeated how often the list of contents names the last entry, under names of their own */
export function forgedZip(entries: readonly ForgedEntry[], { repeated = 1 } = {}): Uint8Array {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [i, entry] of entries.entries()) {
    const { name, content, declared = content.length, isEncrypted = false } = entry
    const deflated = entry.deflated ?? deflateRawSync(content)
    const head = { crc: crc32(content), compressed: deflated.length, declared, flags: isEncrypted ? 1 : 0 }
    const local = Buffer.concat([localHeader(name, head), deflated])
    const times = i === entries.length - 1 ? repeated : 1
    for (let k = 0; k < times; k++) central.push(centralHeader(k === 0 ? name : `${k}${name}`, head, offset))
    locals.push(local)
    offset += local.length
  }
  const list = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(central.length, 8)
  end.writeUInt16LE(central.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, list, end])
}

interface Head {
  readonly crc: number
  readonly compressed: number
  readonly declared: number
  readonly flags: number
}

function localHeader(name: string, head: Head): Buffer {
  const bytes = Buffer.alloc(30)
  bytes.writeUInt32LE(0x04034b50, 0)
  bytes.writeUInt16LE(20, 4)
  writeHead(bytes, 6, name, head)
  return Buffer.concat([bytes, Buffer.from(name)])
}

function centralHeader(name: string, head: Head, offset: number): Buffer {
  const bytes = Buffer.alloc(46)
  bytes.writeUInt32LE(0x02014b50, 0)
  bytes.writeUInt16LE(20, 4)
  bytes.writeUInt16LE(20, 6)
  writeHead(bytes, 8, name, head)
  bytes.writeUInt32LE(offset, 42)
  return Buffer.concat([bytes, Buffer.from(name)])
}

/** The same fields stand in both headers, one after the other. */
function writeHead(
  bytes: Buffer,
  at: number,
  name: string,
  { crc, compressed, declared, flags }: Head,
): void {
  const deflate = 8
  bytes.writeUInt16LE(flags, at)
  bytes.writeUInt16LE(deflate, at + 2)
  bytes.writeUInt32LE(crc, at + 8)
  bytes.writeUInt32LE(compressed, at + 12)
  bytes.writeUInt32LE(declared, at + 16)
  bytes.writeUInt16LE(Buffer.byteLength(name), at + 20)
}
