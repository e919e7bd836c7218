// Where do uploaded files lie, and is that certain? Bytes by their hash and one list of names, on the disk before anybody is told so.
import { mkdirSync, readFileSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import type { AtStep } from '../collection/database.ts'
import { hashOf, syncFolder, UNFINISHED, writeDurably } from '../collection/durable-file.ts'
import { storageFault } from '../collection/faults.ts'
import { acquireLock } from '../collection/lock.ts'
import { AppError } from '../errors.ts'
import { oneAtATime } from '../in-turn.ts'

/** Folder below the index folder; the files in it are named by their content, so that they never change. */
export const ORIGINALS = 'originals'

const LIST_FILE = 'uploads.json'
const HASH = /^[0-9a-f]{64}$/

const entrySchema = z.strictObject({
  name: z.string().min(1),
  sha256: z.string().regex(HASH),
  bytes: z.int().min(1),
  /** As the reader gave it when the file came. */
  documentId: z.string(),
  /** ISO time. */
  uploadedAt: z.string(),
})
/** `sha256` is that of the entries as JSON. */
const listSchema = z.strictObject({ sha256: z.string(), uploads: z.array(entrySchema) })

export type OriginalEntry = Readonly<z.infer<typeof entrySchema>>

export interface NewOriginal {
  readonly name: string
  readonly content: Uint8Array
  readonly documentId: string
}

/** May be open in several processes; a change in one is seen by the others at their next call. */
export class Originals {
  readonly #folder: string
  readonly #atStep: AtStep
  readonly #inTurn = oneAtATime()

  /** @param atStep called before every write; for tests that fail there */
  constructor(folder: string, atStep: AtStep = () => undefined) {
    this.#folder = folder
    this.#atStep = atStep
  }

  /** In the order they came. @throws AppError `index-damaged` */
  list(): readonly OriginalEntry[] {
    let text: string
    try {
      text = readFileSync(join(this.#folder, LIST_FILE), 'utf8')
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return []
      throw storageFault(error, this.#folder)
    }
    return this.#parse(text)
  }

  /** @throws AppError `index-damaged` when it isn't there or not what was given */
  async read(entry: OriginalEntry): Promise<Uint8Array> {
    const content = await this.#contentOf(entry.sha256)
    if (content !== undefined) return content
    throw new AppError('index-damaged', `The original of “${entry.name}” is missing or damaged.`, {
      hint: 'Upload the file again.',
    })
  }

  /** All of them or none; of one name the last holds. @throws AppError `disk-full` | `locked` | `index-damaged` */
  put(files: readonly NewOriginal[]): Promise<void> {
    const bytes = files.reduce((sum, { content }) => sum + content.length, 0)
    return this.#change(bytes, async (before) => {
      const entries = new Map(before.map((entry) => [entry.name, entry]))
      for (const { name, content, documentId } of files) {
        const sha256 = hashOf(content)
        // A damaged one is mended by uploading it again.
        if ((await this.#contentOf(sha256)) === undefined) {
          await writeDurably(join(this.#folder, sha256), content, this.#atStep)
        }
        const former = entries.get(name)
        const uploadedAt = former?.sha256 === sha256 ? former.uploadedAt : new Date().toISOString()
        entries.set(name, { name, sha256, bytes: content.length, documentId, uploadedAt })
      }
      return [...entries.values()]
    })
  }

  /** @throws AppError as `put` */
  remove(names: ReadonlySet<string>): Promise<void> {
    return this.#change(0, async (before) => before.filter(({ name }) => !names.has(name)))
  }

  /** The list is what counts: bytes that it doesn't name yet, or no more, are nobody's. */
  #change(
    bytes: number,
    next: (before: readonly OriginalEntry[]) => Promise<readonly OriginalEntry[]>,
  ): Promise<void> {
    return this.#inTurn(async () => {
      try {
        if (mkdirSync(this.#folder, { recursive: true }) !== undefined) syncFolder(dirname(this.#folder))
        const lock = acquireLock(this.#folder)
        try {
          const entries = await next(this.list())
          const sealed = { sha256: hashOf(JSON.stringify(entries)), uploads: entries }
          await writeDurably(
            join(this.#folder, LIST_FILE),
            Buffer.from(`${JSON.stringify(sealed)}\n`),
            this.#atStep,
          )
        } finally {
          // On a full disk what came of a failed change would stand in the way of the next.
          await this.#sweep().finally(() => lock.release())
        }
      } catch (error) {
        throw storageFault(error, this.#folder, bytes)
      }
    })
  }

  /** Of what the list doesn't name; nothing while the list can't be read. */
  async #sweep(): Promise<void> {
    const named = new Set(this.list().map(({ sha256 }) => sha256))
    for (const file of await readdir(this.#folder)) {
      const isNobodys = file.includes(UNFINISHED) || (HASH.test(file) && !named.has(file))
      if (isNobodys) await rm(join(this.#folder, file), { force: true })
    }
  }

  async #contentOf(sha256: string): Promise<Uint8Array | undefined> {
    try {
      const content = await readFile(join(this.#folder, sha256))
      return hashOf(content) === sha256 ? content : undefined
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return undefined
      throw storageFault(error, this.#folder)
    }
  }

  #parse(text: string): readonly OriginalEntry[] {
    try {
      const { sha256, uploads } = listSchema.parse(JSON.parse(text))
      if (hashOf(JSON.stringify(uploads)) === sha256) return uploads
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error
    }
    const path = join(this.#folder, LIST_FILE)
    throw new AppError('index-damaged', `The list of uploads ${path} is damaged.`, {
      hint: 'Put it back from a backup; or delete it and upload the files anew.',
    })
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
