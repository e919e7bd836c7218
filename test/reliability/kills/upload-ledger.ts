// Which uploads were acknowledged, and which of them may have been? What a client can know of a service that dies.
import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { documentList } from '../../../src/server/api/document-schemas.ts'
import { formOf } from '../../fixtures/upload-service.ts'

export class UploadLedger {
  /** By name: the hash of what was acknowledged last. */
  readonly #acknowledged = new Map<string, string>()
  /** By name: what was sent since without an answer. */
  readonly #unanswered = new Map<string, string>()
  readonly #texts = new Map<string, string>()
  acknowledgements = 0

  /** Sends one file; a service that dies meanwhile leaves it unanswered. */
  async send(url: string, name: string, text: string): Promise<void> {
    const sha256 = createHash('sha256').update(text).digest('hex')
    this.#texts.set(sha256, text)
    this.#unanswered.set(name, sha256)
    const response = await fetch(`${url}/api/documents`, {
      method: 'POST',
      body: formOf([[name, text]]),
    }).catch(() => undefined)
    if (response === undefined) return
    expect(response.status).toBe(200)
    this.acknowledgements += 1
    this.#acknowledged.set(name, sha256)
    this.#unanswered.delete(name)
    await response.arrayBuffer().catch(() => undefined)
  }

  /**
   * Compares with what the restarted service tells, and takes over what it decided about the unanswered ones.
   *
   * @returns what was acknowledged and isn't listed, isn't learnt, or comes back as other bytes; in words
   */
  async check(url: string): Promise<string[]> {
    const { uploads, documents } = documentList.parse(await (await fetch(`${url}/api/documents`)).json())
    const listed = new Map(uploads.map((upload) => [upload.name, upload]))
    const held = new Set(documents.map(({ id }) => id))
    const lost: string[] = []
    for (const name of new Set([...this.#acknowledged.keys(), ...this.#unanswered.keys()])) {
      const possible = [this.#acknowledged.get(name), this.#unanswered.get(name)]
      const upload = listed.get(name)
      if (!possible.includes(upload?.sha256)) lost.push(`${name}: not what was acknowledged is listed`)
      if (upload === undefined) continue
      if (upload.state !== 'learnt' || !held.has(upload.documentId)) lost.push(`${name}: not learnt`)
      const text = await (await fetch(`${url}/api/documents/${upload.documentId}/original`)).text()
      if (text !== this.#texts.get(upload.sha256)) lost.push(`${name}: other bytes come back`)
      this.#acknowledged.set(name, upload.sha256)
    }
    this.#unanswered.clear()
    return lost
  }
}
