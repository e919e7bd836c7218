// What tells whether the passages answer? A handful of numbers about the best sentences, the best passages and what they lack.
import type { SearchResult, WeightedTerm } from '../../../search/passage.ts'
import { fold } from '../../../verify/fold.ts'
import type { Candidate } from '../../likelihood/likelihood.ts'
import { askedTerms, coverage } from '../../likelihood/signals.ts'
import { subjectOf } from '../../question/interrogatives.ts'
import { type MeetingFeatures, meetingFeatures } from './meeting-features.ts'
import { type Particulars, particularsOf } from './particulars.ts'
import { USUAL_WORDS } from './refusal-weights.ts'

/** Each would grow with the chance that the answer is there if it stood alone. */
export interface ConfidenceFeatures extends Particulars, MeetingFeatures {
  /** Share of the words asked about that the likeliest sentence holds, its passage with headings, any of the first passages. */
  readonly overlap: number
  readonly context: number
  readonly covered: number
  /** Standardised scores of the first passage, damped: a leg of 20 deviations isn't twice as sure as one of 10. */
  readonly words: number
  readonly meaning: number
  /** BM25 of the first passage for each unit of weight of the words asked about: unlike its score, alike for long and short questions. */
  readonly scored: number
  /** Of the likeliest sentence. */
  readonly likelihood: number
  /** Share of the words asked about that stand around the best thing of the kind asked for. */
  readonly focus: number
  /** Cosine of the best sentence that holds such a thing, less the best of all, in hundredths, at least -5. */
  readonly support: number
  /** The same in words: share that such a sentence holds less what any holds; 0 or less. */
  readonly together: number
  /** Share of the words asked about that the likeliest sentence holds more than any sentence of another passage. */
  readonly overlapAhead: number
  /** Weight of the words asked about that the best passage lacks, in tens, and of the three rarest of them; 0 or less. */
  readonly absent: number
  readonly rare: number
  /** Share of the whole words asked about, common or rare, that a passage holds, and that one sentence holds. */
  readonly named: number
  readonly namedTogether: number
}

/** Passages whose words count: an answer is hardly ever further down. */
const LOOKED_AT = 5
/** Words whose absence speaks loudest: a name in two or three pairs of characters. */
const RAREST = 3
/** Further off than this says no more. */
const LEAST_SUPPORT = -5

/**
 * @param candidates most likely first
 * @returns undefined when nothing was found
 */
export function confidenceFeatures(
  result: SearchResult,
  candidates: readonly Candidate[],
): ConfidenceFeatures | undefined {
  const [best] = candidates
  const [first] = result.passages
  if (best === undefined || first === undefined) return undefined
  const terms = askedTerms(result)
  const shown = result.passages.slice(0, LOOKED_AT)
  const texts = shown.map(({ sectionPath, text }) => fold(`${sectionPath.join(' ')} ${text}`))
  const fitting = candidates.filter(({ fit }) => fit > 0)
  const elsewhere = candidates.filter(({ passage }) => passage.rank !== best.passage.rank)
  const z = first.signals?.z ?? { bm25: 0, similarity: 0, sentenceSimilarity: 0 }
  return {
    overlap: best.overlap,
    context: best.context,
    covered: most(texts, (text) => coverage(terms, text)),
    words: Math.log1p(Math.max(0, farOff(z.bm25, result.chunksHeld))),
    meaning: Math.log1p(Math.max(0, z.sentenceSimilarity)),
    scored: (first.signals?.bm25 ?? 0) / Math.max(1, weightOf(terms)),
    likelihood: best.likelihood,
    focus: Math.max(
      0,
      most(fitting, ({ focus }) => focus),
    ),
    support: Math.max(
      LEAST_SUPPORT,
      most(fitting, ({ nearness }) => nearness * 100),
    ),
    together:
      Math.max(
        0,
        most(fitting, ({ overlap }) => overlap),
      ) - most(candidates, ({ overlap }) => overlap),
    overlapAhead:
      best.overlap -
      Math.max(
        0,
        most(elsewhere, ({ overlap }) => overlap),
      ),
    ...lacking(terms, texts),
    ...namedIn(subjectOf(result.question), texts, candidates),
    ...particularsOf(result, candidates, terms),
    ...meetingFeatures(candidates),
  }
}

/** How far the words of the first passage stand out for answerable questions, in deviations: the median. */
const USUAL_DEVIATIONS = Math.expm1(USUAL_WORDS.words ?? 0)

/**
 * Of n scores none is more than √(n − 1) deviations off the mean. Where that is less than usual, as in one short report, the
 * furthest there can be counts as the usual.
 */
function farOff(deviations: number, chunks = Number.POSITIVE_INFINITY): number {
  const furthest = Math.sqrt(Math.max(0, chunks - 1))
  if (furthest >= USUAL_DEVIATIONS) return deviations
  return furthest === 0 ? USUAL_DEVIATIONS : (deviations / furthest) * USUAL_DEVIATIONS
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
/** Sentences looked at for whole words. */
const LIKELIEST = 8

function namedIn(
  subject: string,
  texts: readonly string[],
  candidates: readonly Candidate[],
): Pick<ConfidenceFeatures, 'named' | 'namedTogether'> {
  const words = [...segmenter.segment(subject)].flatMap(({ segment, isWordLike }) =>
    isWordLike === true && segment.length > 1 ? [segment] : [],
  )
  // A question of single characters tells neither way.
  if (words.length === 0) return { named: 0.5, namedTogether: 0.5 }
  const share = (text: string) => words.filter((word) => text.includes(word)).length / words.length
  return {
    named: most(texts, share),
    namedTogether: most(candidates.slice(0, LIKELIEST), ({ sentence }) => share(fold(sentence.text))),
  }
}

function lacking(
  terms: readonly WeightedTerm[],
  texts: readonly string[],
): Pick<ConfidenceFeatures, 'absent' | 'rare'> {
  const own = terms.filter(({ isOwn }) => isOwn).sort((a, b) => b.idf - a.idf)
  const rarest = Math.max(1, own[0]?.idf ?? 1)
  const lacked = texts.map((text) => own.filter((term) => !text.includes(term.text)).map(({ idf }) => idf))
  return {
    absent: most(lacked, (idfs) => -sumOf(idfs)) / 10,
    rare: most(lacked, (idfs) => -sumOf(idfs.slice(0, RAREST))) / RAREST / rarest,
  }
}

/** Of the asker's own words. */
function weightOf(terms: readonly WeightedTerm[]): number {
  return sumOf(terms.map(({ idf, isOwn }) => (isOwn ? idf : 0)))
}

/** The largest value; -Infinity of none. */
function most<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((largest, item) => Math.max(largest, value(item)), Number.NEGATIVE_INFINITY)
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
