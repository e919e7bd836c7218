// What do the process that asks and the one that parses say to each other?
import type { ErrorCode, Fault } from '../../errors.ts'
import type { Explained, ReadOptions } from '../read.ts'

export interface Job {
  readonly bytes: Uint8Array
  readonly options: ReadOptions
  /** Of all memory of the process, in bytes. */
  readonly maxMemory: number
}

export type Outcome =
  | { readonly kind: 'read'; readonly explained: Explained }
  | {
      readonly kind: 'refused'
      readonly code: ErrorCode
      readonly message: string
      readonly hint?: string
      readonly fault?: Fault
    }
  | { readonly kind: 'out-of-memory' }
  /** Not the file's fault for all we know. */
  | { readonly kind: 'failed'; readonly reason: string }
