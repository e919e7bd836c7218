import { describe, expect, it } from 'vitest'
import { yearsIn } from '../../../src/search/routing/years.ts'

describe('yearsIn', () => {
  it('reads years, ranges and full-width digits, ascending and once', () => {
    expect(yearsIn('2024年和２０２２年，2024')).toEqual([2022, 2024])
    expect(yearsIn('2021至2024年')).toEqual([2021, 2022, 2023, 2024])
    expect(yearsIn('2021年—2023年')).toEqual([2021, 2022, 2023])
  })

  it('takes no part of a longer number for a year, and no history for a range', () => {
    expect(yearsIn('编号120245号')).toEqual([])
    expect(yearsIn('1920到2020年')).toEqual([1920, 2020])
  })
})
