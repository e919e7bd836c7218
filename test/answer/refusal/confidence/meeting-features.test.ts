// How one sentence meets the question beside the others.
import { describe, expect, it } from 'vitest'
import type { Candidate, Meeting } from '../../../../src/answer/likelihood/likelihood.ts'
import { meetingFeatures } from '../../../../src/answer/refusal/confidence/meeting-features.ts'
import { USUAL_MEETING } from '../../../../src/answer/refusal/confidence/refusal-weights.ts'
import { candidatesOf, passageWithSentences } from '../../../fixtures/answers.ts'

/** One sentence of the passage of that rank. */
function sentenceOf(rank: number, met?: Meeting): Candidate[] {
  const passage = passageWithSentences(`p${rank}`, '馆内共有座位。', { rank })
  return candidatesOf(passage, [0.5]).map((one) => ({ ...one, ...(met && { met }) }))
}

describe('meetingFeatures', () => {
  it('takes the best of all sentences, and the worst word of the likeliest', () => {
    const features = meetingFeatures([
      ...sentenceOf(1, { mean: 0.5, least: 0.2, alone: 0.8 }),
      ...sentenceOf(2, { mean: 0.6, least: 0.4, alone: 0.9 }),
    ])
    expect(features.met).toBe(0.6)
    expect(features.metLeast).toBe(0.2)
    expect(features.alone).toBe(0.9)
    expect(features.aloneAhead).toBeCloseTo(0.05, 10)
  })

  it('measures how far the best is ahead of other passages, not of its own neighbours', () => {
    const best = sentenceOf(1, { mean: 0.6, least: 0.4, alone: 0.9 })
    const neighbour = sentenceOf(1, { mean: 0.58, least: 0.4, alone: 0.9 })
    const other = sentenceOf(2, { mean: 0.45, least: 0.1, alone: 0.7 })
    expect(meetingFeatures([...best, ...neighbour, ...other]).ahead).toBeCloseTo(0.15, 10)
    expect(meetingFeatures([...best, ...neighbour]).ahead).toBe(0.3)
  })

  it('passes over sentences that were not looked at', () => {
    const looked = sentenceOf(1, { mean: 0.6, least: 0.4, alone: 0.9 })
    expect(meetingFeatures([...sentenceOf(2), ...looked])).toEqual(meetingFeatures(looked))
  })

  it('says what is usual where no words were compared', () => {
    expect(meetingFeatures(sentenceOf(1))).toEqual(USUAL_MEETING)
  })
})
