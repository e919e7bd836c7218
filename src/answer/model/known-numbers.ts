// Which numbers of a sentence stand in none of the passages? Values, whatever way they are written.
import { findNumbers, type NumberMention } from '../../text/numbers.ts'
import { fold } from '../../verify/fold.ts'
import type { Source } from './sources.ts'

export type KnownNumbers = ReadonlySet<string>

/** Numbers of the passages, of their titles and headings, and of the documents' dates. */
export function numbersOf(sources: readonly Source[]): KnownNumbers {
  const known = new Set<string>()
  for (const { document, passage, sentences } of sources) {
    const about = [document.title, document.organisation ?? '', document.date ?? '', ...passage.sectionPath]
    for (const text of [...about, ...sentences.map((sentence) => sentence.text)])
      for (const number of findNumbers(fold(text))) {
        known.add(keyOf(number.value))
        if (number.upper !== undefined) known.add(keyOf(number.upper))
      }
  }
  return known
}

/** @returns as written in the sentence; single numerals that may be part of a word are passed over */
export function unknownNumbers(sentence: string, known: KnownNumbers): string[] {
  const folded = fold(sentence)
  return findNumbers(folded)
    .filter((number) => !isWord(number) && !known.has(keyOf(number.value)))
    .map(({ start, end }) => sentence.slice(start, end))
}

function isWord({ bare, ordinal }: NumberMention): boolean {
  return bare && !ordinal
}

function keyOf(value: number): string {
  return value.toPrecision(9)
}
