// Can a line of a report keep a pattern busy? Every regular expression of the sources, on lines made of its own characters.
import { createContext, Script } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { type Pattern, patternsOfSources } from './pattern-sources.ts'

/** Characters of the longest line that headings are looked for in; what may be longer is cut into sentences first. */
const LINE = 200
/** Of each pattern, for all its lines; sound ones need some ms, the others would not end in this life. */
const PATIENCE_MS = 4_000
/** Characters of a pattern that its lines are made of, each alone, in pairs, and the first of them in threes; and each of its words. */
const MOST_CHARACTERS = 10
const IN_THREES = 5
/** What classes such as \s, \d, \p{Script=Han} and . stand for. */
const STAND_INS = [' ', 'a', '甲', '1']
/** Wholes that some patterns repeat. */
const WHOLES = ['[a](b)   ', '“甲”、', '<a ', '1.1 ', '甲 | ']
/** What a pattern doesn't expect at the end makes it try every other way to there. */
const ENDS = ['\u0001', '。']

function linesFor({ source }: Pattern): string[] {
  const own = source.replace(
    /\\[pP]\{[^}]*\}|\\u[\da-fA-F]{4}|\\[a-zA-Z]|\{\d+(?:,\d*)?\}|\(\?<?[\w:=!]*/g,
    '',
  )
  const spread = [...new Set(own.replace(/[\\^$*+?()[\]{}]/g, ''))]
  const step = Math.max(1, Math.floor(spread.length / (MOST_CHARACTERS - STAND_INS.length)))
  const letters = [...new Set([...STAND_INS.slice(0, 2), ...spread.filter((_, i) => i % step === 0)])]
  const alphabet = [...new Set([...letters.slice(0, MOST_CHARACTERS - 2), ...STAND_INS])]
  const pairs = alphabet.flatMap((a) => alphabet.map((b) => a + b))
  const few = alphabet.slice(0, IN_THREES)
  const threes = few.flatMap((a) => few.flatMap((b) => few.map((c) => a + b + c)))
  const words = own.split(/[\\^$*+?()[\]{}|]+/).filter((word) => word.length > 1)
  const pieces = new Set([...alphabet, ...pairs, ...threes, ...words, ...WHOLES])
  return [...pieces].flatMap((piece) => ENDS.map((end) => piece.repeat(LINE).slice(0, LINE - 1) + end))
}

/** @returns false when it had to be stopped */
function endsInTime(pattern: Pattern): boolean {
  const { source, flags } = pattern
  const context = createContext({
    pattern: new RegExp(source, flags.replace('y', '')),
    lines: linesFor(pattern),
  })
  const script = new Script('for (const line of lines) { pattern.lastIndex = 0; line.replace(pattern, "") }')
  try {
    script.runInContext(context, { timeout: PATIENCE_MS })
    return true
  } catch (error) {
    // An error of the other context, which is no Error of ours.
    if ((error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false
    throw error
  }
}

describe('a regular expression run wild', () => {
  it('is known for what it is when it repeats a repetition', () => {
    const wild = { name: 'wild', source: '^[a-z]*(?:[ -]?[a-z-]+)*$', flags: 'u' }
    expect(endsInTime(wild)).toBe(false)
  })

  it('is none of those in the sources', async () => {
    const patterns = await patternsOfSources()
    expect(patterns.length).toBeGreaterThan(600)
    expect(patterns.filter((pattern) => !endsInTime(pattern)).map(({ name }) => name)).toEqual([])
  })
})
