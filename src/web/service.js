// Talks to the service this page came from, and to no other.

/** What went wrong, in words for the reader. */
export class ServiceError extends Error {
  constructor(code, message, hint) {
    super(message)
    this.code = code
    this.hint = hint
  }
}

export const readStatus = () => ask('/api/status')
export const readDocuments = async () => (await ask('/api/documents')).documents
export const readDocument = (id) => ask(`/api/documents/${encodeURIComponent(id)}`)

/** @param {{ question: string, topK?: number, filters?: object, explain?: boolean }} request */
export function search(request, signal) {
  return ask('/api/search', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
    signal,
  })
}

async function ask(path, options) {
  let response
  try {
    response = await fetch(path, options)
  } catch (cause) {
    if (cause.name === 'AbortError') throw cause
    throw new ServiceError('unreachable', '')
  }
  const body = await response.json().catch(() => undefined)
  if (response.ok && body !== undefined) return body
  const { code = 'internal', message = `HTTP ${response.status}`, hint } = body?.error ?? {}
  throw new ServiceError(code, message, hint)
}
