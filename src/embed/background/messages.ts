// What do the process that learns and the one that embeds for it say to each other?
import type { PassageInput, PassageVectors } from '../embedder.ts'
import type { ModelFolder } from '../model-folder.ts'

export type Order =
  /** First, and once. */
  | { readonly kind: 'open'; readonly folder: ModelFolder; readonly threads: number }
  | { readonly kind: 'embed'; readonly items: readonly PassageInput[] }

/** To each order one. */
export type Reply =
  | { readonly kind: 'opened' }
  | { readonly kind: 'embedded'; readonly vectors: readonly PassageVectors[] }
  /** The same would fail in the process that learns, which then finds out why. */
  | { readonly kind: 'failed'; readonly reason: string }
