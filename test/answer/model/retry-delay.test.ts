import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPassing, LONGEST_WAIT_MS, retryDelayMs } from '../../../src/answer/model/retry-delay.ts'

const NOW = Date.parse('2024-05-01T00:00:00Z')

describe('retryDelayMs', () => {
  it('waits as long as it is told, in seconds or until a date', () => {
    expect(retryDelayMs('3', 1, NOW, 0)).toBe(3000)
    expect(retryDelayMs('0.5', 1, NOW, 0)).toBe(500)
    expect(retryDelayMs('Wed, 01 May 2024 00:00:07 GMT', 1, NOW, 0)).toBe(7000)
    expect(retryDelayMs('Wed, 01 May 2013 00:00:07 GMT', 1, NOW, 0)).toBe(0)
  })

  it('gives up where it is told to wait too long', () => {
    expect(
      ['21', '999999999999999', 'Fri, 01 May 2099 00:00:00 GMT'].map((header) =>
        retryDelayMs(header, 1, NOW, 0),
      ),
    ).toEqual([undefined, undefined, undefined])
  })

  it('doubles its own wait, less a chance, when told nothing that makes sense', () => {
    expect([1, 2, 3].map((attempt) => retryDelayMs(null, attempt, NOW, 0))).toEqual([400, 800, 1600])
    expect(retryDelayMs('soon', 1, NOW, 1)).toBe(200)
    expect(retryDelayMs('-5', 1, NOW, 0)).toBe(400)
  })

  it('is always bounded', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 1, max: 60 }),
        fc.float({ min: 0, max: 1, noNaN: true }),
        (header, attempt, chance) => {
          const delay = retryDelayMs(header, attempt, NOW, chance) ?? 0
          expect(delay >= 0 && delay <= LONGEST_WAIT_MS + 400).toBe(true)
        },
      ),
    )
  })
})

describe('isPassing', () => {
  it('tells a fault that may pass from one that stays', () => {
    expect([408, 409, 429, 500, 502, 503, 599].every(isPassing)).toBe(true)
    expect([200, 400, 401, 403, 404, 422].some(isPassing)).toBe(false)
  })
})
