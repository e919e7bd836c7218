// A real HTTP server on the loopback address for as long as a test runs.
import { createServer, type RequestListener } from 'node:http'

export interface Loopback {
  readonly url: string
  close(): Promise<void>
}

export async function serveLoopback(listener: RequestListener): Promise<Loopback> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
