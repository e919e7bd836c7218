// The passages a model was shown, sentence by sentence, each with the way back to its document.
import type { Document } from '../../document/document.ts'
import type { Passage } from '../../search/passage.ts'
import type { Range } from '../../text/range.ts'
import { readable } from '../../text/readable.ts'
import { splitSentences } from '../../text/sentences.ts'
import { fold } from '../../verify/fold.ts'

/** What a citation needs to know of a document. */
export type CitedDocument = Pick<
  Document,
  'id' | 'title' | 'organisation' | 'aliases' | 'date' | 'text' | 'paragraphs' | 'pages'
>

export interface SourceSentence {
  /** As a reader sees it. */
  readonly text: string
  /** Offsets into the document's text. */
  readonly range: Range
  readonly pairs: ReadonlySet<string>
}

export interface Source {
  /** The number that the model was shown, from 1. */
  readonly number: number
  readonly passage: Passage
  readonly document: CitedDocument
  readonly sentences: readonly SourceSentence[]
  readonly pairs: ReadonlySet<string>
}

/**
 * @param document the lookup of documents; a passage whose document is gone can't be cited and is left out
 */
export function openSources(
  passages: readonly Passage[],
  document: (id: string) => CitedDocument | undefined,
): Source[] {
  return passages.flatMap((passage, i) => {
    const found = document(passage.document.id)
    if (found === undefined) return []
    const sentences = sentencesOf(found, passage.range)
    return [
      {
        number: i + 1,
        passage,
        document: found,
        sentences,
        pairs: new Set(sentences.flatMap(({ pairs }) => [...pairs])),
      },
    ]
  })
}

function sentencesOf(document: CitedDocument, range: Range): SourceSentence[] {
  const gaps = document.paragraphs.flatMap((paragraph) => paragraph.gaps)
  const shown = readable(document.text, range, gaps)
  return splitSentences(shown.text).map(({ start, end }) => {
    const text = shown.text.slice(start, end)
    return {
      text,
      range: { start: shown.toSource(start), end: shown.toSource(end - 1) + 1 },
      pairs: pairsOf(text),
    }
  })
}

/** Neighbouring characters of a text, folded, punctuation left out: what two wordings of one thing share. */
export function pairsOf(text: string): Set<string> {
  const characters = [...fold(text).replace(/[^\p{L}\p{N}%‰]/gu, '')]
  return new Set(characters.slice(1).map((character, i) => (characters[i] ?? '') + character))
}

/** Share of `pairs` that is among `others`; 0 for none. */
export function shareOf(pairs: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (pairs.size === 0) return 0
  let shared = 0
  for (const pair of pairs) if (others.has(pair)) shared += 1
  return shared / pairs.size
}
