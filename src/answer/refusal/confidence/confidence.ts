// How sure is it that the passages answer the question? A logistic over their features, one for each of two situations.
import type { SearchResult } from '../../../search/passage.ts'
import { languageOf } from '../../../text/language.ts'
import type { Candidate } from '../../likelihood/likelihood.ts'
import { type ConfidenceFeatures, confidenceFeatures } from './confidence-features.ts'
import { MODELS, type Situation, USUAL_WORDS } from './refusal-weights.ts'

/**
 * Near: the question names whose report it is, every passage is about the same matters, and the answer may be the one thing
 * that isn't told. Open: it may be about anything, and what is found may be about something else.
 */
function situationOf({ routing }: SearchResult): Situation {
  return routing.mode === 'none' ? 'open' : 'near'
}

/**
 * 0 to 1; 0 when nothing was found. At a half, 95 of 100 answerable questions of the fitting set are kept in either situation.
 *
 * @param candidates most likely first
 */
export function confidenceOf(result: SearchResult, candidates: readonly Candidate[]): number {
  const features = confidenceFeatures(result, candidates)
  if (features === undefined) return 0
  const { weights, bias } = MODELS[situationOf(result)]
  const known = languageOf(result.question) === 'zh' ? features : withUsualWords(features)
  const names = Object.keys(weights) as (keyof ConfidenceFeatures)[] // the keys of a record of that type
  const sum = names.reduce((total, name) => total + (weights[name] ?? 0) * known[name], bias)
  return 1 / (1 + Math.exp(-sum))
}

/** In another language no word can be shared: what words would say is taken to be as usual. */
function withUsualWords(features: ConfidenceFeatures): ConfidenceFeatures {
  return { ...features, ...USUAL_WORDS }
}
