// What does each feature count when it is decided whether to answer? Written by scripts/fit-refusal.mjs.
import type { ConfidenceFeatures } from './confidence-features.ts'

/** See `situationOf`. */
export type Situation = 'near' | 'open'

export interface Model {
  /** A feature that isn't here says nothing in that situation. */
  readonly weights: Partial<ConfidenceFeatures>
  readonly bias: number
}

/** Logistic; the bias puts the confidence that 95 of 100 answerable questions of the fitting set reach at a half. */
export const MODELS: Readonly<Record<Situation, Model>> = {
  near: {
    weights: {
      overlap: 1.11,
      context: 1.805,
      covered: 1.94,
      words: -1.281,
      meaning: -1.079,
      likelihood: 2.051,
      focus: 1.43,
      support: 0.1669,
      together: 3.075,
      absent: -0.2641,
      rare: -0.9597,
      named: 0.6048,
      namedTogether: 1.241,
      told: 1.348,
      rareTogether: -1.087,
      met: 3.298,
      metLeast: 3.676,
    },
    bias: -2.996,
  },
  open: {
    weights: {
      overlap: -0.6137,
      context: 1.014,
      covered: 0.2226,
      words: 3.698,
      meaning: -0.1392,
      scored: -2.942,
      likelihood: 0.5053,
      focus: 1.311,
      support: -0.07808,
      together: -0.8521,
      overlapAhead: 1.564,
      absent: 0.2235,
      rare: 1.234,
      named: 0.6117,
      namedTogether: 0.1314,
      told: 0.7144,
      rareTogether: 1.227,
      met: 2.882,
      metLeast: 2.433,
      ahead: 1.29,
      alone: 36.06,
      aloneAhead: 8.95,
    },
    bias: -41.66,
  },
}

/** Medians of answerable questions: stand in where question and documents share no script. */
export const USUAL_WORDS: Partial<ConfidenceFeatures> = {
  overlap: 0.3239,
  context: 0.4022,
  covered: 0.4153,
  words: 1.846,
  scored: 0.3991,
  focus: 0.2753,
  together: 0,
  overlapAhead: 0.1533,
  absent: -2.897,
  rare: -1,
  named: 0.625,
  namedTogether: 0.4,
  told: 0,
  rareTogether: 0,
}

/** Medians of answerable questions: stand in where no words were compared. */
export const USUAL_MEETING = {
  met: 0.4742,
  metLeast: 0.2326,
  ahead: 0.2005,
  alone: 0.8994,
  aloneAhead: 0.02787,
}
