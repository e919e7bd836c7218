// Which report does an address name, and which part of it is lit now?
import { useEffect, useState } from 'preact/hooks'
import type { Range } from '../../text/range.ts'
import type { Client } from '../service/client.ts'
import type { Report } from '../service/wire.ts'
import { faultWords } from '../words/say.ts'
import { placeOf, type ReaderTarget } from './place.ts'

export interface LitReport {
  readonly report: Report
  readonly lit: Range | undefined
  /** Section to begin at, where nothing is lit. */
  readonly section: number | undefined
  /** What a reader should know before trusting what is lit. */
  readonly notice: 'changed' | 'noPlace' | undefined
}

export type Opening =
  | { readonly kind: 'loading' }
  | { readonly kind: 'open'; readonly shown: LitReport }
  | { readonly kind: 'failed'; readonly fault: string }

/** Keeps what was open until the next is there, so that stepping from citation to citation doesn't flicker. */
export function useReport(client: Client, { documentId, place }: ReaderTarget): Opening {
  const [opening, setOpening] = useState<Opening>({ kind: 'loading' })
  const known = opening.kind === 'open' ? opening.shown.report : undefined
  useEffect(() => {
    let isOver = false
    const isKnown = known !== undefined && (known.id === documentId || known.formerId === documentId)
    litReport(client, documentId, place, isKnown ? known : undefined)
      .then((shown) => {
        if (!isOver) setOpening({ kind: 'open', shown })
      })
      .catch((error: unknown) => {
        if (!isOver) setOpening({ kind: 'failed', fault: faultWords(error) })
      })
    return () => {
      isOver = true
    }
    // Not for `known`: it changes by what is done here.
  }, [client, documentId, place])
  return opening
}

async function litReport(
  client: Client,
  documentId: string,
  placeText: string,
  known: Report | undefined,
): Promise<LitReport> {
  const report = known ?? (await client.document(documentId))
  const place = placeOf(placeText)
  const plain = { report, lit: undefined, section: undefined, notice: undefined }
  switch (place.kind) {
    case 'whole':
      return plain
    case 'unknown':
      return { ...plain, notice: 'noPlace' }
    case 'range':
      return { ...plain, lit: place.range }
    case 'section':
      return { ...plain, section: place.section }
    case 'cited':
      try {
        const { range, changed } = await client.range(report.id, place.rangeId)
        return { ...plain, lit: range, notice: changed ? 'changed' : undefined }
      } catch {
        // A report is worth reading even where a link into it is worth nothing.
        return { ...plain, notice: 'noPlace' }
      }
    default:
      return place satisfies never
  }
}
