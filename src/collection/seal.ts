// Is a stored row still what was written? Every row carries a checksum over its place and its content.
import { crc32 } from 'node:zlib'

const SEAL_BYTES = 4

/**
 * Puts a checksum before the content. The place is part of it, so that a row that turns up under another key is noticed.
 *
 * SQLite has no checksums of its own: of 300 flipped bits 239 changed data while its integrity check said ok.
 */
export function seal(place: string, content: Uint8Array): Buffer {
  const sealed = Buffer.allocUnsafe(SEAL_BYTES + content.byteLength)
  sealed.writeUInt32LE(checksum(place, content))
  sealed.set(content, SEAL_BYTES)
  return sealed
}

/** @returns the content (a view, not a copy); undefined when the checksum fails */
export function unseal(place: string, sealed: Uint8Array): Uint8Array | undefined {
  if (sealed.byteLength < SEAL_BYTES) return undefined
  const content = sealed.subarray(SEAL_BYTES)
  const expected = new DataView(sealed.buffer, sealed.byteOffset).getUint32(0, true)
  return checksum(place, content) === expected ? content : undefined
}

function checksum(place: string, content: Uint8Array): number {
  return crc32(content, crc32(place))
}
