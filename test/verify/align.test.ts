import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align } from '../../src/verify/align.ts'
import { fold } from '../../src/verify/fold.ts'
import { tokenise } from '../../src/verify/tokens.ts'
import { alignAnywhere } from '../../src/verify/window.ts'

/** What each claim token stands for, `_` for nothing. */
function aligned(claim: string, evidence: string): string {
  const theirs = tokenise(fold(evidence))
  return [...align(tokenise(fold(claim)), theirs)]
    .map((at) => (at === -1 ? '_' : evidence.slice(theirs[at]?.start, theirs[at]?.end)))
    .join('')
}

describe('align', () => {
  it('follows the evidence over what was left out', () => {
    expect(aligned('医院开展义诊', '医院近年来积极开展义诊')).toBe('医院开展义诊')
  })

  it('jumps where the clauses come in another order', () => {
    expect(aligned('图书馆藏书丰富，学校创办于山城', '学校创办于山城，图书馆藏书丰富')).toBe(
      '图书馆藏书丰富学校创办于山城',
    )
  })

  it('pairs another number in the same place', () => {
    expect(aligned('骨干35名参加', '骨干41名参加，群体35名')).toBe('骨干41名参加')
  })

  it('leaves a name taken from elsewhere unaligned', () => {
    expect(aligned('护士长小川获一等奖', '护士长沈佳获一等奖。主任小川说')).toBe('护士长__获一等奖')
  })

  it('leaves a character that matches by chance unaligned', () => {
    expect(aligned('作家王国书来访', '作家李国强来访')).toBe('作家___来访')
  })

  it('aligns a text with itself token by token', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'医院党员发展3十名，。2年') }), (text) => {
        const tokens = tokenise(text)
        expect([...align(tokens, tokens)]).toEqual([...tokens.keys()])
      }),
    )
  })
})

describe('alignAnywhere', () => {
  const sentence = (i: number) =>
    `第${i}届大赛在${'东西南北中'.charAt(i % 5)}城举行，共有${i * 7}名选手参加。`
  const evidence = tokenise(fold(Array.from({ length: 400 }, (_, i) => sentence(i + 1)).join('')))

  it('finds a sentence anywhere in evidence longer than one window', () => {
    for (const i of [1, 137, 399]) {
      const claim = tokenise(fold(sentence(i)))
      const places = [...alignAnywhere(claim, evidence)]
      expect(places.map((at) => evidence[at]?.key)).toEqual(claim.map(({ key }) => key))
    }
  })

  it('aligns a claim longer than one slice', () => {
    const places = [...alignAnywhere(evidence, evidence)]
    const inPlace = places.filter((at, i) => at === i).length
    expect(inPlace / evidence.length).toBeGreaterThan(0.95)
  })
})
