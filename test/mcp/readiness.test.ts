import { describe, expect, it } from 'vitest'
import type { McpParts } from '../../src/mcp/parts.ts'
import { untilReady } from '../../src/mcp/readiness.ts'
import type { ServiceStatus } from '../../src/service.ts'
import { defer } from '../fixtures/deferred.ts'
import { fakeParts, STATUS } from '../fixtures/fake-service.ts'

const learning = { files: 5, filesDone: 2, chunks: 90, chunksDone: 30, refused: [], done: false }
const LEARNING: ServiceStatus = { ...STATUS, ready: false, learning }
const open = new AbortController().signal

function partsOf(status: () => ServiceStatus, prepared?: Promise<void>): McpParts {
  const { service, log } = fakeParts({ status })
  return { service, log, linkTo: (path) => path, ...(prepared && { prepared }) }
}

describe('untilReady', () => {
  it('waits for the first learning', async () => {
    const { promise, resolve } = defer<void>()
    let status = LEARNING
    const waiting = untilReady(
      partsOf(() => status, promise),
      open,
    )
    status = STATUS
    resolve()
    await expect(waiting).resolves.toBeUndefined()
  })

  it('says how far it is when patience ends', async () => {
    const never = new Promise<void>(() => {})
    await expect(
      untilReady(
        partsOf(() => LEARNING, never),
        open,
        0,
      ),
    ).rejects.toMatchObject({
      code: 'index-missing',
      message: 'The reports are still being learnt: 2 of 5 files, 30 of 90 chunks.',
    })
  })

  it('waits no longer than the asker', async () => {
    const stop = new AbortController()
    const waiting = untilReady(
      partsOf(() => LEARNING, new Promise<void>(() => {})),
      stop.signal,
    )
    stop.abort()
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('leaves it to the search to say what is wrong when a learning failed', async () => {
    const status = { ...LEARNING, learning: { ...learning, done: true } }
    await expect(
      untilReady(
        partsOf(() => status),
        open,
      ),
    ).resolves.toBeUndefined()
  })
})
