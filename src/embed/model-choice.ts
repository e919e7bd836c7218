// What does the model setting name? The bundled model, a folder, a model of the hub, or an endpoint.
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { AppError } from '../errors.ts'

export type ModelChoice =
  | { readonly kind: 'bundled'; readonly folder: string }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'hub'; readonly id: string }
  | { readonly kind: 'endpoint'; readonly baseUrl: string; readonly model: string }

/** `org/name`, as the hub allows it. */
const hubId = /^[\w-][\w.-]*\/[\w-][\w.-]*$/

/**
 * @param setting empty or `bundled`; a folder; a hub id `org/name` (an existing folder of that name wins);
 *   `http(s)://host/v1#model-name`
 * @throws AppError `model-unavailable` when it is none of these
 */
export async function chooseModel(setting: string, bundledFolder: string): Promise<ModelChoice> {
  const text = setting.trim()
  if (text === '' || text === 'bundled') return { kind: 'bundled', folder: resolve(bundledFolder) }
  if (/^https?:\/\//i.test(text)) return endpointOf(text)
  const folder = resolve(text)
  if (await isFolder(folder)) return { kind: 'folder', folder }
  if (hubId.test(text)) return { kind: 'hub', id: text }
  throw new AppError('model-unavailable', `There is no model folder ${folder}.`, {
    hint: 'WENBAO_EMBEDDING_MODEL takes a folder, a hub id such as org/name, an endpoint such as http://localhost:8080/v1#model-name, or nothing for the bundled model.',
  })
}

function endpointOf(text: string): ModelChoice {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const model = decodeURIComponent(url?.hash.slice(1) ?? '')
  if (url === undefined || model === '')
    throw new AppError('model-unavailable', 'The embedding endpoint should name its model after a #.', {
      hint: 'Write it as http(s)://host/v1#model-name.',
    })
  url.hash = ''
  return { kind: 'endpoint', baseUrl: url.href.replace(/\/$/, ''), model }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  )
}
