// Enumerations are told whole.
import { describe, expect, it } from 'vitest'
import { wholeEnumerations } from '../../../src/answer/runs/enumeration.ts'
import { candidatesOf, passageWithSentences } from '../../fixtures/answers.ts'

/** The run of the sentences at these places, made whole. */
function whole(text: string, ...places: readonly number[]): string[] {
  const passage = passageWithSentences('a', text)
  const candidates = candidatesOf(
    passage,
    (passage.sentences ?? []).map(() => 0.1),
  )
  const run = candidates.filter(({ index }) => places.includes(index))
  return wholeEnumerations([run], candidates).map((one) => one.map(({ sentence }) => sentence.text).join(''))
}

const LACKS = '不足：一是书少；二是座位不够；三是馆员缺编。'

describe('wholeEnumerations', () => {
  it('goes on to the last item and back to the first', () => {
    expect(whole(`去年开馆。${LACKS}明年再办。`, 1)).toEqual([LACKS])
    expect(whole(`去年开馆。${LACKS}明年再办。`, 3)).toEqual([LACKS])
    expect(whole('第一，买书；第二，修楼；第三，招人。', 1)).toEqual(['第一，买书；第二，修楼；第三，招人。'])
  })

  it('ends where the numbers don’t go on', () => {
    expect(whole('一是买书；三是修楼。', 0)).toEqual(['一是买书；'])
    expect(whole('一是买书；二是修楼。一是扩馆；二是招人。', 2)).toEqual(['一是扩馆；二是招人。'])
    expect(whole('去年开馆。今年买书。', 1)).toEqual(['今年买书。'])
  })

  it('leaves a part of what would fill a page', () => {
    const page = `一是${'买'.repeat(300)}；二是${'修'.repeat(300)}。`
    expect(whole(page, 1)).toEqual([`二是${'修'.repeat(300)}。`])
  })
})
