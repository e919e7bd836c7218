// How do the pages ask the service? Talks to the address they came from, and to no other; shows a key when one is demanded.

import type { DocumentSummary } from '../../collection/collection.ts'
import type { SearchResult } from '../../search/passage.ts'
import { pageLanguage } from '../words/page-language.ts'
import { readEvents, textsOf } from './event-stream.ts'
import { type ErrorFields, errorOf, ServiceError } from './service-error.ts'
import type { AskEvent, AskRequest, CitedRange, Report, SearchRequest, Status } from './wire.ts'

/**
 * Gives the key or token to send, or undefined for none. Called before every request, and again after a 401.
 *
 * @param refused what was sent (the empty text for nothing) and turned down; the request is given up unless something else comes
 */
export type Authorise = (refused?: string) => Promise<string | undefined>

export interface Client {
  status(): Promise<Status>
  documents(): Promise<readonly DocumentSummary[]>
  document(id: string): Promise<Report>
  /** Where a cited range stands now. */
  range(documentId: string, rangeId: string): Promise<CitedRange>
  search(request: SearchRequest, signal: AbortSignal): Promise<SearchResult>
  /** Up to and with `done`. */
  ask(request: AskRequest, signal: AbortSignal): AsyncGenerator<AskEvent>
}

/** All methods throw a `ServiceError`, or the signal's own when it is aborted. */
export function createClient(authorise: Authorise = async () => undefined): Client {
  const reach = createReach(authorise)
  // The service's own types, made by the code that the same release serves.
  const read = async <T>(path: string, init?: RequestInit): Promise<T> => (await reach(path, init)).json()

  return {
    status: () => read('/api/status'),
    documents: async () =>
      (await read<{ documents: readonly DocumentSummary[] }>('/api/documents')).documents,
    document: (id) => read(`/api/documents/${encodeURIComponent(id)}`),
    range: (id, rangeId) =>
      read(`/api/documents/${encodeURIComponent(id)}/ranges/${encodeURIComponent(rangeId)}`),
    search: (request, signal) => read('/api/search', posted({ ...request, explain: true }, signal)),
    async *ask(request, signal) {
      const response = await reach('/api/ask', posted({ ...request, stream: true }, signal))
      if (response.body === null) throw new ServiceError('unreachable', '')
      for await (const { event, data } of readEvents(textsOf(response.body))) {
        if (event === 'error') throw fault(data as { error: ErrorFields })
        yield { kind: event, ...(data as object) } as AskEvent
        if (event === 'done') return
      }
      throw new ServiceError('unreachable', '')
    },
  }
}

/** Sends with the key there is, and asks for another when it is turned down; throws as the client does. */
export function createReach(authorise: Authorise): (path: string, init?: RequestInit) => Promise<Response> {
  return async (path, init = {}) => {
    let key = await authorise()
    for (;;) {
      const response = await send(path, init, key)
      if (response.ok) return response
      const error = await errorOf(response)
      if (response.status !== 401) throw error
      const other = await authorise(key ?? '')
      if (other === undefined || other === key) throw error
      key = other
    }
  }
}

async function send(path: string, init: RequestInit, key: string | undefined): Promise<Response> {
  const headers = new Headers(init.headers)
  if (key) headers.set('authorization', `Bearer ${key}`)
  // Not the browser's: the reader may have chosen the other one here.
  headers.set('accept-language', pageLanguage())
  try {
    return await fetch(path, { ...init, headers })
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new ServiceError('unreachable', '')
  }
}

function posted(body: object, signal: AbortSignal): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  }
}

function fault({ error }: { error: ErrorFields }): ServiceError {
  const { code = 'internal', message = '', hint } = error
  return new ServiceError(code, message, hint === undefined ? {} : { hint })
}
