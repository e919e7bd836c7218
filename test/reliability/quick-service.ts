// The service as it is shipped, over reports of a test's own; its model is quick and knows nothing unless another is given.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Embedder } from '../../src/embed/embedder.ts'
import { createHashingEmbedder } from '../../src/embed/hashing.ts'
import { openLog } from '../../src/log.ts'
import { type Served, serve } from '../fixtures/served.ts'
import { OTHER, REPORT } from '../fixtures/workspace.ts'

export interface QuickService extends Served {
  /** Holds `reports/` and `index/`. */
  readonly folder: string
  /** Lines as they would stand on stderr. */
  readonly logged: string[]
}

/** @param files by their paths below `reports/` @param env settings beside the folders */
export async function quickService(
  files: Readonly<Record<string, string | Uint8Array>> = { '图书馆.txt': REPORT, '体育馆.txt': OTHER },
  env: Readonly<Record<string, string>> = {},
  openModel: () => Promise<Embedder> = async () => createHashingEmbedder({ dimension: 32 }),
): Promise<QuickService> {
  const folder = mkdtempSync(join(tmpdir(), 'wenbao-abuse-'))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, 'reports', path, '..'), { recursive: true })
    writeFileSync(join(folder, 'reports', path), content)
  }
  const logged: string[] = []
  const log = openLog({ format: 'json', write: (line) => logged.push(line) })
  const served = await serve(folder, env, openModel, log)
  return {
    ...served,
    folder,
    logged,
    async close() {
      await served.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Sends bytes as they are, which no client would. @returns what came back until the connection was closed */
export function sendRaw(url: string, request: string): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request))
    let reply = ''
    socket.setEncoding('utf8').on('data', (text: string) => {
      reply += text
    })
    socket.once('error', reject)
    socket.once('close', () => resolve(reply))
  })
}
