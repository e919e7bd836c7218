import { describe, expect, it } from 'vitest'
import { readableOn } from '../../../src/web/widget/look.ts'

describe('readableOn', () => {
  it.each([
    ['rgb(0, 0, 0)', '#fff'],
    ['rgb(140, 47, 36)', '#fff'],
    ['rgb(255, 200, 0)', '#111'],
    ['rgba(255, 255, 255, 0.5)', '#111'],
    ['oklch(…)', '#fff'],
  ])('on %s writes %s', (background, ink) => {
    expect(readableOn(background)).toBe(ink)
  })
})
