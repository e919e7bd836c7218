// Which embedder does the setting mean? Opens it, checked and warm.
import { resolve } from 'node:path'
import type { Embedder } from './embedder.ts'
import { readModelFolder } from './model-folder.ts'
import { createTokenEmbedder } from './token-embedder.ts'

export interface EmbedderSettings {
  /** Empty or `bundled`; a folder; a hub id `org/name`; an endpoint `http(s)://host/v1#model-name`. */
  readonly model: string
  readonly bundledFolder: string
  /** Where hub ids are fetched from; a mirror such as HF_ENDPOINT names. */
  readonly hubEndpoint?: string
  /** Where models of the hub are kept, one folder each. */
  readonly cacheFolder: string
  /** Of the endpoint. */
  readonly apiKey?: string
  /** Of one request to the hub or the endpoint. */
  readonly timeoutMs: number
  /** Of one forward pass; default: what measured best on this many cores. */
  readonly threads?: number
}

/** @throws AppError `model-unavailable` | `upstream` */
export async function openEmbedder(settings: EmbedderSettings): Promise<Embedder> {
  const folder = resolve(settings.model === '' ? settings.bundledFolder : settings.model)
  return openFolder(folder, settings)
}

async function openFolder(path: string, settings: EmbedderSettings): Promise<Embedder> {
  const folder = await readModelFolder(path)
  // Loaded here so that an endpoint's user never pays for the runtime's memory.
  const { loadLocalModel } = await import('./local.ts')
  const model = await loadLocalModel(folder, settings.threads ?? 2)
  return createTokenEmbedder(model, folder)
}
