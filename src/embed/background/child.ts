// The process that embeds what nobody waits for: opens one model, then turns passages into vectors until its parent leaves.
import { constants, setPriority } from 'node:os'
import type { Embedder } from '../embedder.ts'
import { loadLocalModel } from '../local.ts'
import { createTokenEmbedder } from '../token-embedder.ts'
import type { Order, Reply } from './messages.ts'

// Before the model starts its threads, which take it over.
setPriority(constants.priority.PRIORITY_LOW)
// Whoever wanted the vectors is gone.
process.once('disconnect', () => process.exit(1))

let embedder: Embedder | undefined

process.on('message', (order) => {
  // Sent by background.ts alone, one at a time.
  void obey(order as Order).then(
    (reply) => process.send?.(reply),
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      process.send?.({ kind: 'failed', reason } satisfies Reply)
    },
  )
})

async function obey(order: Order): Promise<Reply> {
  if (order.kind === 'open') {
    embedder = createTokenEmbedder(await loadLocalModel(order.folder, order.threads), order.folder)
    return { kind: 'opened' }
  }
  if (embedder === undefined) throw new Error('no model was opened')
  return { kind: 'embedded', vectors: await embedder.embedPassages(order.items) }
}
