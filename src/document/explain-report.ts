// Bytes of any format in, Document out: short text in this process, everything else behind a fence.
import type { Fence } from './fence/fence.ts'
import { formatOf } from './formats/registry.ts'
import { type Explained, explainDocument, type ReadOptions } from './read.ts'

/**
 * Bytes of a text that is read at once, in this process: twenty pages, some 60 ms. Starting another process takes longer, and reading
 * more would keep questions waiting.
 */
const READ_HERE = 64 * 1024

/** @throws AppError as `explainDocument` and `Fence.explain` do */
export async function explainReport(
  bytes: Uint8Array,
  options: ReadOptions,
  fence: Fence,
): Promise<Explained> {
  const isHere = bytes.length <= READ_HERE && formatOf(options.path)?.kind === 'text'
  return isHere || !isReadable(bytes, options)
    ? explainDocument(bytes, options)
    : fence.explain(bytes, options)
}

/** What isn't is refused by name, for which no process is needed. */
function isReadable(bytes: Uint8Array, { path }: ReadOptions): boolean {
  return bytes.length > 0 && formatOf(path) !== undefined
}
