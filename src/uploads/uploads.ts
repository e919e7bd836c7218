// What can be done with files that are handed over? The interface of uploads: stored for good first, learnt soon after.
import type { FileOutcome } from '../collection/collection.ts'
import type { OutlineJson } from '../document/outline-json.ts'
import type { ErrorCode, Fault } from '../errors.ts'
import type { Refused } from '../faults/fault.ts'

export interface GivenFile {
  /** As the client called it; checked here. */
  readonly name: string
  readonly bytes: Uint8Array
}

export type FileResult =
  | {
      /**
       * `stored`: a new name; `replaced`: the name held other bytes; `unchanged`: it held these already; `duplicate`: stored, and the
       * same document as one that is held under another path.
       */
      readonly kind: 'stored' | 'replaced' | 'unchanged' | 'duplicate'
      readonly name: string
      /** As in the list of documents. */
      readonly path: string
      /** Of what will be held once it is learnt. */
      readonly documentId: string
    }
  | ({ readonly kind: 'refused'; readonly name: string } & Refused)

export interface UploadReply {
  /** In the order given. */
  readonly files: readonly FileResult[]
  /** Absent when there is nothing to learn. */
  readonly job?: Job
}

/** One learning of what was uploaded or removed. */
export interface Job {
  readonly id: string
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  /** ISO time. */
  readonly createdAt: string
  readonly endedAt?: string
  readonly files: number
  readonly filesDone: number
  /** To embed; unknown (0) until the files are read. */
  readonly chunks: number
  readonly chunksDone: number
  /** Of files that changed or were refused, as they came. */
  readonly outcomes: readonly FileOutcome[]
  readonly error?: { readonly code: ErrorCode; readonly message: string; readonly hint?: string }
}

export interface UploadedFile {
  readonly name: string
  readonly path: string
  readonly documentId: string
  readonly bytes: number
  readonly sha256: string
  /** ISO time. */
  readonly uploadedAt: string
  /** `waiting` until a job, or the next start, has learnt it. */
  readonly state: 'learnt' | 'waiting' | 'refused'
  /** With what belongs to it, where it was refused. */
  readonly reason?: string
  readonly hint?: string
  readonly fault?: Fault
}

export interface Removal {
  readonly documentId: string
  /** Of the uploads that are no more. */
  readonly names: readonly string[]
  /** Until the job has ended; after that because a file of the learnt folder has the same content. */
  readonly isStillHeld: boolean
  readonly job: Job
}

export interface Original {
  readonly name: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

export interface Preview {
  readonly name: string
  readonly documentId: string
  /** The same content is in the collection already. */
  readonly isHeld: boolean
  readonly outline: OutlineJson
}

export interface Uploads {
  /**
   * When it returns, every file that isn't refused is on the disk and survives a crash; learning goes on after that.
   *
   * @throws AppError `disk-full` | `locked` | `index-damaged`; then nothing of it was stored
   */
  add(files: readonly GivenFile[]): Promise<UploadReply>
  /** In the order they came. @throws AppError `index-damaged` */
  list(): readonly UploadedFile[]
  /**
   * Waits for the document to be gone unless a learning is under way.
   *
   * @throws AppError `not-found`; `bad-input` when the document is a file of the learnt folder
   */
  remove(documentId: string): Promise<Removal>
  /**
   * The bytes as given, of an upload or of a file in the learnt folder.
   *
   * @throws AppError `not-found` when there is none, or the file has changed since it was learnt; `index-damaged`
   */
  original(documentId: string): Promise<Original>
  /** What would be understood of a file; stores nothing. @throws AppError `bad-input` */
  preview(file: GivenFile): Promise<Preview>
  /** Undefined for those of another process or long past. */
  job(id: string): Job | undefined
  /** The job as it is, then at every change, at last as it ended; ends early when the signal fires. */
  followJob(id: string, signal: AbortSignal): AsyncIterable<Job>
}
