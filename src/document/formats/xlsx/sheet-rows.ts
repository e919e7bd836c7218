// What stands in the cells of one sheet? As a reader sees it; merged cells filled in, hidden rows and columns left out.
import type { OfficeFile } from '../office.ts'
import { showNumber } from './number-format.ts'
import type { Workbook } from './workbook.ts'

/** Columns beyond are of no report. */
const MAX_COLUMNS = 500

/** Empty rows between two rows are kept as one: a sheet may have text in its millionth row. */
const MAX_EMPTY_ROWS = 1

/** A merged text this short is the head of several columns or rows and repeated for each. */
const MAX_REPEATED = 20

/** Cells that merging may fill in; a merge of the whole sheet is hostile. */
const MAX_FILLED = 200_000

interface Place {
  readonly row: number
  readonly column: number
}

export async function readSheetRows(file: OfficeFile, path: string, workbook: Workbook): Promise<string[][]> {
  const rows = new Map<number, Map<number, string>>()
  const hiddenColumns: { readonly from: number; readonly to: number }[] = []
  const merges: string[] = []
  let rowNumber = 0
  let isRowHidden = false
  let column = 0
  let cell: { type: string; style: number; value: string; inline: string } | undefined
  let target: 'value' | 'inline' | undefined
  await file.readPart(path, {
    open(name, attributes) {
      if (name === 'col' && isOn(attributes['hidden']))
        hiddenColumns.push({ from: Number(attributes['min']), to: Number(attributes['max']) })
      else if (name === 'row') {
        rowNumber = Number(attributes['r'] ?? rowNumber + 1)
        isRowHidden = isOn(attributes['hidden'])
        column = 0
      } else if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : placeOf(attributes['r']).column
        cell = {
          type: attributes['t'] ?? 'n',
          style: Number(attributes['s'] ?? 0),
          value: '',
          inline: '',
        }
      } else if (name === 'v') target = 'value'
      else if (name === 't') target = 'inline'
      else if (name === 'mergeCell') merges.push(attributes['ref'] ?? '')
    },
    text(text) {
      if (cell !== undefined && target !== undefined) cell[target] += text
    },
    close(name) {
      if (name === 'v' || name === 't') target = undefined
      if (name !== 'c' || cell === undefined) return
      const text = textOf(cell, workbook).trim()
      cell = undefined
      if (text === '' || isRowHidden || column > MAX_COLUMNS) return
      if (hiddenColumns.some(({ from, to }) => column >= from && column <= to)) return
      const row = rows.get(rowNumber) ?? new Map<number, string>()
      rows.set(rowNumber, row.set(column, text))
    },
  })
  fillMerged(rows, merges)
  return listed(rows)
}

function textOf(
  { type, style, value, inline }: { type: string; style: number; value: string; inline: string },
  { strings, formats, is1904 }: Workbook,
): string {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? ''
    case 'inlineStr':
      return inline
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE'
    case 'e':
      // #REF! and its like say nothing.
      return ''
    case 'str':
    case 'd':
      return value
    default: {
      const number = Number(value)
      return value === '' || !Number.isFinite(number)
        ? value
        : showNumber(number, formats[style] ?? 'General', is1904)
    }
  }
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

/** `AB12` is row 12, column 28. */
function placeOf(reference: string): Place {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference)
  let column = 0
  for (const letter of match?.[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(match?.[2] ?? 0), column }
}

function fillMerged(rows: Map<number, Map<number, string>>, merges: readonly string[]): void {
  let filled = 0
  for (const reference of merges) {
    const [from, to] = reference.split(':').map(placeOf)
    const text = from && rows.get(from.row)?.get(from.column)
    if (from === undefined || to === undefined || text === undefined) continue
    // A text across a whole table is its title and stays one cell; one down several rows belongs to each.
    if (text.length > MAX_REPEATED) continue
    for (let row = from.row; row <= to.row && filled < MAX_FILLED; row++) {
      const cells = rows.get(row)
      if (cells === undefined) continue
      for (let column = from.column; column <= Math.min(to.column, MAX_COLUMNS); column++) {
        cells.set(column, text)
        filled += 1
      }
    }
  }
}

/** In order, an empty row where the sheet has some. */
function listed(rows: ReadonlyMap<number, ReadonlyMap<number, string>>): string[][] {
  const list: string[][] = []
  let last = 0
  for (const number of [...rows.keys()].sort((a, b) => a - b)) {
    for (let k = 0; k < Math.min(number - last - 1, MAX_EMPTY_ROWS); k++) list.push([])
    const cells = rows.get(number) ?? new Map<number, string>()
    const width = Math.max(...cells.keys())
    list.push(Array.from({ length: width }, (_, i) => cells.get(i + 1) ?? ''))
    last = number
  }
  return list
}
