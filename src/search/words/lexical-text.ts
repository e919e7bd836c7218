// Under which words is a chunk found? Its header, what the reader sees of it, and its places as foreigners write them.
import type { Chunk } from '../../chunk/chunk.ts'
import { foldText } from '../../text/lexical-key.ts'
import { romanise } from '../../text/pinyin.ts'
import { readable } from '../../text/readable.ts'
import { countTerms, type TermId } from '../../text/terms.ts'
import { placePrefixes } from '../routing/place-prefixes.ts'

/** How often each term occurs in the header and in the text, and the place names of the organisation in pinyin. */
export function termsOfChunk(chunk: Chunk, organisation: string | undefined): Map<TermId, number> {
  const counts = countTerms(foldText(`${chunk.header}\n${readableText(chunk)}`))
  if (organisation === undefined) return counts
  const places = placePrefixes(organisation).map(romanise).join(' ')
  for (const [id, count] of countTerms(places)) counts.set(id, (counts.get(id) ?? 0) + count)
  return counts
}

/** The chunk's text with its broken lines joined. */
export function readableText({ text, range, gaps }: Chunk): string {
  const shifted = gaps.map((gap) => ({ ...gap, start: gap.start - range.start, end: gap.end - range.start }))
  return readable(text, { start: 0, end: text.length }, shifted).text
}
