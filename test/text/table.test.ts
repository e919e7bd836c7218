// Cells and heads of tables in text.
import { describe, expect, it } from 'vitest'
import { readTable } from '../../src/text/table.ts'

const read = (...lines: readonly string[]) => {
  const text = lines.join('\n')
  return readTable(text, { start: 0, end: text.length })
}

describe('readTable', () => {
  it('gives every row the cells under the heads, and its place in the text', () => {
    const text = '前文\n姓名 | 年龄\n张三 | 35\n李四 |'
    const table = readTable(text, { start: 3, end: text.length })
    expect(table?.heads).toEqual(['姓名', '年龄'])
    expect(table?.rows.map(({ cells }) => cells)).toEqual([
      ['张三', '35'],
      ['李四', ''],
    ])
    expect(table?.rows.map(({ range }) => text.slice(range.start, range.end))).toEqual([
      '张三 | 35',
      '李四 |',
    ])
  })

  it('joins heads of two rows, whether the upper one is repeated or stands above the first column alone', () => {
    const heads = ['科室', '2023年门诊', '2023年急诊', '2024年门诊', '2024年急诊']
    const row = '内科 | 1 | 2 | 3 | 4'
    const lower = '科室 | 门诊 | 急诊 | 门诊 | 急诊'
    expect(read('科室 | 2023年 | 2023年 | 2024年 | 2024年', lower, row)?.heads).toEqual(heads)
    expect(read('| 2023年 |  | 2024年 |', lower, row)?.heads).toEqual(heads)
  })

  it('takes no row of words for a second row of heads', () => {
    expect(read('姓名 | 职务', '甲 | 馆长', '乙 | 主任')?.rows).toHaveLength(2)
    expect(read('姓名 | 职务 | 电话', '甲 | 馆长 | 无', '乙 | 主任 | 8002')?.rows).toHaveLength(2)
  })

  it('reads Markdown with its outer pipes and its rule, tabs, and wide gaps', () => {
    const cells = (table: ReturnType<typeof read>) => table?.rows[0]?.cells
    expect(cells(read('| 月份 | 人数 |', '|---|--:|', '| 1月 | 812 |'))).toEqual(['1月', '812'])
    expect(cells(read('月份\t人数', '1月\t812'))).toEqual(['1月', '812'])
    expect(cells(read('月份      人数', '1月       812'))).toEqual(['1月', '812'])
  })

  it('keeps a title above the heads, and the group that rows stand under', () => {
    const table = read(
      '收支表 | 收支表',
      '项目 | 金额',
      '一、收入 | ',
      '拨款 | 12',
      '二、支出 | ',
      '工资 | 9',
      '注：略 | ',
    )
    expect(table?.title).toBe('收支表')
    expect(table?.rows.map(({ group, cells }) => [group, cells[0]])).toEqual([
      ['一、收入', '拨款'],
      ['二、支出', '工资'],
    ])
  })

  it('reads nothing where numbers begin at once, and leaves rows out that have other columns', () => {
    expect(read('借阅部 | 120', '展览部 | 7')).toBeUndefined()
    expect(read('姓名 | 年龄', '甲 | 乙 | 丙', '张三 | 35')?.rows.map(({ cells }) => cells[0])).toEqual([
      '张三',
    ])
  })
})
