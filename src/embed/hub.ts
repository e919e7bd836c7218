// A model of the hub becomes a folder on this machine: fetched once, then used without network.
import { createHash } from 'node:crypto'
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../errors.ts'
import { checksumFile, companionFiles, exists, weightsFiles } from './model-folder.ts'
import { reasonOf } from './reason.ts'

export interface HubSettings {
  /** Default https://huggingface.co. */
  readonly hubEndpoint?: string
  readonly cacheFolder: string
  /** Longest pause in a download. */
  readonly timeoutMs: number
}

/** Every file was fetched whole exactly when the list of checksums is there: it is written last. */
const completeMark = checksumFile

/**
 * @param id `org/name`
 * @returns the model's folder under the cache folder
 * @throws AppError `model-unavailable` naming the file and the host
 */
export async function fetchHubModel(id: string, settings: HubSettings): Promise<string> {
  const folder = join(settings.cacheFolder, ...id.split('/'))
  if (await exists(join(folder, completeMark))) return folder
  const base = `${(settings.hubEndpoint || 'https://huggingface.co').replace(/\/+$/, '')}/${id}/resolve/main/`
  const fetchInto = (file: string) => download(base + file, join(folder, file), settings.timeoutMs)

  const sums: string[] = []
  for (const file of companionFiles) {
    const hash = await fetchInto(file)
    if (hash === undefined) throw unavailable(base + file, 'there is no such file')
    sums.push(`${hash}  ${file}\n`)
  }
  sums.push(await fetchWeights(base, fetchInto))
  await writeFile(join(folder, `${completeMark}.part`), sums.join(''))
  await rename(join(folder, `${completeMark}.part`), join(folder, completeMark))
  return folder
}

async function fetchWeights(base: string, fetchInto: (file: string) => Promise<string | undefined>) {
  for (const { file } of weightsFiles) {
    const hash = await fetchInto(file)
    if (hash !== undefined) return `${hash}  ${file}\n`
  }
  throw unavailable(`${base}onnx/`, `there is none of ${weightsFiles.map(({ file }) => file).join(', ')}`)
}

/** @returns hex sha256 of the file, which is whole when it bears its name; undefined when the hub doesn't have it */
async function download(url: string, path: string, timeoutMs: number): Promise<string | undefined> {
  const part = `${path}.${process.pid}.part`
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(new Error(`nothing came for ${timeoutMs} ms`)), timeoutMs)
  try {
    const response = await fetch(url, { signal: controller.signal })
    if (response.status === 404) return undefined
    if (!response.ok || response.body === null) throw new Error(`status ${response.status}`)
    await mkdir(dirname(path), { recursive: true })
    const hash = createHash('sha256')
    const file = await open(part, 'w')
    try {
      for await (const bytes of response.body) {
        timer.refresh()
        hash.update(bytes)
        await file.writeFile(bytes)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, path)
    return hash.digest('hex')
  } catch (cause) {
    await rm(part, { force: true })
    throw unavailable(url, reasonOf(cause), cause)
  } finally {
    clearTimeout(timer)
  }
}

function unavailable(url: string, reason: string, cause?: unknown): AppError {
  return new AppError('model-unavailable', `The model file ${url} can't be fetched: ${reason}.`, {
    hint: 'HF_ENDPOINT sets a mirror. Without network, put the model in a folder and set WENBAO_EMBEDDING_MODEL to it, or leave it empty for the bundled model.',
    cause,
  })
}
