// Is what wenbao works with sound? The model, the record of what was learnt, the search over it.
import { existsSync } from 'node:fs'
import { readThrough } from '../../collection/read-through.ts'
import { openParts, type Parts } from '../../compose.ts'
import type { Config } from '../../config.ts'
import type { Embedder } from '../../embed/embedder.ts'
import { openEmbedder } from '../../embed/open.ts'
import { loadHnswLibrary } from '../../search/vectors/hnsw.ts'
import { type CheckResult, failedCheck } from './check.ts'

/** A unit vector's length may be off by rounding in 32 bits, no more. */
const LENGTH_SLACK = 1e-3

/** Opens the model, which checks its files against their checksums, and embeds one question. */
export async function checkModel(config: Config): Promise<CheckResult & { readonly fingerprint?: string }> {
  let embedder: Embedder | undefined
  try {
    embedder = await openEmbedder(config.embedder)
    const started = performance.now()
    const vector = await embedder.embedQuery('检查')
    const elapsedMs = (performance.now() - started).toFixed(1)
    const length = Math.hypot(...vector)
    const { id, dimension, fingerprint } = embedder
    if (Math.abs(length - 1) > LENGTH_SLACK) {
      return {
        name: 'model',
        status: 'fail',
        message: `${id} gives a vector of length ${length}, expected 1`,
      }
    }
    const message = `${id}, ${dimension} numbers, one question in ${elapsedMs} ms`
    return { name: 'model', status: 'ok', message, fingerprint }
  } catch (error) {
    return failedCheck('model', error)
  } finally {
    await embedder?.close()
  }
}

/** Whether the graph of large collections can be had. */
export async function checkHnsw(): Promise<CheckResult> {
  try {
    await loadHnswLibrary()
    return { name: 'hnswlib', status: 'ok', message: 'available' }
  } catch {
    return {
      name: 'hnswlib',
      status: 'warn',
      message: 'not built: every vector is looked at, which is quick enough up to about 10,000 chunks',
      mend: 'For more, install a C++ compiler, python3 and make, then: npm rebuild hnswlib-node',
    }
  }
}

/**
 * Reads all that is held once, which checks every checksum, then opens the search over it.
 *
 * @param fingerprint of the model now set; undefined when it can't be opened
 */
export async function checkIndex(config: Config, fingerprint: string | undefined): Promise<CheckResult[]> {
  if (!existsSync(config.indexFolder)) return [nothingLearnt(config)]
  let parts: Parts | undefined
  try {
    parts = await openParts(config)
    const { collection } = parts
    const status = collection.status()
    if (status.documents === 0) return [nothingLearnt(config)]
    readThrough(collection)
    const message = `${status.documents} documents, ${status.chunks} chunks, all checksums agree`
    const findings: CheckResult[] = [{ name: 'index', status: 'ok', message }]
    if (fingerprint === undefined) return findings
    return [...findings, await checkSearch(parts, fingerprint)]
  } catch (error) {
    return [failedCheck('index', error)]
  } finally {
    await parts?.close()
  }
}

async function checkSearch(parts: Parts, fingerprint: string): Promise<CheckResult> {
  const held = parts.collection.status().fingerprint
  if (held !== fingerprint) {
    return {
      name: 'search',
      status: 'fail',
      message: 'the index was learnt with another model than the one set now',
      mend: 'wenbao index --rebuild, or set WENBAO_EMBEDDING_MODEL back',
    }
  }
  try {
    const { engine, engineReason, rebuilt } = (await parts.searcher()).status()
    const message = engineReason === undefined ? engine : `${engine} (${engineReason})`
    if (rebuilt.length === 0) return { name: 'search', status: 'ok', message }
    return { name: 'search', status: 'warn', message: `${message}; rebuilt just now: ${rebuilt.join('; ')}` }
  } catch (error) {
    return failedCheck('search', error)
  }
}

function nothingLearnt({ indexFolder }: Config): CheckResult {
  return {
    name: 'index',
    status: 'warn',
    message: `nothing was learnt yet in ${indexFolder}`,
    mend: 'wenbao index DIR; without one, the first search learns the bundled reports',
  }
}
