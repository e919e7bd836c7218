import { describe, expect, it } from 'vitest'
import { compare } from '../../src/verify/comparison.ts'
import { judgeNegation } from '../../src/verify/negation.ts'
import { changesOf } from '../../src/verify/redline.ts'

function judge(claim: string, evidence: string): boolean[] {
  const comparison = compare(claim, { texts: [evidence] })
  return judgeNegation(comparison, changesOf(comparison)).map(({ contradicted }) => contradicted)
}

describe('judgeNegation', () => {
  it.each([
    ['医院没有开展义诊', '医院开展义诊'],
    ['医院开展义诊', '医院没有开展义诊'],
    ['新楼已启用', '新楼尚未启用'],
    ['他不是主任', '他是主任'],
    ['与异性没有分别', '与异性有分别'],
    ['患者满意度下降', '患者满意度提高'],
    ['是海拔最低的医院', '是海拔最高的医院'],
    ['排名全省第一', '排名全国第一'],
    ['每年组织两次演练', '每月组织两次演练'],
    ['申请退出协会', '申请加入协会'],
  ])('sees that %s denies %s', (claim, evidence) => {
    expect(judge(claim, evidence)).toEqual([true])
  })

  it.each([
    ['医院尚未开展义诊', '医院没有开展义诊'],
    ['不需要另外挂号', '无需另外挂号'],
    ['能力提升', '能力不断提升'],
    ['医院不仅看病，也做研究', '医院看病，也做研究'],
    ['最后交给系统', '不确定的就不用录入，最后交给系统'],
    ['新楼预计六月启用', '新楼尚未使用，预计六月启用'],
    ['是否参加由本人决定', '参不参加由本人决定'],
  ])('sees that %s goes with %s', (claim, evidence) => {
    expect(judge(claim, evidence)).toEqual([])
  })
})
