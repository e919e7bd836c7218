// With what does the frame show that it may ask? A short-lived token, held in memory alone and renewed before it ends.
import type { Authorise } from '../service/client.ts'
import { errorOf, ServiceError } from '../service/service-error.ts'

/** A question under way should not outlive its token. */
const SPARE_MS = 60_000

/**
 * @param app id of the app @param origin of the page around
 * @param now ms, never going back
 * @returns throws a `ServiceError` when the service gives none
 */
export function tokenFor(
  app: string,
  origin: string,
  now: () => number = () => performance.now(),
): Authorise {
  let held: { readonly token: string; readonly goodUntil: number } | undefined
  let coming: Promise<string> | undefined
  const fetchToken = async () => {
    const { token, expiresIn } = await requestToken(app, origin)
    held = { token, goodUntil: now() + expiresIn * 1000 - SPARE_MS }
    return token
  }
  return async (refused) => {
    if (held !== undefined && held.token !== refused && now() < held.goodUntil) return held.token
    coming ??= fetchToken().finally(() => {
      coming = undefined
    })
    return coming
  }
}

async function requestToken(app: string, origin: string): Promise<{ token: string; expiresIn: number }> {
  let response: Response
  try {
    response = await fetch('/embed/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ app, origin }),
    })
  } catch {
    throw new ServiceError('unreachable', '')
  }
  if (!response.ok) throw await errorOf(response)
  // The service's own reply, of the same release.
  return (await response.json()) as { token: string; expiresIn: number }
}
