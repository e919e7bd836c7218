// Slips of the pen and what was meant.
import { describe, expect, it } from 'vitest'
import { nearestWord } from '../../src/cli/nearest.ts'

const COMMANDS = ['index', 'search', 'serve', 'outline', 'eval', 'status', 'doctor']

describe('nearestWord', () => {
  it.each([
    ['serach', 'search'],
    ['servr', 'serve'],
    ['OUTLINE', 'outline'],
    ['statsu', 'status'],
    ['idx', 'index'],
  ])('takes %s for %s', (typed, meant) => {
    expect(nearestWord(typed, COMMANDS)).toBe(meant)
  })

  it.each(['banana', 'x', ''])('makes no guess for %j', (typed) => {
    expect(nearestWord(typed, COMMANDS)).toBe(undefined)
  })
})
