import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rangeId, resolveRangeId } from '../../src/answer/permalink.ts'
import { trimRange } from '../../src/text/sentences.ts'

const text = '一、工作情况\n全年门诊12.3万人次，同比增长5%。\n二、存在问题\n床位不足，全年门诊压力较大。\n'
const cited = rangeOf(text, '全年门诊12.3万人次，同比增长5%。')

describe('rangeId', () => {
  it('is made of the place and the words, not of the white space', () => {
    const id = rangeId(text, cited)
    expect(id).toMatch(/^7-j-[\da-z]+-[\da-z]+$/)
    expect(rangeId('一、工作情况\n全年门诊12.3万\n人次，同比增长5%。', { start: 7, end: 27 })).toBe(id)
  })

  it('finds any range of any text again, without the blanks at its ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(), fc.nat(), (body, a, b) => {
        const [start, end] = [a % (body.length + 1), b % (body.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ]
        const range = trimRange(body, { start, end })
        fc.pre(range.start < range.end)
        expect(resolveRangeId(rangeId(body, range), body)).toEqual({ range, changed: false })
      }),
    )
  })
})

describe('resolveRangeId', () => {
  const id = rangeId(text, cited)

  it('finds the words where they moved to', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 50 }), (before, after) => {
        const moved = `${before}\n${text}${after}`
        const found = resolveRangeId(id, moved)
        expect(found?.changed).toBe(false)
        expect(moved.slice(found?.range.start, found?.range.end)).toBe('全年门诊12.3万人次，同比增长5%。')
      }),
    )
  })

  it('takes the nearest of several', () => {
    const twice = `${text}${text}`
    const second = rangeId(twice, { start: text.length + 7, end: text.length + 26 })
    expect(resolveRangeId(second, twice)?.range.start).toBe(text.length + 7)
    expect(resolveRangeId(id, twice)?.range.start).toBe(7)
  })

  it('says that the passage changed and finds it by its beginning', () => {
    const corrected = `前言一行。\n${text.replace('同比增长5%', '同比增长6%')}`
    const found = resolveRangeId(id, corrected)
    expect(found).toEqual({ range: rangeOf(corrected, '全年门诊12.3万人次，同比增长6%。'), changed: true })
  })

  it('gives the old place, inside the text, when nothing is like it', () => {
    expect(resolveRangeId(id, '完全不同的一份报告，没有上面的话，不过长度还够放下那一段引文。')).toEqual({
      range: { start: 7, end: 26 },
      changed: true,
    })
    expect(resolveRangeId(id, '短')).toEqual({ range: { start: 0, end: 1 }, changed: true })
    expect(resolveRangeId(id, '')).toEqual({ range: { start: 0, end: 0 }, changed: true })
  })

  it('refuses what is no id', () => {
    expect(
      ['', 'p3', '1-2-3', '1-2-3-4-5', '-1-2-3-4', `${'z'.repeat(400)}-1-1-1`].map((odd) =>
        resolveRangeId(odd, text),
      ),
    ).toEqual(Array.from({ length: 6 }, () => undefined))
  })

  it('never leaves the text, whatever the id says', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[\da-z]{1,7}-[\da-z]{1,7}-[\da-z]{1,11}-[\da-z]{1,6}$/),
        fc.string(),
        (odd, body) => {
          const { start, end } = resolveRangeId(odd, body)?.range ?? { start: -1, end: -1 }
          expect(0 <= start && start <= end && end <= body.length).toBe(true)
        },
      ),
    )
  })
})

function rangeOf(body: string, part: string) {
  const start = body.indexOf(part)
  return { start, end: start + part.length }
}
