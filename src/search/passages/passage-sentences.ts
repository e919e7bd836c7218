// Of which sentences does a passage consist, and how near is each to the question?
import type { ChunkRecord } from '../../collection/collection.ts'
import { contains, type Range } from '../../text/range.ts'
import type { Readable } from '../../text/readable.ts'
import type { PassageSentence } from '../passage.ts'
import { sentenceSimilarity } from '../rank/sentences.ts'

export interface SentenceSource {
  readonly range: Range
  /** What the reader sees of the range; its offsets are those of the document. */
  readonly shown: Readable
  /** Chunks that the range touches, in any order. */
  readonly records: readonly ChunkRecord[]
  /** Undefined: only words were compared. */
  readonly question: Float32Array | undefined
}

/** Those that lie whole in the range, in text order. */
export function passageSentences({ range, shown, records, question }: SentenceSource): PassageSentence[] {
  const seen = ({ start, end }: Range) =>
    shown.text.slice(shown.fromSource(start), shown.fromSource(end)).trim()
  return records
    .flatMap((record) =>
      record.chunk.sentences.flatMap((sentence, i) => {
        if (!contains(range, sentence)) return []
        const similarity = question === undefined ? 0 : sentenceSimilarity(question, record, i)
        return [{ range: sentence, text: seen(sentence), similarity }]
      }),
    )
    .sort((a, b) => a.range.start - b.range.start)
}
