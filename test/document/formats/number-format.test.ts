import { describe, expect, it } from 'vitest'
import { builtInFormat, showNumber } from '../../../src/document/formats/xlsx/number-format.ts'

describe('showNumber', () => {
  it.each([
    [0.1 + 0.2, 'General', '0.3'],
    [1234567.891, '#,##0.00', '1,234,567.89'],
    [-1234.5, '#,##0.0_);(#,##0.0)', '-1,234.5'],
    [0.256, '0.0%', '25.6%'],
    [12, '0"人次"', '12'],
    [45_352, 'yyyy"年"m"月"d"日"', '2024-03-01'],
    [45_352.5, 'yyyy-mm-dd hh:mm', '2024-03-01 12:00'],
    [45_352, 'yyyy"年"m"月"', '2024-03'],
    [0.75, 'h:mm', '18:00'],
    [1, 'yyyy-mm-dd', '1900-01-01'],
    [3_000_000, 'yyyy-mm-dd', '3000000'],
  ])('shows %d in %s as %s', (value, format, shown) => {
    expect(showNumber(value, format, false)).toBe(shown)
  })

  it('counts days from 1904 where a file says so, and knows the Chinese built-in days', () => {
    expect(showNumber(43_890, builtInFormat(31), true)).toBe('2024-03-01')
  })
})
