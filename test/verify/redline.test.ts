import { describe, expect, it } from 'vitest'
import { compare, written } from '../../src/verify/comparison.ts'
import { changesOf } from '../../src/verify/redline.ts'

/** `claim→evidence` of each change, with how it is anchored. */
function changes(claim: string, evidence: string): string[] {
  const comparison = compare(claim, { texts: [evidence] })
  return changesOf(comparison).map(({ claim: ours, evidence: theirs, anchored }) => {
    const mine = written(comparison.claim, ours.from, ours.to)
    return `${mine}→${written(comparison.evidence, theirs.from, theirs.to)} ${anchored}`
  })
}

describe('changesOf', () => {
  it('is empty for a sentence repeated', () => {
    expect(changes('医院开展义诊。', '医院开展义诊。')).toEqual([])
  })

  it('gives what was replaced, added and left out', () => {
    expect(changes('医院党委书记陈静介绍情况', '医院党委书记林岚介绍情况')).toEqual(['陈静→林岚 both'])
    expect(changes('医院没有开展义诊', '医院开展义诊')).toEqual(['没有→ both'])
    expect(changes('医院开展义诊', '医院积极开展义诊')).toEqual(['→积极 both'])
  })

  it('takes the beginning of a sentence for an anchor', () => {
    expect(changes('林岚向记者介绍情况', '昨天开会。陈静向记者介绍情况')).toEqual(['林岚→陈静 both'])
  })

  it('gives both sides of a jump', () => {
    expect(changes('藏书丰富，创办于山城', '创办于山城，环境优美，近年藏书丰富')).toEqual([
      '→优美，近年 right',
      '→环境优美 left',
    ])
  })

  it('is empty when nothing is alike', () => {
    expect(changes('天气晴朗', '医院开展义诊')).toEqual([])
  })
})
