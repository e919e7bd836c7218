import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Gap } from '../../src/text/range.ts'
import { readable } from '../../src/text/readable.ts'

describe('readable', () => {
  it('shows the replacement where a gap was and finds the way back', () => {
    const source = '前半句\n图一\n后半句。第二\n  段。'
    const gaps: Gap[] = [
      { start: 3, end: 7, replacement: '' },
      { start: 13, end: 16, replacement: '\n' },
    ]
    const shown = readable(source, { start: 1, end: source.length }, gaps)
    expect(shown.text).toBe('半句后半句。第二\n段。')
    expect([...shown.text].map((_, at) => source.charAt(shown.toSource(at)))).toEqual([
      ...'半句后半句。第二\n段。',
    ])
    expect(shown.toSource(shown.text.length)).toBe(source.length)
    expect(shown.fromSource(5)).toBe(2)
  })

  it('leads every visible character back to itself', () => {
    fc.assert(
      fc.property(sources(), ({ source, range, gaps }) => {
        const shown = readable(source, range, gaps)
        for (let at = range.start; at < range.end; at++) {
          if (gaps.some((gap) => gap.start <= at && at < gap.end)) continue
          expect(shown.text.charAt(shown.fromSource(at))).toBe(source.charAt(at))
          expect(shown.toSource(shown.fromSource(at))).toBe(at)
        }
      }),
    )
  })
})

/** Every character of the source is another one. */
function sources() {
  const cuts = fc.uniqueArray(fc.nat({ max: 60 }), { minLength: 2, maxLength: 12 })
  const replacements = fc.infiniteStream(fc.constantFrom('' as const, ' ' as const, '\n' as const))
  return fc
    .tuple(cuts, replacements, fc.nat({ max: 30 }), fc.nat({ max: 30 }))
    .map(([places, marks, start, length]) => {
      const source = Array.from({ length: 61 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('')
      const sorted = places.toSorted((a, b) => a - b)
      const gaps: Gap[] = []
      for (let i = 0; i + 1 < sorted.length; i += 2) {
        gaps.push({ start: sorted[i]!, end: sorted[i + 1]!, replacement: marks.next().value })
      }
      return { source, range: { start, end: start + length }, gaps }
    })
}
