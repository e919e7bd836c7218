import { describe, expect, it } from 'vitest'
import { periodOf } from '../../../src/server/dify/period.ts'

describe('periodOf', () => {
  it.each([
    ['2024', '2024-01-01', '2025-01-01'],
    [2024, '2024-01-01', '2025-01-01'],
    ['2024-12', '2024-12-01', '2025-01-01'],
    ['2024-2-29', '2024-02-29', '2024-03-01'],
    ['2024/02/29', '2024-02-29', '2024-03-01'],
    ['2024-02-29 08:30', '2024-02-29', '2024-03-01'],
  ])('takes %s for the time from %s to before %s', (value, start, end) => {
    expect(periodOf(value)).toEqual({ start: Date.parse(start), end: Date.parse(end) })
  })

  it('takes a large number for seconds, and a very large one for milliseconds', () => {
    const start = Date.parse('2024-03-01T00:00:00Z')
    expect([periodOf(start / 1000), periodOf(String(start))]).toEqual([
      { start, end: start + 1 },
      { start, end: start + 1 },
    ])
  })

  it.each(['', '2024-13', '2024-00', '24', 'someday', '2024年'])('takes %j for no date', (value) => {
    expect(periodOf(value)).toBeUndefined()
  })
})
