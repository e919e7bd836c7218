// Which rows a question names.
import { describe, expect, it } from 'vitest'
import { namedRows } from '../../../src/answer/table/named.ts'
import type { OpenedTable } from '../../../src/answer/table/opened-table.ts'

const column = { isOfRowUnit: false, isUnit: false, isSerial: false }

function tableOf(names: readonly string[]): OpenedTable {
  return {
    range: { start: 0, end: 1 },
    title: '各馆',
    about: ['各馆'],
    columns: [
      { ...column, index: 0, name: '类别', isKey: true },
      { ...column, index: 1, name: '座位', unit: '个', isKey: false },
    ],
    rows: names.map((name) => ({ range: { start: 0, end: 1 }, cells: [name, '30'] })),
  }
}

const namesIn = (question: string, names: readonly string[]) =>
  namedRows(question, tableOf(names)).rows.map(({ cells }) => cells[0])

describe('namedRows', () => {
  it('takes a part of a name that no other row has', () => {
    expect(namesIn('儿童馆有多少座位？', ['儿童图书馆', '市民书屋'])).toEqual(['儿童图书馆'])
  })

  it('takes no row by words that another row has too', () => {
    expect(namesIn('街道场馆有多少座位？', ['街道书屋', '街道阅览中心'])).toEqual([])
  })
})
