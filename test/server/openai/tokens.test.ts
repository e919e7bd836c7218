import { describe, expect, it } from 'vitest'
import { estimateTokens } from '../../../src/server/openai/tokens.ts'

describe('estimateTokens', () => {
  it.each([
    ['', 0],
    ['门诊量', 3],
    ['what is it?', 3],
    ['2024年门诊量', 5],
    ['😀', 1],
  ])('counts %j as %i', (text, tokens) => {
    expect(estimateTokens(text)).toBe(tokens)
  })
})
