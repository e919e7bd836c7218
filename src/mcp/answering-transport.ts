// What of a client that sends its last request and closes its end at once? It still gets every answer.
import { Readable, type Writable } from 'node:stream'
import {
  isJSONRPCNotification,
  isJSONRPCRequest,
  isJSONRPCResponse,
  type JSONRPCMessage,
  type Transport,
} from '@modelcontextprotocol/server'
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio'

/** What clients commonly wait for an answer; nobody waits longer. */
const LINGER_MS = 60_000

/** The library's transport drops what it is working on when the input ends; requests piped in would get no reply. */
export class AnsweringTransport implements Transport {
  onclose?: () => void
  onerror?: (error: Error) => void
  onmessage?: Transport['onmessage']
  /** Resolves once, however the connection ends. */
  readonly closed: Promise<void>
  readonly #input: Readable
  /** Ends later than the input. */
  readonly #held = new Readable({ read: () => {} })
  readonly #inner: StdioServerTransport
  readonly #unanswered = new Set<unknown>()
  readonly #pass = (piece: Buffer) => void this.#held.push(piece)
  #isInputOver = false
  #lingering: NodeJS.Timeout | undefined
  #reportClosed: () => void = () => {}

  constructor(input: Readable, output: Writable) {
    this.#input = input
    this.#inner = new StdioServerTransport(this.#held, output)
    this.closed = new Promise((resolve) => {
      this.#reportClosed = resolve
    })
  }

  async start(): Promise<void> {
    this.#inner.onmessage = (message) => {
      if (isJSONRPCRequest(message)) this.#unanswered.add(message.id)
      // A request that was called off is never answered.
      if (isJSONRPCNotification(message) && message.method === 'notifications/cancelled') {
        this.#settle(message.params?.['requestId'])
      }
      this.onmessage?.(message)
    }
    this.#inner.onerror = (error) => this.onerror?.(error)
    this.#inner.onclose = () => {
      clearTimeout(this.#lingering)
      this.#input.off('data', this.#pass)
      this.#input.pause()
      this.onclose?.()
      this.#reportClosed()
    }
    await this.#inner.start()
    // After the transport's own listener, so that what came is counted by then.
    this.#held.on('data', () => this.#endWhenAnswered())
    this.#input.on('data', this.#pass)
    this.#input.once('end', this.#inputIsOver)
    this.#input.once('close', this.#inputIsOver)
  }

  async send(message: JSONRPCMessage): Promise<void> {
    await this.#inner.send(message)
    if (isJSONRPCResponse(message)) this.#settle(message.id)
  }

  close(): Promise<void> {
    return this.#inner.close()
  }

  readonly #inputIsOver = () => {
    if (this.#isInputOver) return
    this.#isInputOver = true
    this.#lingering = setTimeout(() => this.#held.push(null), LINGER_MS)
    this.#endWhenAnswered()
  }

  #settle(id: unknown): void {
    this.#unanswered.delete(id)
    this.#endWhenAnswered()
  }

  #endWhenAnswered(): void {
    const isAllRead = this.#held.readableLength === 0
    if (this.#isInputOver && isAllRead && this.#unanswered.size === 0) this.#held.push(null)
  }
}
