import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planWindows } from '../../src/embed/windows.ts'

const unitRanges = (count: number) => Array.from({ length: count }, (_, i) => ({ start: i, end: i + 1 }))

describe('planWindows', () => {
  it('needs one window when the text fits', () => {
    const spans = [
      { start: 0, end: 4 },
      { start: 4, end: 10 },
    ]
    expect(planWindows(unitRanges(10), spans, 10)).toEqual([
      {
        fromToken: 0,
        toToken: 10,
        spans: [
          { span: 0, fromToken: 0, toToken: 4 },
          { span: 1, fromToken: 4, toToken: 10 },
        ],
      },
    ])
  })

  it('begins a further window with the first span that does not fit', () => {
    const spans = [
      { start: 0, end: 6 },
      { start: 6, end: 12 },
      { start: 12, end: 14 },
    ]
    const windows = planWindows(unitRanges(14), spans, 10)
    expect(windows.map(({ fromToken, toToken }) => [fromToken, toToken])).toEqual([
      [0, 10],
      [6, 14],
    ])
    expect(windows.map((window) => window.spans.map(({ span }) => span))).toEqual([[0], [1, 2]])
  })

  it('cuts a span only when it is longer than a window', () => {
    const [window] = planWindows(unitRanges(30), [{ start: 0, end: 30 }], 10)
    expect(window?.spans).toEqual([{ span: 0, fromToken: 0, toToken: 10 }])
  })

  it('gives a text without tokens or spans one window', () => {
    expect(planWindows([], [], 10)).toEqual([{ fromToken: 0, toToken: 0, spans: [] }])
  })

  it('puts every span that has a token into exactly one window that holds it', () => {
    const cases = fc.record({
      widths: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 60 }),
      lengths: fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 12 }),
      capacity: fc.integer({ min: 1, max: 20 }),
    })
    fc.assert(
      fc.property(cases, ({ widths, lengths, capacity }) => {
        const ranges = consecutive(widths)
        const spans = consecutive(lengths)
        const windows = planWindows(ranges, spans, capacity)
        const placed = windows.flatMap((window) => window.spans.map(({ span }) => span)).sort((a, b) => a - b)
        const held = spans.flatMap((span, i) =>
          span.start < span.end && ranges.some((range) => range.end > span.start && range.start < span.end)
            ? [i]
            : [],
        )
        expect(placed).toEqual(held)
        for (const window of windows) {
          expect(window.toToken - window.fromToken).toBeLessThanOrEqual(capacity)
          for (const span of window.spans) {
            expect(span.fromToken).toBeGreaterThanOrEqual(window.fromToken)
            expect(span.toToken).toBeGreaterThan(span.fromToken)
            expect(span.toToken).toBeLessThanOrEqual(window.toToken)
          }
        }
      }),
    )
  })
})

function consecutive(lengths: readonly number[]) {
  let at = 0
  return lengths.map((length) => {
    at += length
    return { start: at - length, end: at }
  })
}
