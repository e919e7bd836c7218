// The date that stands a sentence or two beside what it dates.
import { describe, expect, it } from 'vitest'
import { datedRun } from '../../../src/answer/runs/dated-run.ts'
import { candidatesOf, passageWithSentences } from '../../fixtures/answers.ts'

/** The run that is told where the sentence of that place was chosen. */
function told(question: string, text: string, chosen = 0): string | undefined {
  const sentences = passageWithSentences('a', text)
  const likelihoods = (sentences.sentences ?? []).map((_, i) => (i === chosen ? 0.7 : 0.1))
  const all = candidatesOf(sentences, likelihoods).map((one) => ({
    ...one,
    fit: /\d/u.test(one.sentence.text) ? 1 : 0,
  }))
  const [best] = all
  return datedRun(question, best === undefined ? [] : [[best]], all)
    ?.map(({ sentence }) => sentence.text)
    .join('')
}

describe('datedRun', () => {
  it.each([
    ['古籍保护小组什么时候成立的？', '馆内有古籍保护小组。该小组于2021年3月组建。', 0],
    ['古籍保护小组什么时候成立的？', '馆内有古籍保护小组。馆长任组长。小组于2021年3月挂牌。', 0],
    ['少儿阅览区何时开放？', '少儿阅览区很受欢迎。其于2022年6月启用。', 0],
    ['新馆工程什么时候竣工？', '新馆工程投资3亿元。工程预计2024年底完工。', 0],
    ['流动书车是哪一年退役的？', '馆里有过流动书车。该车2019年退役。', 0],
    ['读者协会什么时候成立的？', '协会2018年5月成立。读者协会有会员多人。', 1],
  ])('goes from the name to the date: %s', (question, text, chosen) => {
    expect(told(question, text, chosen)).toBe(text)
  })

  it.each([
    ['古籍保护小组什么时候成立的？', '馆内有古籍保护小组。该小组2023年5月开会。'],
    ['古籍保护小组什么时候成立的？', '馆内有古籍保护小组。读者协会2018年成立。'],
    [
      '古籍保护小组什么时候成立的？',
      '馆内有古籍保护小组。馆长任组长。馆员多人。藏书很多。小组于2021年3月成立。',
    ],
    ['古籍保护小组什么时候成立的？', '馆长讲话。该小组于2021年3月组建。'],
  ])('takes no date of another event, of another thing or further off: %s %s', (question, text) => {
    expect(told(question, text)).toBe(undefined)
  })
})
