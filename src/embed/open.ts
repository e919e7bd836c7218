// Which embedder does the setting mean? Opens it, its files checked.
import { availableParallelism } from 'node:os'
import { createBackgroundEmbedder } from './background/background.ts'
import type { Embedder } from './embedder.ts'
import { fetchHubModel } from './hub.ts'
import { createLateEmbedder } from './late-embedder.ts'
import { chooseModel } from './model-choice.ts'
import { type ModelFolder, readModelFolder } from './model-folder.ts'
import { createTokenEmbedder } from './token-embedder.ts'

export interface EmbedderSettings {
  /** Empty or `bundled`; a folder; a hub id `org/name`; an endpoint `http(s)://host/v1#model-name`. */
  readonly model: string
  readonly bundledFolder: string
  /** Where hub ids are fetched from, as HF_ENDPOINT names a mirror. */
  readonly hubEndpoint?: string
  /** Where models of the hub are kept, `org/name` each. */
  readonly cacheFolder: string
  /** Of the endpoint. */
  readonly apiKey?: string
  /** Longest wait for an answer of the hub or the endpoint. */
  readonly timeoutMs: number
  /** Of one forward pass. Default: one a core, 4 at most. */
  readonly threads?: number
}

/**
 * With two threads passages went through twice as fast as with one, and a question of 18 tokens took the same 5 ms. Rows of a few
 * hundred tokens don't fill more than four.
 */
const mostThreads = 4

/** @throws AppError `model-unavailable` with the path and the mend; `upstream` when an endpoint doesn't answer as it should */
export async function openEmbedder(settings: EmbedderSettings): Promise<Embedder> {
  const choice = await chooseModel(settings.model, settings.bundledFolder)
  switch (choice.kind) {
    case 'bundled':
    case 'folder':
      return openFolder(choice.folder, undefined, settings)
    case 'hub':
      return openFolder(await fetchHubModel(choice.id, settings), choice.id, settings)
    case 'endpoint': {
      const { openEndpointEmbedder } = await import('./openai-endpoint.ts')
      return openEndpointEmbedder({ ...settings, baseUrl: choice.baseUrl, model: choice.model })
    }
    default:
      return choice satisfies never
  }
}

/**
 * As `openEmbedder`, but the weights of a folder, whose files are checked at once, are loaded only when something is to be
 * embedded: a learning that finds nothing new never needs them.
 */
export async function openEmbedderLate(settings: EmbedderSettings): Promise<Embedder> {
  const choice = await chooseModel(settings.model, settings.bundledFolder)
  if (choice.kind !== 'bundled' && choice.kind !== 'folder') return openEmbedder(settings)
  const folder = await readModelFolder(choice.folder)
  return createLateEmbedder(folder, () => loadFolder(folder, settings))
}

async function openFolder(
  path: string,
  id: string | undefined,
  settings: EmbedderSettings,
): Promise<Embedder> {
  return loadFolder(await readModelFolder(path, id), settings)
}

async function loadFolder(folder: ModelFolder, settings: EmbedderSettings): Promise<Embedder> {
  // Imported here: whoever uses an endpoint never pays the runtime's 0.4 s and 40 MB.
  const { loadLocalModel } = await import('./local.ts')
  const threads = settings.threads ?? Math.min(mostThreads, availableParallelism())
  const embedder = createTokenEmbedder(await loadLocalModel(folder, threads), folder)
  const background = createBackgroundEmbedder(embedder, folder, { threads })
  return { ...embedder, background, close: background.close }
}
