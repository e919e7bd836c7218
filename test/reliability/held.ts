// What is held, so that two states can be compared? Every document with all that can be asked of it.
import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import type { Collection } from '../../src/collection/collection.ts'

/** A hash of the text, the parts, the chunks and their vectors, by path and id; when it was learnt is no part of it. */
export type Held = ReadonlyMap<string, string>

/** Also checks what must hold between the documents and the counts. @throws AppError `index-damaged` */
export function heldIn(collection: Collection): Held {
  const summaries = collection.documents()
  const { documents, chunks } = collection.status()
  expect(summaries).toHaveLength(documents)
  expect(collection.ordinals()).toHaveLength(chunks)
  expect([...collection.scan()]).toHaveLength(chunks)
  expect(new Set(summaries.map(({ path }) => path)).size).toBe(documents)
  return new Map(
    summaries.map(({ learntAt, ...summary }) => {
      const records = collection.chunksOf(summary.id).map(({ ordinal, chunk, ...vectors }) => {
        return [chunk, ...Object.values(vectors).map((values) => [...values])]
      })
      expect(records).toHaveLength(summary.chunks)
      const whole = JSON.stringify([summary, collection.document(summary.id), records])
      return [`${summary.path} ${summary.id}`, createHash('sha256').update(whole).digest('hex')]
    }),
  )
}
