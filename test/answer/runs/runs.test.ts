// How many sentences the answer takes.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseRuns, type Run, tightened } from '../../../src/answer/runs/runs.ts'
import { candidatesOf, passageWithSentences } from '../../fixtures/answers.ts'

const passage = passageWithSentences('a', '第一句在这里。第二句在这里。第三句在这里。第四句在这里。')
const limits = { characters: 100, least: 0, sentences: 3, runs: 2, isOneAnswer: false }
const texts = (runs: readonly Run[]) => runs.map((run) => run.map(({ sentence }) => sentence.text).join(''))

describe('chooseRuns', () => {
  it('stops at one sentence that is likely enough', () => {
    expect(texts(chooseRuns(candidatesOf(passage, [0.02, 0.95, 0.02, 0.01]), limits))).toEqual([
      '第二句在这里。',
    ])
  })

  it('takes in neighbours until it is likely enough, in text order', () => {
    const chosen = chooseRuns(candidatesOf(passage, [0.2, 0.5, 0.25, 0.05]), limits)
    expect(texts(chosen)).toEqual(['第一句在这里。第二句在这里。第三句在这里。'])
  })

  it('opens another run only for a sentence that may well be the one', () => {
    const other = passageWithSentences('b', '别处的一句话。', { rank: 2 })
    const both = (likelihood: number) =>
      [...candidatesOf(passage, [0.02, 0.5, 0.03, 0.02]), ...candidatesOf(other, [likelihood])].sort(
        (a, b) => b.likelihood - a.likelihood,
      )
    const roomy = { ...limits, sentences: 5 }
    expect(texts(chooseRuns(both(0.4), roomy))).toContain('别处的一句话。')
    expect(texts(chooseRuns(both(0.2), roomy))).not.toContain('别处的一句话。')
  })

  it('prefers the stretch that most probably holds it to the likeliest sentence alone', () => {
    const other = passageWithSentences('b', '别处的一句话。', { rank: 2 })
    const candidates = [...candidatesOf(other, [0.3]), ...candidatesOf(passage, [0.1, 0.25, 0.2, 0.15])]
    expect(texts(chooseRuns(candidates, { ...limits, runs: 1 }))).toEqual([
      '第二句在这里。第三句在这里。第四句在这里。',
    ])
  })

  it('goes on to what follows until it has told enough', () => {
    const candidates = candidatesOf(passage, [0.02, 0.95, 0.02, 0.01])
    expect(texts(chooseRuns(candidates, { ...limits, least: 12, runs: 1 }))).toEqual([
      '第二句在这里。第三句在这里。',
    ])
  })

  describe('where one sentence answers', () => {
    const one = { ...limits, sentences: 5, isOneAnswer: true }

    it('tells two likely ones apart without what stands between them', () => {
      const candidates = candidatesOf(passage, [0.47, 0.01, 0.02, 0.44])
      expect(texts(chooseRuns(candidates, { ...limits, sentences: 5, runs: 1 }))).toEqual([
        '第一句在这里。第二句在这里。第三句在这里。第四句在这里。',
      ])
      expect(texts(chooseRuns(candidates, one))).toEqual(['第一句在这里。', '第四句在这里。'])
    })

    it('tells the likeliest alone where no other is half as likely', () => {
      expect(texts(chooseRuns(candidatesOf(passage, [0.6, 0.01, 0.02, 0.28]), one))).toEqual([
        '第一句在这里。',
      ])
    })

    it('takes in a neighbour that may well be the one', () => {
      expect(texts(chooseRuns(candidatesOf(passage, [0.5, 0.3, 0.01, 0.01]), one))).toEqual([
        '第一句在这里。第二句在这里。',
      ])
    })

    it('looks for the second near the first', () => {
      const other = passageWithSentences('b', '别处的一句话。', { rank: 2 })
      const candidates = [...candidatesOf(passage, [0.5]), ...candidatesOf(other, [0.4])]
      expect(texts(chooseRuns(candidates, one))).toEqual(['第一句在这里。'])
    })
  })

  describe('of numbered items', () => {
    const items = passageWithSentences(
      'a',
      '本馆要做的事。1.新购图书三百册。采购已经开始。2.开设少儿阅览室。',
    )
    const of = (likelihoods: readonly number[], isOneAnswer: boolean) =>
      texts(chooseRuns(candidatesOf(items, likelihoods), { ...limits, sentences: 4, isOneAnswer }))

    it('ends a run with the item it began in', () => {
      const within = passageWithSentences('a', '采购已经开始。2.开设少儿阅览室。')
      expect(texts(chooseRuns(candidatesOf(within, [0.4, 0.5]), limits))).toEqual([
        '2.开设少儿阅览室。',
        '采购已经开始。',
      ])
      expect(of([0, 0.35, 0.35, 0.1], true)).toEqual(['1.新购图书三百册。采购已经开始。'])
    })

    it('goes on from item to item where it began with one, or before the first', () => {
      expect(of([0, 0.3, 0.3, 0.3], false)).toEqual(['1.新购图书三百册。采购已经开始。2.开设少儿阅览室。'])
      expect(of([0.3, 0.3, 0.3, 0], false)).toEqual(['本馆要做的事。1.新购图书三百册。采购已经开始。'])
    })

    it('completes no item with the next', () => {
      const short = passageWithSentences('a', '3.新购图书。4.开设少儿阅览室。')
      expect(texts(chooseRuns(candidatesOf(short, [0.95, 0.01]), limits))).toEqual(['3.新购图书。'])
    })
  })

  it('is empty for nothing', () => {
    expect(chooseRuns([], limits)).toEqual([])
  })

  it('keeps runs whole, in order, apart and within the limits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (weights) => {
          const runs = chooseRuns(candidatesOf(passage, weights), limits)
          const indexes = runs.map((run) => run.map(({ index }) => index))
          expect(indexes.flat().length).toBeLessThanOrEqual(limits.sentences)
          expect(new Set(indexes.flat()).size).toBe(indexes.flat().length)
          for (const run of indexes) {
            expect(run).toEqual(Array.from({ length: run.length }, (_, i) => (run[0] ?? 0) + i))
          }
        },
      ),
    )
  })
})

describe('tightened', () => {
  const run = (fits: readonly number[], likelihoods: readonly number[]) =>
    candidatesOf(passage, likelihoods)
      .sort((a, b) => a.index - b.index)
      .map((one, i) => ({ ...one, fit: fits[i] ?? 0 }))

  it('leaves out sentences at the ends that hold nothing of the kind asked for and are unlikely', () => {
    expect(texts([tightened(run([0, 1, 0, 0], [0.1, 0.7, 0.1, 0.1]))])).toEqual(['第二句在这里。'])
  })

  it('keeps what is likely, and what stands between', () => {
    expect(texts([tightened(run([1, 0, 1, 0], [0.4, 0.05, 0.3, 0.25]))])).toEqual([
      '第一句在这里。第二句在这里。第三句在这里。第四句在这里。',
    ])
  })
})
