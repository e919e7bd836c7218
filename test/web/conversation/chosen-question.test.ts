import { describe, expect, it } from 'vitest'
import { chosenQuestion } from '../../../src/web/conversation/chosen-question.ts'

describe('chosenQuestion', () => {
  it('puts the full name in the place of the shared one', () => {
    expect(chosenQuestion('二院有多少床位？', '二院', '甲市第二医院')).toBe('甲市第二医院有多少床位？')
  })

  it('adds the name where the shared one is not in the question as it was written', () => {
    expect(chosenQuestion('How many beds?', 'second hospital', '甲市第二医院')).toBe(
      'How many beds?（甲市第二医院）',
    )
    expect(chosenQuestion('床位？', undefined, '甲$&院')).toBe('床位？（甲$&院）')
  })
})
