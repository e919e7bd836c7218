// Is the method one that this address knows? Hono takes a known path with another method for an unknown path.
import type { App } from '../app-environment.ts'
import { errorResponse, type Refuse } from '../errors.ts'

/** Tells a client that an address exists and what it takes; to be called after every route was added. */
export function refuseOtherMethods(app: App, refuse: Refuse = errorResponse): void {
  const methodsOf = new Map<string, Set<string>>()
  for (const { path, method } of app.routes) {
    if (method === 'ALL') continue
    methodsOf.set(path, (methodsOf.get(path) ?? new Set()).add(method))
  }
  for (const [path, methods] of methodsOf) {
    const allowed = [...methods, ...(methods.has('GET') ? ['HEAD'] : [])].join(', ')
    app.all(path, (c) => {
      c.header('Allow', allowed)
      return refuse(c, 'method-not-allowed', `Expected ${allowed} here, got ${c.req.method}.`)
    })
  }
}
