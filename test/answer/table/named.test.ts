// Which rows a question names.
import { describe, expect, it } from 'vitest'
import { namedColumns, namedRows } from '../../../src/answer/table/named.ts'
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
    expect(namesIn('儿童馆有多少座位？', ['儿童馆舍', '市民书屋'])).toEqual(['儿童馆舍'])
  })

  it('takes no row by words that another row has too', () => {
    expect(namesIn('街道场馆有多少座位？', ['街道书屋', '街道阅览中心'])).toEqual([])
  })
})

describe('namedColumns', () => {
  const { columns, ...table } = tableOf(['东馆'])
  const withRooms = {
    ...table,
    columns: [...columns, { ...column, index: 2, name: '分馆', unit: '所', isKey: false }],
  }
  const namesOf = (unit: string) =>
    namedColumns('东馆有多少', { kind: 'count', unit }, withRooms, ['东馆']).columns.map(({ name }) => name)

  it('takes the column of the measure word asked for, and none for 个 where another counts in its own', () => {
    expect(namesOf('所')).toEqual(['分馆'])
    expect(namesOf('个')).toEqual([])
  })
})
