// Is an upload that was acknowledged there for good? The service, killed while files come in and are learnt.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { type EmbeddingsServer, serveEmbeddings } from '../embed/embeddings-server.ts'
import { type BuiltCli, buildCli, type RunningCli } from '../fixtures/built-cli.ts'
import { OTHER } from '../fixtures/workspace.ts'
import { report } from './kills/changes.ts'
import { UploadLedger } from './kills/upload-ledger.ts'
import { randomOf } from './random.ts'
import { shareOf, tell } from './share.ts'

const KILLS = shareOf(100, 5)
/** Few, so that most are replaced again and again. */
const NAMES = 24
/** As many uploads as the service takes at once. */
const SENDERS = 2
/** Uploads acknowledged before the end is near, at most. */
const MOST_ACKNOWLEDGED = 4
/** From then on; longer than an upload takes, shorter than its learning. */
const LONGEST_END_MS = 100

let cli: BuiltCli
let vectors: EmbeddingsServer
beforeAll(async () => {
  cli = buildCli()
  vectors = await serveEmbeddings()
  mkdirSync(join(cli.folder, 'reports'))
  writeFileSync(join(cli.folder, 'reports', '体育馆.txt'), OTHER)
})
afterAll(async () => {
  await vectors.close()
  cli.remove()
})

describe('a service that is killed while files come in', () => {
  it('lists, gives back and learns every upload that it acknowledged', async () => {
    const ledger = new UploadLedger()
    const lost: string[] = []
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { service, url } = await start()
      lost.push(...(await ledger.check(url)))
      const random = randomOf(kill)
      let isDead = false
      const sending = Array.from({ length: SENDERS }, async (_, sender) => {
        for (let file = sender; !isDead; file += SENDERS) {
          const name = `第${(file + Math.floor(random() * 6) * SENDERS) % NAMES}馆.txt`
          await ledger.send(url, name, report(`第${kill}县图书馆`, `${sender}号第${file}次统计藏书${kill}册`))
        }
      })
      const enough = ledger.acknowledgements + Math.floor(random() * (MOST_ACKNOWLEDGED + 1))
      while (ledger.acknowledgements < enough) await wait(2)
      await wait(random() * LONGEST_END_MS)
      isDead = true
      service.kill()
      await Promise.all([service.ended, ...sending])
    }
    const { service, url } = await start()
    lost.push(...(await ledger.check(url)))
    service.terminate()
    expect((await service.ended).code).toBe(0)
    tell(`kills of the service while files came in ${KILLS}`, {
      'uploads acknowledged': ledger.acknowledgements,
      lost: lost.length,
    })
    expect(lost).toEqual([])
    expect(ledger.acknowledgements).toBeGreaterThan(KILLS)
  })
})

/** @returns once it has learnt what was waiting */
async function start(): Promise<{ service: RunningCli; url: string }> {
  const service = cli.start(['serve', '--port', '0', '--json'], {
    WENBAO_INDEX: join(cli.folder, 'uploads-index'),
    WENBAO_CORPUS: join(cli.folder, 'reports'),
    WENBAO_EMBEDDING_MODEL: `${vectors.url}/v1#hashing`,
  })
  const [said] = await service.said(/\{\s*"url".*\}/su)
  return { service, url: z.object({ url: z.string() }).parse(JSON.parse(said)).url }
}
