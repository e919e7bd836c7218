import { describe, expect, it } from 'vitest'
import { tableHeads } from '../../src/chunk/table-heads.ts'
import { buildDocument } from '../fixtures/built-document.ts'

const headsOf = (rows: readonly string[], caption?: string) => {
  const document = buildDocument({
    blocks: [
      ...(caption === undefined ? [] : [{ kind: 'caption' as const, text: caption }]),
      { kind: 'table', text: rows.join('\n') },
    ],
  })
  const table = document.paragraphs[0]!.range
  return {
    whole: tableHeads(document, table, table),
    rest: tableHeads(document, table, { start: table.end - rows.at(-1)!.length, end: table.end }),
  }
}

describe('tableHeads', () => {
  it('gives the column names to rows that stand without them, and the caption to all', () => {
    const rows = ['部门 | 2023年 | 2024年', '借阅部 | 120 | 135', '展览部 | 7 | 9']
    expect(headsOf(rows, '表1 各部门借阅量')).toEqual({
      whole: ['表1 各部门借阅量'],
      rest: ['表1 各部门借阅量', '部门 | 2023年 | 2024年'],
    })
  })

  it('takes two rows when the names take two, and years for names', () => {
    const rows = ['部门 | 册数 | 册数', '部门 | 2023 | 2024', '借阅部 | 120 | 135', '展览部 | 7 | 9']
    expect(headsOf(rows).rest).toEqual(rows.slice(0, 2))
  })

  it('takes the first row of a table of words, and none where numbers begin at once', () => {
    expect(headsOf(['姓名 | 职务', '甲 | 馆长', '乙 | 主任']).rest).toEqual(['姓名 | 职务'])
    expect(headsOf(['借阅部 | 120', '展览部 | 7', '办公室 | 3']).rest).toEqual([])
  })

  it('takes every part of a table of a hundred thousand rows, each with the names', () => {
    const rows = ['部门 | 册数', ...Array.from({ length: 100_000 }, (_, i) => `第${i}部 | ${i}`)]
    const captions = Array.from({ length: 20_000 }, (_, i) => ({ kind: 'caption' as const, text: `图${i}` }))
    const document = buildDocument({ blocks: [{ kind: 'table', text: rows.join('\n') }, ...captions] })
    const table = document.paragraphs[0]!.range
    // Asked for a whole table each time, this would take minutes.
    for (let start = table.start + 100; start < table.end; start += 100) {
      expect(tableHeads(document, table, { start, end: start + 50 })).toEqual(['部门 | 册数'])
    }
  })
})
