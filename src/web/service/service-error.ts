// What went wrong between the page and the service?

export class ServiceError extends Error {
  /** As in the body of an error, or `unreachable` when none came. */
  readonly code: string
  readonly hint: string | undefined
  /** Seconds to wait before asking again, when the service said so. */
  readonly retryAfter: number | undefined

  constructor(
    code: string,
    message: string,
    { hint, retryAfter }: { hint?: string; retryAfter?: number } = {},
  ) {
    super(message)
    this.name = 'ServiceError'
    this.code = code
    this.hint = hint
    this.retryAfter = retryAfter
  }
}

/** Of an answer whose status is no success; a proxy may have put a page of its own in its place. */
export async function errorOf(response: Response): Promise<ServiceError> {
  const body = (await response.json().catch(() => undefined)) as { error?: ErrorFields } | undefined
  const { code = codeOf(response.status), message = `HTTP ${response.status}`, hint } = body?.error ?? {}
  const retryAfter = Number.parseInt(response.headers.get('retry-after') ?? '', 10)
  return new ServiceError(code, message, {
    ...(hint !== undefined && { hint }),
    ...(retryAfter > 0 && { retryAfter }),
  })
}

export interface ErrorFields {
  readonly code?: string
  readonly message?: string
  readonly hint?: string
}

function codeOf(status: number): string {
  if (status === 401) return 'unauthorised'
  if (status === 403) return 'forbidden'
  if (status === 429) return 'rate-limited'
  return status >= 502 && status <= 504 ? 'unreachable' : 'internal'
}
