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
      sentence: 9.724,
      passage: -1.722,
      overlap: 1.629,
      context: 3.901,
      covered: 1.986,
      words: -1.181,
      meaning: -0.5494,
      margin: -0.3227,
      likelihood: 1.187,
      focus: 1.353,
      support: 0.2318,
      together: 1.14,
      absent: -0.2591,
      rare: -1.059,
      named: 0.5096,
      namedTogether: 1.6,
    },
    bias: -8.961,
  },
  open: {
    weights: {
      sentence: 31.09,
      passage: -1.423,
      overlap: 0.8652,
      context: -0.759,
      covered: -0.2759,
      words: 3.638,
      meaning: -0.1001,
      margin: 0.5997,
      likelihood: 1.767,
      focus: 1.261,
      support: -0.08712,
      together: -2.255,
      absent: 0.1643,
      rare: 0.926,
      named: 0.5688,
      namedTogether: 0.4246,
    },
    bias: -35.07,
  },
}

/** Medians of answerable questions: stand in where question and documents share no script. */
export const USUAL_WORDS: Partial<ConfidenceFeatures> = {
  overlap: 0.3118,
  context: 0.4055,
  covered: 0.4153,
  words: 1.846,
  focus: 0.2618,
  together: 0,
  absent: -2.897,
  rare: -1,
  named: 0.625,
  namedTogether: 0.3636,
}
