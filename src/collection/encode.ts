// How is a value turned into bytes and back? JSON in UTF-16, and for a chunk its vectors behind it.
import type { Chunk } from '../chunk/chunk.ts'
import type { ChunkRecord } from './collection.ts'

/** Two bytes a character: reading Chinese text back from UTF-8 takes three times as long. */
const JSON_ENCODING = 'utf16le'
const HEAD_BYTES = 12

export function encodeJson(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value), JSON_ENCODING)
}

/** @param bytes written by `encodeJson` for a value of type T, and unchanged since: their seal was checked */
export function decodeJson<T>(bytes: Uint8Array): T {
  return JSON.parse(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(JSON_ENCODING),
  ) as T
}

/** [json bytes, dimension, sentences] as uint32, the JSON, the vector, the scales, the sentence vectors; little-endian. */
export function encodeChunk(record: Omit<ChunkRecord, 'ordinal'>): Uint8Array {
  const json = encodeJson(record.chunk)
  const head = Buffer.alloc(HEAD_BYTES)
  head.writeUInt32LE(json.byteLength, 0)
  head.writeUInt32LE(record.vector.length, 4)
  head.writeUInt32LE(record.sentenceScales.length, 8)
  const parts = [record.vector, record.sentenceScales, record.sentenceVectors]
  return Buffer.concat([
    head,
    json,
    ...parts.map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength)),
  ])
}

export function decodeChunk(ordinal: number, bytes: Uint8Array): ChunkRecord {
  const head = new DataView(bytes.buffer, bytes.byteOffset, HEAD_BYTES)
  const dimension = head.getUint32(4, true)
  const sentences = head.getUint32(8, true)
  let at = bytes.byteOffset + HEAD_BYTES
  // Copies: typed arrays need an offset that is a multiple of four, and the row's own bytes need not stay in memory.
  const take = (length: number) => {
    at += length
    return bytes.buffer.slice(at - length, at)
  }
  const chunk = decodeJson<Chunk>(new Uint8Array(take(head.getUint32(0, true))))
  const vector = new Float32Array(take(dimension * 4))
  const sentenceScales = new Float32Array(take(sentences * 4))
  const sentenceVectors = new Int8Array(take(sentences * dimension))
  return { ordinal, chunk, vector, sentenceVectors, sentenceScales }
}
