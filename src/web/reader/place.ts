// Which part of which report does an address name?
import type { Range } from '../../text/range.ts'

/** A report and, behind `#`, a place in it. */
export interface ReaderTarget {
  readonly documentId: string
  /** What stands behind `#`; empty for the report as a whole. */
  readonly place: string
}

export type Place =
  | { readonly kind: 'whole' }
  /** Of a citation; where it stands now is for the service to say. */
  | { readonly kind: 'cited'; readonly rangeId: string }
  | { readonly kind: 'range'; readonly range: Range }
  /** Index into the outline. */
  | { readonly kind: 'section'; readonly section: number }
  | { readonly kind: 'unknown' }

/** @param url `/d/{id}#{place}`, with or without what stands before it @returns undefined for any other address */
export function readerTarget(url: string): ReaderTarget | undefined {
  const match = /\/d\/([^/?#]+)(?:\?[^#]*)?(?:#(.*))?$/.exec(url)
  if (match?.[1] === undefined) return undefined
  return { documentId: match[1], place: match[2] ?? '' }
}

export function readerUrl({ documentId, place }: ReaderTarget): string {
  return `/d/${documentId}${place === '' ? '' : `#${place}`}`
}

export function placeOf(text: string): Place {
  if (text === '') return { kind: 'whole' }
  const offsets = /^(\d+)-(\d+)$/.exec(text)
  if (offsets) return { kind: 'range', range: { start: Number(offsets[1]), end: Number(offsets[2]) } }
  const section = /^at-(\d+)$/.exec(text)
  if (section) return { kind: 'section', section: Number(section[1]) }
  return /^[\da-z]+(?:-[\da-z]+){3}$/.test(text) ? { kind: 'cited', rangeId: text } : { kind: 'unknown' }
}
