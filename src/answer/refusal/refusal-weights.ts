// What does each feature count when it is decided whether to answer? Written by scripts/fit-refusal.mjs.
import type { ConfidenceFeatures } from './confidence-features.ts'

/** See `situationOf`. */
export type Situation = 'near' | 'open'

export interface Model {
  readonly weights: ConfidenceFeatures
  readonly bias: number
}

/** Logistic; the bias puts the confidence that 95 of 100 answerable questions of the fitting set reach at a half. */
export const MODELS: Readonly<Record<Situation, Model>> = {
  near: {
    weights: {
      overlap: 0.832,
      context: 1.697,
      covered: 1.882,
      words: -1.131,
      meaning: -0.455,
      scored: 0,
      likelihood: 1.948,
      focus: 1.064,
      support: 0.2215,
      together: 1.941,
      overlapAhead: 0,
      absent: -0.2915,
      rare: -1.158,
      named: 0.5059,
      namedTogether: 0.887,
      met: 4.512,
      metLeast: 3.827,
      ahead: 0,
      alone: 0,
      aloneAhead: 0,
      told: 0,
      rareTogether: 0,
    },
    bias: -0.9846,
  },
  open: {
    weights: {
      overlap: 0.2753,
      context: 0.9481,
      covered: -2.556,
      words: 3.676,
      meaning: -0.2018,
      scored: 0,
      likelihood: 2.091,
      focus: 1.102,
      support: -0.04111,
      together: -0.8592,
      overlapAhead: 0,
      absent: 0.1347,
      rare: 0.9712,
      named: 0.3276,
      namedTogether: -0.1694,
      met: 5.514,
      metLeast: 2.395,
      ahead: 0,
      alone: 0,
      aloneAhead: 0,
      told: 0,
      rareTogether: 0,
    },
    bias: -29.86,
  },
}

/** Medians of answerable questions: stand in where question and documents share no script. */
export const USUAL_WORDS: Partial<ConfidenceFeatures> = {
  overlap: 0.3239,
  context: 0.4022,
  covered: 0.4153,
  words: 1.846,
  focus: 0.2618,
  together: 0,
  absent: -2.897,
  rare: -1,
  named: 0.625,
  namedTogether: 0.4,
}

/** Medians of answerable questions: stand in where no words were compared. */
export const USUAL_MEETING = {
  met: 0.4742,
  metLeast: 0.2326,
  ahead: 0,
  alone: 0,
  aloneAhead: 0,
}
