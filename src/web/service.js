// Talks to the service this page came from, and to no other.
import { readEvents, textsOf } from './event-stream.js'

/** What went wrong, in words for the reader. */
export class ServiceError extends Error {
  constructor(code, message, hint) {
    super(message)
    this.code = code
    this.hint = hint
  }
}

export const readStatus = () => readJson('/api/status')
export const readDocuments = async () => (await readJson('/api/documents')).documents
export const readDocument = (id) => readJson(`/api/documents/${encodeURIComponent(id)}`)
/** Where a cited range stands now. */
export const readRange = (id, rangeId) =>
  readJson(`/api/documents/${encodeURIComponent(id)}/ranges/${encodeURIComponent(rangeId)}`)

/** @param {{ question: string, topK?: number, filters?: object, explain?: boolean }} request */
export function search(request, signal) {
  return readJson('/api/search', posted(request, signal))
}

/**
 * @param {{ question: string, history?: object[], filters?: object }} request
 * @returns {AsyncGenerator<{ event: string, data: object }>} up to `done`; an `error` is thrown
 */
export async function* ask(request, signal) {
  const response = await reach('/api/ask', posted({ ...request, stream: true }, signal))
  if (!response.ok) throw await errorOf(response)
  for await (const { event, data } of readEvents(textsOf(response.body))) {
    if (event === 'error') throw new ServiceError(data.error.code, data.error.message, data.error.hint)
    yield { event, data }
    if (event === 'done') return
  }
  throw new ServiceError('unreachable', '')
}

function posted(body, signal) {
  const headers = { 'content-type': 'application/json' }
  return { method: 'POST', headers, body: JSON.stringify(body), signal }
}

async function readJson(path, options) {
  const response = await reach(path, options)
  if (!response.ok) throw await errorOf(response)
  return response.json()
}

async function reach(path, options) {
  try {
    return await fetch(path, options)
  } catch (cause) {
    if (cause.name === 'AbortError') throw cause
    throw new ServiceError('unreachable', '')
  }
}

async function errorOf(response) {
  const body = await response.json().catch(() => undefined)
  const { code = 'internal', message = `HTTP ${response.status}`, hint } = body?.error ?? {}
  return new ServiceError(code, message, hint)
}
