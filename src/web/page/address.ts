// Which question does the page's address hold? It stands behind `#`, where it is never sent to a server or written to its log.
import type { Turn } from '../conversation/turns.ts'

export interface AddressedQuestion {
  readonly kind: Turn['kind']
  readonly question: string
  /** The only report that is asked. */
  readonly documentId?: string
  /** The only organisation that is searched. */
  readonly organisation?: string
}

/** @param hash with or without its `#` @returns undefined when there is no question in it */
export function addressedQuestion(hash: string): AddressedQuestion | undefined {
  const fields = new URLSearchParams(hash.replace(/^#/, ''))
  const question = fields.get('q')?.trim() ?? ''
  if (question === '') return undefined
  const documentId = fields.get('document')
  const organisation = fields.get('organisation')
  if (fields.get('mode') === 'search') {
    return { kind: 'search', question, ...(organisation !== null && { organisation }) }
  }
  return { kind: 'answer', question, ...(documentId !== null && { documentId }) }
}

/** @returns with its `#`; empty for no question */
export function addressOf(asked: AddressedQuestion | undefined): string {
  if (asked === undefined) return ''
  const { kind, question, documentId, organisation } = asked
  const fields = new URLSearchParams({
    q: question,
    ...(kind === 'search' && { mode: 'search' }),
    ...(organisation !== undefined && { organisation }),
    ...(documentId !== undefined && { document: documentId }),
  })
  return `#${fields}`
}
