import { describe, expect, it } from 'vitest'
import { rankLevels } from '../../src/document/levels.ts'

/** `style heading` per line. */
const levels = (...lines: string[]) =>
  rankLevels(
    lines.map((line) => {
      const [style = '', ...words] = line.split(' ')
      return { style, heading: words.join(' ') }
    }),
  )

describe('rankLevels', () => {
  it('keeps the usual order of the families also where a heading skips one', () => {
    expect(
      levels('numeral 一、甲', 'numeral-bracket （一）乙', 'arabic 1.丙', 'numeral 二、丁', 'arabic 1.戊'),
    ).toEqual([2, 3, 4, 2, 4])
  })

  it('puts a family below the one that counts on across it, whatever is usual', () => {
    expect(
      levels('formal 壹、甲', 'section 第一節 乙', 'section 第二節 丙', 'formal 貳、丁', 'section 第一節 戊'),
    ).toEqual([2, 3, 3, 2, 3])
  })

  it('puts decimals below the numbers they count on and above a list that has nothing to do with them', () => {
    expect(
      levels(
        'plain 1 甲',
        'decimal-2 1.1 乙',
        'arabic 1.丙',
        'arabic 2.丁',
        'plain 2 戊',
        'decimal-2 2.1 己',
      ),
    ).toEqual([2, 3, 4, 4, 2, 3])
    expect(levels('arabic 1.甲', 'decimal-2 1.1 乙', 'arabic 2.丙', 'decimal-2 2.1 丁')).toEqual([2, 3, 2, 3])
  })

  it('puts bare headings above numbers that begin again below them, and below numbers that count on', () => {
    expect(levels('bare 甲', 'arabic 1.乙', 'arabic 2.丙', 'bare 丁', 'arabic 1.戊')).toEqual([2, 3, 3, 2, 3])
    expect(levels('numeral 一、甲', 'bare 乙', 'bare 丙', 'numeral 二、丁', 'bare 戊')).toEqual([
      2, 3, 3, 2, 3,
    ])
  })

  it('takes the levels of Markdown headings from their numbers when all have one depth', () => {
    expect(levels('atx-2 一、甲', 'atx-2 （一）乙', 'atx-2 二、丙')).toEqual([2, 3, 2])
    expect(levels('atx-2 一、甲', 'atx-3 （一）乙', 'atx-3 二、丙')).toEqual([2, 3, 3])
  })

  it('puts all that follows an attachment below it', () => {
    expect(
      levels('numeral 一、甲', 'attachment 附件1', 'numeral 一、乙', 'numeral-bracket （一）丙'),
    ).toEqual([2, 2, 3, 4])
  })

  it('keeps a level that is fixed', () => {
    expect(rankLevels([{ style: 'override', heading: '甲', level: 4 }])).toEqual([4])
  })
})
