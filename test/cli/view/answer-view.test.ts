import { describe, expect, it } from 'vitest'
import { answerText } from '../../../src/cli/view/answer-view.ts'
import { passageOf } from '../../fixtures/passages.ts'
import { ANSWERED, CITATION, CLAIM, REFUSED } from '../../fixtures/scripted-answer.ts'

const options = { columns: 60, isStyled: false, say: (words: { en: string }) => words.en }

describe('answerText', () => {
  it('gives the text with its markers, then every source with quotation and permalink', () => {
    expect(answerText(ANSWERED, options)).toBe(
      ['门诊量为一百万人次。[1]', '', '[1] 年度报告', '    门诊量为一百万人次。', `    ${CITATION.url}`].join(
        '\n',
      ),
    )
  })

  it('says of a claim that is not borne out what was not found', () => {
    const reasons = [
      { aspect: 'number', found: false, text: '二百万', detail: '原文是一百万。' },
      { aspect: 'name', found: true, text: '门诊', detail: '原文有门诊。' },
    ]
    const claim = { ...CLAIM, text: '门诊量为二百万。', verdict: 'contradicted' as const, reasons }
    const text = answerText({ ...ANSWERED, claims: [CLAIM, claim] }, options)
    expect(text).toContain('! contradicted: 门诊量为二百万。\n    原文是一百万。')
    expect(text).not.toContain('原文有门诊')
  })

  it('gives a refusal with its reason, its choices and the nearest passages', () => {
    const choices = [{ name: '甲市二院', documentId: 'x', title: '工作总结' }]
    const nearest = [passageOf('a', '全院现有床位九百张。')]
    expect(answerText({ ...REFUSED, choices, nearest }, options)).toBe(
      [
        '报告里没有 2019 年的门诊量。',
        '',
        'Which one do you mean?',
        '  1. 甲市二院  工作总结',
        '',
        'Nearest passages:',
        '  - 标题a > 一、小节',
        '    全院现有床位九百张。',
      ].join('\n'),
    )
  })

  it('lets no escape sequence through', () => {
    const evil = '\u001B]0;x\u0007\u001B[2J'
    const citation = { ...CITATION, title: evil, sectionPath: [evil], quote: evil, url: evil }
    const claim = { ...CLAIM, text: evil, verdict: 'partial' as const }
    const answer = { ...ANSWERED, text: evil, citations: [citation], claims: [claim] }
    const refusal = { ...REFUSED, message: evil, nearest: [passageOf('a', evil)] }
    for (const shown of [answer, refusal]) expect(answerText(shown, options)).not.toContain('\u001B')
  })
})
