// Bytes of any format in, Document out: text in this process, everything else behind a fence.
import type { Fence } from './fence/fence.ts'
import { formatOf } from './formats/registry.ts'
import { type Explained, explainDocument, type ReadOptions } from './read.ts'

/** @throws AppError as `explainDocument` and `Fence.explain` do */
export async function explainReport(
  bytes: Uint8Array,
  options: ReadOptions,
  fence: Fence,
): Promise<Explained> {
  const isFenced = bytes.length > 0 && formatOf(options.path)?.kind === 'fenced'
  return isFenced ? fence.explain(bytes, options) : explainDocument(bytes, options)
}
