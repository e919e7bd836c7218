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

/**
 * [json bytes, dimension, sentences] as uint32, the JSON, the vector, the scales, the sentence vectors; little-endian. With
 * the four bytes of its seal before it, every part begins at a multiple of four, so that reading needs no copies.
 */
export function encodeChunk(record: Omit<ChunkRecord, 'ordinal'>): Uint8Array {
  const text = JSON.stringify(record.chunk)
  const json = Buffer.from(text.length % 2 === 0 ? text : `${text} `, JSON_ENCODING)
  const head = Uint32Array.of(json.byteLength, record.vector.length, record.sentenceScales.length)
  const parts = [head, json, record.vector, record.sentenceScales, record.sentenceVectors]
  return Buffer.concat(parts.map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength)))
}

/** @param bytes at a multiple of four in their buffer; the vectors are views of it */
export function decodeChunk(ordinal: number, bytes: Uint8Array): ChunkRecord {
  const { buffer, byteOffset } = bytes
  const [jsonBytes = 0, dimension = 0, sentences = 0] = new Uint32Array(buffer, byteOffset, HEAD_BYTES / 4)
  const vectorAt = byteOffset + HEAD_BYTES + jsonBytes
  const scalesAt = vectorAt + dimension * 4
  return {
    ordinal,
    chunk: decodeJson<Chunk>(bytes.subarray(HEAD_BYTES, HEAD_BYTES + jsonBytes)),
    vector: new Float32Array(buffer, vectorAt, dimension),
    sentenceVectors: new Int8Array(buffer, scalesAt + sentences * 4, sentences * dimension),
    sentenceScales: new Float32Array(buffer, scalesAt, sentences),
  }
}
