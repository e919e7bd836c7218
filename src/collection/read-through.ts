// Is all of it whole? Every row read once, which checks every checksum.
import type { Collection } from './collection.ts'

/** @throws AppError `index-damaged` naming what doesn't hold */
export function readThrough(collection: Collection): void {
  for (const { id } of collection.documents()) collection.document(id)
  for (const _ of collection.scan());
}
