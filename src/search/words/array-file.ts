// How are typed arrays kept in a file? One line of JSON that names them, then their bytes.
import { closeSync, openSync, readSync, writeSync } from 'node:fs'

type Stored = Float64Array | Uint32Array | Uint16Array | Uint8Array

const TYPES = {
  f64: Float64Array,
  u32: Uint32Array,
  u16: Uint16Array,
  u8: Uint8Array,
} as const

interface Entry {
  readonly name: string
  readonly type: keyof typeof TYPES
  readonly length: number
}

export interface ArrayFile {
  /** Anything JSON holds. */
  readonly meta: unknown
  readonly arrays: ReadonlyMap<string, Stored>
}

/** Views on a buffer need an offset that their element size divides. */
const ALIGNMENT = 8
const LENGTH_BYTES = 8

/** Writes a new file piece by piece, so that no second copy of the arrays is made. */
export function writeArrayFile(path: string, { meta, arrays }: ArrayFile): void {
  const entries = [...arrays].map(([name, array]) => ({ name, type: typeOf(array), length: array.length }))
  const head = Buffer.from(JSON.stringify({ meta, entries }))
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32LE(head.length)
  const file = openSync(path, 'wx')
  try {
    writeWhole(file, length)
    writeWhole(file, padded(head))
    for (const array of arrays.values()) {
      writeWhole(file, padded(new Uint8Array(array.buffer, array.byteOffset, array.byteLength)))
    }
  } finally {
    closeSync(file)
  }
}

/** Reads what `writeArrayFile` wrote; the caller has checked the file's checksum. The arrays share one buffer. */
export function readArrayFile(path: string, bytes: number): ArrayFile {
  const buffer = new ArrayBuffer(bytes)
  const whole = new Uint8Array(buffer)
  const file = openSync(path, 'r')
  try {
    for (let at = 0; at < bytes; ) {
      const read = readSync(file, whole, at, Math.min(bytes - at, 2 ** 30), at)
      if (read === 0) throw new Error(`${path} ends after ${at} of ${bytes} bytes`)
      at += read
    }
  } finally {
    closeSync(file)
  }
  const headLength = new DataView(buffer).getUint32(0, true)
  // Written by writeArrayFile and unchanged since: the checksum held.
  const head = JSON.parse(
    new TextDecoder().decode(whole.subarray(LENGTH_BYTES, LENGTH_BYTES + headLength)),
  ) as {
    meta: unknown
    entries: Entry[]
  }
  const arrays = new Map<string, Stored>()
  let at = LENGTH_BYTES + aligned(headLength)
  for (const { name, type, length } of head.entries) {
    const array = new TYPES[type](buffer, at, length)
    arrays.set(name, array)
    at += aligned(array.byteLength)
  }
  return { meta: head.meta, arrays }
}

function typeOf(array: Stored): Entry['type'] {
  if (array instanceof Float64Array) return 'f64'
  if (array instanceof Uint32Array) return 'u32'
  return array instanceof Uint16Array ? 'u16' : 'u8'
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT
}

function padded(bytes: Uint8Array): Uint8Array {
  if (bytes.length % ALIGNMENT === 0) return bytes
  const result = new Uint8Array(aligned(bytes.length))
  result.set(bytes)
  return result
}

/** One call may write less than it was given. */
function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}
