// How does the service hold on to a socket? Listens with every time limit set, and ends gracefully.
import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { AppError } from '../errors.ts'
import type { ApiKey } from '../keys.ts'
import type { App } from './app-environment.ts'
import { Ending } from './ending.ts'
import { isLoopback } from './guard/hosts.ts'
import { cutSlowReaders, type SlowReaderOptions } from './slow-readers.ts'

export interface ListenOptions {
  readonly host: string
  /** 0 takes any free one. */
  readonly port: number
  /** With keys an address that others reach is allowed. Default none. */
  readonly apiKeys?: readonly ApiKey[]
  /** Allows such an address although nobody is asked for a key. Default false. */
  readonly insecure?: boolean
  /** Default 9 s: a supervisor usually grants 10 before it kills, and the index wants to be closed too. */
  readonly graceMs?: number
  /** The app's, so that it knows that the end has begun. */
  readonly ending?: Ending
  /** Only tests set it. */
  readonly slowReaders?: SlowReaderOptions
}

export interface RunningServer {
  /** For a browser on this machine, without a slash at the end. */
  readonly url: string
  readonly port: number
  /** Answers nothing new, lets running answers end, calls them off shortly before the grace time is over, then cuts the rest. */
  close(): Promise<void>
}

/**
 * Node's own are 5 min, 1 min and none, made for long idling. The largest upload of the default settings comes in 2 min at 4 Mbit/s.
 */
const LIMITS = {
  requestTimeout: 120_000,
  headersTimeout: 10_000,
  keepAliveTimeout: 5_000,
  /** How often the first two are looked after. */
  connectionsCheckingInterval: 2_000,
}
const MAX_CONNECTIONS = 1_000
/** Connections that the system keeps until we look: with Node's 511, those of a crowd try in vain for up to two minutes. */
const BACKLOG = 4_096
/** No byte either way for so long: the other side is gone or reads on purpose too slowly. */
const IDLE_MS = 120_000

/** Share of the grace time after which running answers are called off: the rest is for their last words. */
const LAST_WORDS_AFTER = 0.85
/** How soon a connection is closed once its last answer was read. */
const IDLE_SWEEP_MS = 50

/** @throws AppError `bad-input` when the address is taken, not ours, or open to others without leave */
export async function startServer(app: App, options: ListenOptions): Promise<RunningServer> {
  const { host, port, apiKeys = [] } = options
  if (!isLoopback(host) && apiKeys.length === 0 && !options.insecure) {
    throw new AppError(
      'bad-input',
      `${host} can be reached by others, and nobody would be asked for a key.`,
      {
        hint: 'Set WENBAO_API_KEYS to what `wenbao key` prints, or say --insecure (WENBAO_INSECURE=true).',
      },
    )
  }
  const server = createAdaptorServer({ fetch: app.fetch, createServer, serverOptions: LIMITS }) as Server // by createServer
  server.maxConnections = MAX_CONNECTIONS
  server.timeout = IDLE_MS
  cutSlowReaders(server, options.slowReaders)
  const spare = spareConnections(server)
  const { ending = new Ending(), graceMs = 9_000 } = options
  let closed: Promise<void> | undefined
  await listen(server, host, port)
  const { port: actualPort } = server.address() as AddressInfo // a listening TCP server has one
  return {
    url: `http://${browsable(host)}:${actualPort}`,
    port: actualPort,
    close() {
      closed ??= closeGracefully(server, spare, ending, graceMs)
      return closed
    },
  }
}

/** A wildcard is no address that a browser can go to; an IPv6 address needs brackets. */
export function browsable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(explain(cause, host, port)))
    server.listen({ port, host, backlog: BACKLOG }, resolve)
  })
}

function explain(cause: NodeJS.ErrnoException, host: string, port: number): AppError {
  if (cause.code === 'EADDRINUSE') {
    return new AppError('bad-input', `Port ${port} on ${host} is taken by another program.`, {
      hint: 'Stop it, or choose another port: --port N (WENBAO_PORT).',
      cause,
    })
  }
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'this user may not listen there',
    EADDRNOTAVAIL: 'this machine has no such address',
    ENOTFOUND: 'no address is known by that name',
  }
  const reason = reasons[cause.code ?? ''] ?? cause.message
  return new AppError('bad-input', `Can't listen on ${host}, port ${port}: ${reason}.`, {
    hint: 'Choose with --host and --port (WENBAO_HOST, WENBAO_PORT).',
    cause,
  })
}

/** Those on which nothing was asked yet: browsers open some ahead, and Node, which takes them for busy, would wait for them. */
function spareConnections(server: Server): ReadonlySet<Socket> {
  const spare = new Set<Socket>()
  server.on('connection', (socket) => {
    spare.add(socket)
    socket.once('close', () => spare.delete(socket))
  })
  server.on('request', ({ socket }) => spare.delete(socket))
  return spare
}

/**
 * Goes on listening while somebody is being answered, so that a balancer hears from /ready that the service ends. Node itself
 * would leave a connection open for its keep-alive time after its last answer.
 */
async function closeGracefully(
  server: Server,
  spare: ReadonlySet<Socket>,
  ending: Ending,
  graceMs: number,
): Promise<void> {
  let giveUp = () => {}
  const isOver = new Promise<void>((resolve) => {
    giveUp = resolve
  })
  const lastWords = setTimeout(() => ending.callOff(), graceMs * LAST_WORDS_AFTER)
  const cutOff = setTimeout(() => {
    giveUp()
    server.closeAllConnections()
  }, graceMs)
  const closed = new Promise((resolve) => server.once('close', resolve))
  await Promise.race([ending.begin(), isOver])
  server.close()
  for (const socket of spare) socket.destroy()
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_SWEEP_MS)
  await closed
  clearInterval(idle)
  clearTimeout(lastWords)
  clearTimeout(cutOff)
}
