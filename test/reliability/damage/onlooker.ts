// Who opens damaged folders? A process that may die of it, asked about one folder after the other; then the next one takes over.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createInterface, type Interface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const DIST = fileURLToPath(new URL('../../../dist', import.meta.url))
const CHILD = fileURLToPath(new URL('look.mjs', import.meta.url))
/** Opening and asking takes some tenths of a second. */
const TIMEOUT_MS = 60_000

/** A hash of the answer, the refusal, or what nobody expected. */
export type Answer = string | { readonly code: string; readonly message: string } | { readonly fault: string }

/** By question; or how the process ended over it. */
export type Look = Readonly<Record<string, Answer>> | { readonly crash: string }

export class Onlooker {
  readonly #reports: string
  #child: ChildProcessWithoutNullStreams | undefined
  #lines: Interface | undefined
  #stderr = ''

  /** @param reports the folder that was learnt */
  constructor(reports: string) {
    this.#reports = reports
  }

  /** @param withGraph searched by a graph from the first chunk on; else every vector is compared */
  look(index: string, withGraph: boolean): Promise<Look> {
    const { child, lines } = this.#running()
    return new Promise((resolve) => {
      const settle = (look: Look) => {
        clearTimeout(deadline)
        lines.off('line', onLine)
        child.off('close', onClose)
        resolve(look)
      }
      const onLine = (line: string) => settle(JSON.parse(line))
      const onClose = (code: number | null, signal: string | null) => {
        this.#child = undefined
        settle({ crash: `${signal ?? code} ${this.#stderr.slice(-500)}` })
      }
      const deadline = setTimeout(() => child.kill('SIGKILL'), TIMEOUT_MS)
      lines.once('line', onLine)
      child.once('close', onClose)
      child.stdin.write(`${JSON.stringify({ index, withGraph })}\n`)
    })
  }

  close(): void {
    this.#child?.kill()
  }

  #running(): { child: ChildProcessWithoutNullStreams; lines: Interface } {
    if (this.#child !== undefined && this.#lines !== undefined) {
      return { child: this.#child, lines: this.#lines }
    }
    const child = spawn(process.execPath, [CHILD, DIST, this.#reports])
    const lines = createInterface({ input: child.stdout })
    this.#stderr = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr += text
    })
    // A process that died says so by its end.
    child.stdin.on('error', () => {})
    this.#child = child
    this.#lines = lines
    return { child, lines }
  }
}
