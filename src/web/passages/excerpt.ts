// What of a passage is worth a glance? The sentence nearest to the question, on top, with the words that it answers to.
import type { Passage } from '../../search/passage.ts'
import { cutPieces, type Layer, type Piece } from '../reader/pieces.ts'

type Lit = Pick<Passage, 'text' | 'highlights' | 'bestSentence'>

/** @returns the whole passage, lit */
export function wholePieces(passage: Lit): Piece[] {
  return cutPieces(passage.text, layersOf(passage))
}

/** @returns from the nearest sentence on, so that it is seen where only the first lines are shown */
export function excerptPieces(passage: Lit): Piece[] {
  const start = passage.bestSentence?.start ?? 0
  const layers = layersOf(passage).map(({ range, mark }) => ({
    range: { start: range.start - start, end: range.end - start },
    mark,
  }))
  const pieces = cutPieces(passage.text.slice(start), layers)
  return start === 0 ? pieces : [{ text: '……' }, ...pieces]
}

/** Words of the question stand out on top of the sentence that is nearest to it. */
function layersOf({ bestSentence, highlights }: Lit): Layer[] {
  return [
    ...(bestSentence ? [{ range: bestSentence, mark: 'nearest' }] : []),
    ...highlights.map((range) => {
      const isInNearest = bestSentence && bestSentence.start <= range.start && range.end <= bestSentence.end
      return { range, mark: isInNearest ? 'word nearest' : 'word' }
    }),
  ]
}
