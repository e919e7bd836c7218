// The service as it is shipped, in a process of its own, over two little reports.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import { type EmbeddingsServer, serveEmbeddings } from '../embed/embeddings-server.ts'
import { type BuiltCli, buildCli, type RunningCli } from '../fixtures/built-cli.ts'
import { OTHER, REPORT } from '../fixtures/workspace.ts'

export const QUESTION = '青屿县图书馆2024年接待读者多少人次？'

export interface SpawnedService {
  /** Without a slash at the end. */
  readonly url: string
  readonly port: number
  readonly process: RunningCli
  /** What it left in the folder for temporary files. */
  temporaryFiles(): string[]
  /** Ends the process, its model and its folder. */
  close(): Promise<void>
}

/** Vectors by hashing, from a server of its own: what is tried here is everything but the model. */
export async function spawnService(env: Readonly<Record<string, string>> = {}): Promise<SpawnedService> {
  const vectors = await serveEmbeddings()
  const cli = buildCli()
  try {
    return await startedService(cli, vectors, env)
  } catch (error) {
    await vectors.close()
    cli.remove()
    throw error
  }
}

async function startedService(
  cli: BuiltCli,
  vectors: EmbeddingsServer,
  env: Readonly<Record<string, string>>,
): Promise<SpawnedService> {
  const [reports, temporary] = [join(cli.folder, 'reports'), join(cli.folder, 'temporary')]
  mkdirSync(reports)
  mkdirSync(temporary)
  writeFileSync(join(reports, '图书馆.txt'), REPORT)
  writeFileSync(join(reports, '体育馆.txt'), OTHER)
  const running = cli.start(['serve', '--documents', reports, '--port', '0', '--json'], {
    WENBAO_INDEX: join(cli.folder, 'index'),
    WENBAO_EMBEDDING_MODEL: `${vectors.url}/v1#hashing`,
    TMPDIR: temporary,
    ...env,
  })
  const [, url = ''] = await running.said(/"url": "([^"]+)"/u)
  return {
    url,
    port: Number(new URL(url).port),
    process: running,
    temporaryFiles: () => readdirSync(temporary),
    async close() {
      running.kill()
      await running.ended
      await vectors.close()
      cli.remove()
    },
  }
}

/** @returns the status, 0 when there was no answer */
export async function searchOnce({ url }: Pick<SpawnedService, 'url'>): Promise<number> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ question: QUESTION })
  try {
    const response = await fetch(`${url}/api/search`, { method: 'POST', headers, body })
    await response.text()
    return response.status
  } catch {
    return 0
  }
}

/** Waits until nothing is being answered, as the service itself counts; this question is counted too. */
export async function isQuiet({ url }: Pick<SpawnedService, 'url'>): Promise<void> {
  await vi.waitFor(
    async () => {
      const text = await (await fetch(`${url}/metrics`)).text()
      expect(text).toMatch(/^wenbao_requests_in_flight 1$/m)
    },
    { timeout: 10_000 },
  )
}
