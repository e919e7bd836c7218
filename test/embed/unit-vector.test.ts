import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toUnit } from '../../src/embed/unit-vector.ts'
import { normOf } from './vectors.ts'

describe('toUnit', () => {
  it('scales a row to length one', () => {
    expect([...toUnit(Float32Array.of(3, 4), 'internal', 'a row')]).toEqual([
      Math.fround(0.6),
      Math.fround(0.8),
    ])
  })

  it('gives length one for any row whose numbers are of a usable size', () => {
    const size = fc.float({ min: Math.fround(1e-6), max: Math.fround(1e6), noNaN: true })
    fc.assert(
      fc.property(fc.array(size, { minLength: 1, maxLength: 32 }), (values) => {
        expect(normOf(toUnit(Float32Array.from(values), 'internal', 'a row'))).toBeCloseTo(1, 5)
      }),
    )
  })

  it.each([
    ['NaN', Float32Array.of(1, Number.NaN), 'not finite'],
    ['infinity', Float32Array.of(1, Number.POSITIVE_INFINITY), 'not finite'],
    ['zeros', Float32Array.of(0, 0), 'only zeros'],
  ])('refuses %s and names the text', (_, row, fault) => {
    const refuse = () => toUnit(row, 'model-unavailable', 'passage 37')
    expect(refuse).toThrow(fault)
    expect(refuse).toThrow('passage 37')
  })
})
