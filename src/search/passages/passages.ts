// What is shown? The best chunks as passages: widened, without what was shown before, with marks for the reader.
import type { Chunk } from '../../chunk/chunk.ts'
import type { ChunkRecord, DocumentSummary } from '../../collection/collection.ts'
import { contains, type Range } from '../../text/range.ts'
import type { Readable } from '../../text/readable.ts'
import type { ChunkTable } from '../derived/chunk-table.ts'
import type { RecordCache } from '../derived/record-cache.ts'
import type { Passage } from '../passage.ts'
import type { AskedTerm } from '../question.ts'
import type { RankedChunk } from '../rank/rank.ts'
import { findHighlights } from './highlights.ts'
import { passageSentences } from './passage-sentences.ts'
import { MAX_PASSAGE_CHARACTERS, widenChunk } from './widen.ts'

export interface PassageParts {
  readonly table: ChunkTable
  readonly records: RecordCache
  readonly documents: ReadonlyMap<string, DocumentSummary>
}

export interface PassageOptions {
  readonly topK: number
  readonly explain: boolean
  /** Adds the sentences, compared with this vector if it has one. */
  readonly sentencesFor?: { readonly question: Float32Array | undefined }
}

/** @param ranked best first */
export function buildPassages(
  parts: PassageParts,
  ranked: readonly RankedChunk[],
  terms: readonly AskedTerm[],
  { topK, explain, sentencesFor }: PassageOptions,
): Passage[] {
  const passages: Passage[] = []
  const texts = new Set<string>()
  readBeside(parts, ranked.slice(0, topK))
  for (const hit of ranked) {
    if (passages.length === topK) break
    const { chunk } = hit.record
    const spoken = chunk.text.replace(/\s+/g, '')
    if (texts.has(spoken) || isShown(chunk, passages)) continue
    const document = parts.documents.get(chunk.documentId)
    if (document === undefined) continue
    texts.add(spoken)
    const passage = buildPassage(parts, hit, document, terms, sentencesFor)
    passages.push({ ...passage, rank: passages.length + 1, ...(explain && { signals: hit.signals }) })
  }
  return passages
}

/** One read for the neighbours of all hits is several times as quick as one for each. */
function readBeside({ table, records }: PassageParts, hits: readonly RankedChunk[]): void {
  records.chunks(
    hits.flatMap(({ slot }) => [
      ...(table.goesOnAt(slot) ? [table.ordinalAt(slot - 1)] : []),
      ...(table.goesOnAt(slot + 1) ? [table.ordinalAt(slot + 1)] : []),
    ]),
  )
}

function isShown(chunk: Chunk, passages: readonly Passage[]): boolean {
  return passages.some(
    ({ document, range }) => document.id === chunk.documentId && contains(range, chunk.range),
  )
}

function buildPassage(
  parts: PassageParts,
  { slot, record, score, sentence }: RankedChunk,
  { id, path, title, organisation, date }: DocumentSummary,
  terms: readonly AskedTerm[],
  sentencesFor: PassageOptions['sentencesFor'],
): Omit<Passage, 'rank'> {
  const { chunk } = record
  const room = MAX_PASSAGE_CHARACTERS - chunk.text.length
  const before = neighbours(parts, slot, -1, room)
  const after = neighbours(parts, slot, 1, room)
  const { range, shown, whole } = widenChunk(chunk, before.map(chunkOf), after.map(chunkOf))
  const best = sentence === undefined ? undefined : chunk.sentences[sentence]
  return {
    score,
    document: {
      id,
      path,
      title,
      ...(organisation !== undefined && { organisation }),
      ...(date !== undefined && { date }),
      ...(chunk.page !== undefined && { page: chunk.page }),
    },
    sectionPath: chunk.sectionPath,
    kind: chunk.kind,
    range,
    text: shown.text,
    highlights: findHighlights(shown.text, terms),
    ...(best && { bestSentence: rangeIn(shown, best) }),
    chunkIds: whole.map((one) => one.id),
    ...(sentencesFor && {
      sentences: passageSentences({
        range,
        shown,
        records: [record, ...before, ...after],
        question: sentencesFor.question,
      }),
    }),
  }
}

function chunkOf({ chunk }: ChunkRecord): Chunk {
  return chunk
}

function rangeIn(shown: Readable, { start, end }: Range): Range {
  return { start: shown.fromSource(start), end: shown.fromSource(end) }
}

/** Chunks that go on from a slot, or that it goes on from; nearest first, as many as may be of use. */
function neighbours(
  { table, records }: PassageParts,
  slot: number,
  direction: 1 | -1,
  room: number,
): ChunkRecord[] {
  const found: ChunkRecord[] = []
  let left = room
  for (let at = slot; left > 0 && table.goesOnAt(direction === 1 ? at + 1 : at); ) {
    at += direction
    const record = records.chunk(table.ordinalAt(at))
    if (record === undefined) break
    found.push(record)
    left -= record.chunk.text.length
  }
  return found
}
