// Which sentence has for every word of the question one that means it? A second look at the likeliest, word beside word.
import type { Embedder, EmbedOptions, PassageInput, PassageVectors } from '../../embed/embedder.ts'
import { AppError } from '../../errors.ts'
import { dot } from '../../search/rank/sentences.ts'
import type { Range } from '../../text/range.ts'
import { fold } from '../../verify/fold.ts'
import { subjectOf } from '../question/interrogatives.ts'
import { besideNumbers, countedWords, nearest } from './counted-word.ts'
import type { Candidate, Meeting } from './likelihood.ts'
import { apart, commonPart, type TextVectors, wordsOf } from './word-vectors.ts'

/** Of an embedder, what this needs. */
export type WordEmbedder = Pick<Embedder, 'embedPassages' | 'embedQuery' | 'spansInContext'>

/** Sentences looked at; more of them hold the answer hardly more often. */
const LOOKED_AT = 8
/**
 * Fitted as the weights of likelihood.ts: the first ranking counts less than half, a tenth of a cosine 1.3. The sentence that
 * holds the answer comes first for .73 of the questions of a public set; by its clauses' vectors it did for .64.
 */
const FIRST_RANKING = 0.43
const WEIGHT = 12.8
/** What a sentence that wasn't looked at stands back by. */
const UNSEEN = -1.5
/** A long name is one thing that is asked about, not four. */
const LONGEST = 4
/** Sentences whose vectors are kept for the next question: some 80 KB each. */
const MOST_KEPT = 250

export interface WordReader {
  /** @returns the same candidates, most likely first, their likelihoods adding up to 1 */
  read(question: string, candidates: readonly Candidate[], signal?: AbortSignal): Promise<Candidate[]>
}

/** @param open called at the first question; where words have no vectors of their own, the first ranking stands */
export function createWordReader(open: () => Promise<WordEmbedder>): WordReader {
  const kept = new Map<string, PassageVectors>()

  async function vectorsOf(text: string, embedder: WordEmbedder, options: EmbedOptions | undefined) {
    const known = kept.get(text)
    if (known !== undefined) return known
    const vectors = await embedAlone(embedder, { text, spans: wordsOf(text) }, options)
    kept.set(text, vectors)
    forgetOldest(kept)
    return vectors
  }

  return {
    async read(question, candidates, signal) {
      const embedder = await open()
      if (embedder.spansInContext !== true || candidates.length === 0) return [...candidates]
      const asked = fold(question)
      const wanted = askedWords(asked)
      const texts = candidates.slice(0, LOOKED_AT).map(textOf)
      const options = signal && { signal }
      const whole = await embedder.embedQuery(asked, options)
      const own = await embedAlone(embedder, { text: asked, spans: wanted }, options)
      const sentences: PassageVectors[] = []
      for (const text of texts) sentences.push(await vectorsOf(text, embedder, options))
      const common = commonPart(sentences.flatMap(({ spanVectors }) => spanVectors))
      const withoutCommon = (vectors: readonly Float32Array[]) => vectors.map((one) => apart(one, common))
      const words = withoutCommon(own.spanVectors)
      const told = sentences.map(({ vector, spanVectors }) => ({
        whole: vector,
        words: withoutCommon(spanVectors),
      }))
      const weights = wanted.map(({ start, end }) => Math.min(LONGEST, end - start))
      const met = meetings({ whole, words, weights }, told)
      const beside = texts.map(besideNumbers)
      const counted = countedWords(asked, wanted).map(({ text, parts }) => ({
        text,
        near: nearest(
          parts.flatMap((i) => words[i] ?? []),
          told,
          beside,
        ),
      }))
      return weighed(
        candidates,
        met.map((one, i) => ({
          ...one,
          counted: counted.map(({ text, near }) => ({ text, nearness: near[i] ?? -1 })),
        })),
      )
    },
  }
}

/** A sentence is read under its heading: what that says needn't be said again. */
function textOf({ passage, sentence }: Candidate): string {
  const heading = passage.sectionPath.at(-1)
  return fold(heading === undefined ? sentence.text : `${heading}：${sentence.text}`)
}

/** Those that say what it is about; all of a question that only asks. */
function askedWords(question: string): Range[] {
  const subject = subjectOf(question)
  const words = wordsOf(question)
  const telling = words.filter(({ start, end }) => subject.slice(start, end).trim() !== '')
  return telling.length > 0 ? telling : words
}

/** The question as the model reads it: its words are those that say what it is about, each with its weight. */
interface AskedVectors extends TextVectors {
  readonly weights: readonly number[]
}

/** How well each sentence meets the words asked about: the mean of their cosines with its nearest word. */
function meetings(asked: AskedVectors, sentences: readonly TextVectors[]): Meeting[] {
  const total = asked.weights.reduce((sum, weight) => sum + weight, 0)
  return sentences.map(({ whole, words }) => {
    const alone = dot(asked.whole, whole)
    if (total === 0) return { mean: 0, least: 0, alone }
    const met = asked.words.map((one) => Math.max(-1, ...words.map((word) => dot(one, word))))
    const mean = met.reduce((sum, cosine, i) => sum + cosine * (asked.weights[i] ?? 0), 0) / total
    return { mean, least: Math.min(...met), alone }
  })
}

function weighed(candidates: readonly Candidate[], met: readonly Meeting[]): Candidate[] {
  const most = Math.max(...met.map(({ mean }) => mean))
  const scores = candidates.map(({ likelihood }, i) => {
    const here = met[i]
    const before = FIRST_RANKING * Math.log(Math.max(likelihood, Number.MIN_VALUE))
    return before + (here === undefined ? UNSEEN : WEIGHT * (here.mean - most))
  })
  const best = Math.max(...scores)
  const shares = scores.map((score) => Math.exp(score - best))
  const sum = shares.reduce((total, share) => total + share, 0)
  return candidates
    .map((one, i) => {
      const here = met[i]
      return { ...one, likelihood: (shares[i] ?? 0) / sum, ...(here !== undefined && { met: here }) }
    })
    .sort((a, b) => b.likelihood - a.likelihood)
}

/**
 * In a call of its own: the bundled weights round activations over a whole batch, so that beside others a text gets vectors that
 * are .997 alike, and what was kept of one question would change the answers to the next. Nine take as long alone as together.
 */
async function embedAlone(
  embedder: WordEmbedder,
  item: PassageInput,
  options: EmbedOptions | undefined,
): Promise<PassageVectors> {
  const [vectors] = await embedder.embedPassages([item], options)
  if (vectors === undefined) throw new AppError('internal', 'Embedding one text gave no vectors.')
  return vectors
}

function forgetOldest(kept: Map<string, unknown>): void {
  for (const text of kept.keys()) {
    if (kept.size <= MOST_KEPT) return
    kept.delete(text)
  }
}
