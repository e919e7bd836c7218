// What becomes of a file that is handed over? Checked, read, stored for good, then learnt; and the way back.
import type { Collection } from '../collection/collection.ts'
import { hashOf } from '../collection/durable-file.ts'
import type { Fence } from '../document/fence/fence.ts'
import { outlineJson } from '../document/outline-json.ts'
import { AppError } from '../errors.ts'
import { faultError, faultOf, type Refused, refusedBy } from '../faults/fault.ts'
import { checkedName } from './file-name.ts'
import type { Jobs } from './jobs.ts'
import type { NewOriginal, OriginalEntry, Originals } from './originals.ts'
import { readUpload, uploadPath } from './source.ts'
import type { FileResult, GivenFile, Removal, UploadedFile, Uploads } from './uploads.ts'

/** As the setting of the limit counts. */
const MEGABYTE = 1024 * 1024

export interface UploadsOptions {
  readonly originals: Originals
  readonly fence: Fence
  readonly jobs: Jobs
  readonly collection: Pick<Collection, 'documents' | 'document'>
  readonly maxFileBytes: number
  /** Of a document of the learnt folder. @throws AppError `not-found` */
  readonly readFolderFile: (path: string) => Promise<Uint8Array>
  /** Awaited before a file is read. */
  readonly giveWay: () => Promise<void>
}

interface Checked {
  readonly result: FileResult
  /** Absent when it was refused. */
  readonly original?: NewOriginal
}

export function openUploads(options: UploadsOptions): Uploads {
  const { originals, jobs, collection, readFolderFile, giveWay } = options

  const isHeld = (documentId: string) => collection.documents().some(({ id }) => id === documentId)

  return {
    async add(files) {
      const before = originals.list()
      const checked: Checked[] = []
      for (const file of files) {
        // Reading is work on this thread: others are served between two files.
        await giveWay()
        checked.push(await check(file, before, checked, options))
      }
      const taken = checked.flatMap(({ original }) => original ?? [])
      // What is unchanged is put too: should its original be damaged, this mends it.
      if (taken.length > 0) await originals.put(taken)
      const isAllHeld = checked.every(
        ({ result, original }) => result.kind === 'unchanged' || original === undefined,
      )
      const isLearnt = isAllHeld && taken.every(({ documentId }) => isHeld(documentId))
      return {
        files: checked.map(({ result }) => result),
        ...(taken.length > 0 && !isLearnt && { job: jobs.start() }),
      }
    },

    list() {
      const documents = collection.documents()
      const held = new Set(documents.flatMap(({ id, path }) => [id, path]))
      return originals.list().map((entry) => {
        const path = uploadPath(entry.name)
        return { ...entry, path, ...stateOf(path, held.has(entry.documentId) || held.has(path), jobs) }
      })
    },

    async remove(documentId): Promise<Removal> {
      const held = collection.document(documentId)
      const names = entriesOf(documentId, held?.path, originals).map(({ name }) => name)
      if (names.length === 0) throw notRemovable(documentId, held?.path)
      await originals.remove(new Set(names))
      const isIdle = jobs.active.length === 0
      const job = jobs.start()
      if (isIdle) await jobs.ended(job.id)
      return {
        documentId,
        names,
        isStillHeld: isHeld(documentId),
        job: jobs.get(job.id) ?? job,
      }
    },

    async original(documentId) {
      const held = collection.document(documentId)
      const [entry] = entriesOf(documentId, held?.path, originals)
      if (entry !== undefined) {
        return { name: entry.name, bytes: await originals.read(entry), sha256: entry.sha256 }
      }
      if (held === undefined) throw unknownDocument()
      const bytes = await readFolderFile(held.path)
      if (hashOf(bytes) !== held.sha256) {
        throw new AppError('not-found', 'The file of this document has changed since it was learnt.', {
          hint: 'Learn the folder again: `wenbao index`.',
        })
      }
      return { name: held.path.split('/').at(-1) ?? held.path, bytes, sha256: held.sha256 }
    },

    async preview(file) {
      const name = checkedName(file.name)
      const document = await readUpload(name, bytesOf(file, options.maxFileBytes), options.fence)
      return { name, documentId: document.id, isHeld: isHeld(document.id), outline: outlineJson(document) }
    },

    job: (id) => jobs.get(id),
    followJob: (id, signal) => jobs.follow(id, signal),
  }
}

async function check(
  file: GivenFile,
  before: readonly OriginalEntry[],
  others: readonly Checked[],
  { collection, fence, maxFileBytes }: UploadsOptions,
): Promise<Checked> {
  try {
    const name = checkedName(file.name)
    if (others.some(({ original }) => original?.name === name)) {
      throw faultError(faultOf('name-twice'))
    }
    const content = bytesOf(file, maxFileBytes)
    const { id } = await readUpload(name, content, fence)
    const path = uploadPath(name)
    const former = before.find((entry) => entry.name === name)
    const isElsewhere =
      before.some((entry) => entry.name !== name && entry.documentId === id) ||
      others.some(({ original }) => original?.documentId === id) ||
      collection.documents().some((held) => held.id === id && held.path !== path)
    const kind =
      former?.sha256 === hashOf(content)
        ? 'unchanged'
        : isElsewhere
          ? 'duplicate'
          : former === undefined
            ? 'stored'
            : 'replaced'
    return { result: { kind, name, path, documentId: id }, original: { name, content, documentId: id } }
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'bad-input')) throw error
    return { result: { kind: 'refused', name: file.name, ...refusedBy(error) } }
  }
}

function bytesOf({ bytes }: GivenFile, most: number): Uint8Array {
  if (bytes.length <= most) return bytes
  throw faultError(
    faultOf('too-large-upload', { megabytes: megabytesOf(bytes.length), most: megabytesOf(most) }),
  )
}

/** Rounded up, so that what is too large never looks as large as the limit. */
function megabytesOf(bytes: number): number {
  return Math.ceil((bytes / MEGABYTE) * 10) / 10
}

/** By the id it had when it came, and by its path, should another version of the reader give it another id. */
function entriesOf(
  documentId: string,
  heldPath: string | undefined,
  originals: Originals,
): readonly OriginalEntry[] {
  return originals
    .list()
    .filter((entry) => entry.documentId === documentId || uploadPath(entry.name) === heldPath)
}

function stateOf(path: string, isLearnt: boolean, jobs: Jobs): Pick<UploadedFile, 'state' | keyof Refused> {
  if (isLearnt) return { state: 'learnt' }
  const refusal = jobs.refusalOf(path)
  return refusal === undefined ? { state: 'waiting' } : { state: 'refused', ...refusal }
}

function notRemovable(documentId: string, path: string | undefined): AppError {
  if (path === undefined) return unknownDocument()
  return new AppError('bad-input', `Expected the id of an uploaded document, got that of ${path}.`, {
    hint: `It is a file of the learnt folder (document ${documentId}): delete it there and learn the folder again.`,
  })
}

function unknownDocument(): AppError {
  return new AppError('not-found', 'There is no document of this id.', {
    hint: 'GET /api/documents lists those held; an id changes with the bytes of its file.',
  })
}
