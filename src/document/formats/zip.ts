// What is in an archive, without trusting what it says about itself? Names and sizes are checked before anything is read.
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import type { Fault } from '../../errors.ts'
import { faultOf } from '../../faults/fault.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** A report has some dozens of parts; pictures make hundreds. */
const MAX_ENTRIES = 2000

/** Bytes of all parts together, as declared and as found: 100 MB of XML are thousands of pages. */
const MAX_INFLATED = 100 * 1024 * 1024

/** Inflated bytes for one compressed byte; XML of a repetitive table reaches 60. */
const MAX_RATIO = 100

/** Below this size the ratio says nothing: a part of blanks. */
const MIN_RATIO_BYTES = 1024 * 1024

export interface Archive {
  readonly names: ReadonlySet<string>
  /** @returns undefined when there is no such part @throws UnreadableFile */
  read(name: string): Promise<Buffer | undefined>
}

/** Opens a ZIP archive in memory; an archive inside it is never opened. @throws UnreadableFile */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const file = await openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const entries = await listEntries(file)
  let inflated = 0
  return {
    names: new Set(entries.keys()),
    async read(name) {
      const entry = entries.get(name)
      if (entry === undefined) return undefined
      const content = await inflate(file, entry, MAX_INFLATED - inflated)
      inflated += content.length
      return content
    },
  }
}

function openZip(buffer: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, strictFileNames: true }, (error, file) => {
      if (error) reject(new UnreadableFile(faultOf('damaged-archive', { detail: error.message })))
      else resolve(file)
    })
  })
}

function listEntries(file: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    let declared = 0
    const fail = (fault: Fault) => reject(new UnreadableFile(fault))
    if (file.entryCount > MAX_ENTRIES) {
      fail(faultOf('too-many-parts', { parts: file.entryCount, most: MAX_ENTRIES }))
      return
    }
    file.on('error', (error: Error) => fail(faultOf('damaged-archive', { detail: error.message })))
    file.on('end', () => resolve(entries))
    file.on('entry', (entry: Entry) => {
      declared += entry.uncompressedSize
      const fault = entryFault(entry, declared)
      if (fault !== undefined) {
        fail(fault)
        return
      }
      // Of two parts with one name, the first is the one that office programs show.
      if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry)
      file.readEntry()
    })
    file.readEntry()
  })
}

function entryFault(entry: Entry, declared: number): Fault | undefined {
  if (entry.fileName.includes('\0')) return faultOf('forbidden-part')
  if (entry.isEncrypted()) return faultOf('encrypted')
  if (declared > MAX_INFLATED) return faultOf('unpacks-too-large', { most: MAX_INFLATED })
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
  if (entry.uncompressedSize > MIN_RATIO_BYTES && ratio > MAX_RATIO)
    return faultOf('unpacks-too-much', { ratio: Math.round(ratio), most: MAX_RATIO })
  return undefined
}

/** yauzl ends the stream with an error when more bytes come than the entry declares. */
async function inflate(file: ZipFile, entry: Entry, limit: number): Promise<Buffer> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    file.openReadStream(entry, (error, opened) => {
      if (error) reject(new UnreadableFile(faultOf('damaged-archive', { detail: error.message })))
      else resolve(opened)
    })
  })
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of stream) {
      const piece = Buffer.from(chunk)
      size += piece.length
      if (size > limit) break
      chunks.push(piece)
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UnreadableFile(faultOf('damaged-archive', { detail: reason }), error)
  }
  if (size > limit) throw new UnreadableFile(faultOf('unpacks-too-large', { most: MAX_INFLATED }))
  return Buffer.concat(chunks)
}
