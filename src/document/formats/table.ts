// What are the rows of a table once its merged cells are filled in, and is it a table at all?
import { faultOf } from '../../faults/fault.ts'
import type { Part } from './parts.ts'
import { UnreadableFile } from './unreadable-file.ts'

export interface Cell {
  /** What stands in it, in order. */
  readonly parts: readonly Part[]
  /** Columns it takes. */
  readonly columns: number
  /** Rows it takes; `above` goes on with the cell over it. */
  readonly rows: number | 'above'
}

/** A cell with more text is a part of the page's layout. */
const MAX_CELL = 400

/** A text that stands over several columns is repeated above each when it is as short as a head. */
const MAX_REPEATED = 20

/** Cells of a table once the merged ones are filled in; what has more says so to do harm. */
const MAX_CELLS = 1_000_000

/** The table as one part; its cells one after the other when it only lays out a page. */
export function tableParts(rows: readonly (readonly Cell[])[]): Part[] {
  const cells = rows.flat()
  const isLayout =
    rows.every((row) => row.length <= 1) ||
    cells.some(({ parts }) => parts.some(({ kind }) => kind === 'table') || textOf(parts).length > MAX_CELL)
  if (isLayout) return cells.flatMap(({ parts }) => parts)
  const pictures = cells.flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'picture')).slice(0, 1)
  return [...pictures, { kind: 'table', rows: filledRows(rows) }]
}

function filledRows(rows: readonly (readonly Cell[])[]): string[][] {
  const filled: string[][] = []
  let cells = 0
  /** Cells that reach down from rows above: text and rows left, by column. */
  const hanging = new Map<number, { readonly text: string; left: number }>()
  for (const row of rows) {
    const texts: string[] = []
    const takeHanging = () => {
      for (let over = hanging.get(texts.length); over !== undefined && over.left > 0; ) {
        over.left -= 1
        texts.push(over.text)
        cells += 1
        if (cells > MAX_CELLS) throw tooLarge()
        over = hanging.get(texts.length)
      }
    }
    for (const { parts, columns, rows: height } of row) {
      takeHanging()
      const text = height === 'above' ? (filled.at(-1)?.[texts.length] ?? '') : textOf(parts)
      const width = Math.max(columns, 1)
      cells += width
      if (cells > MAX_CELLS) throw tooLarge()
      for (let k = 0; k < width; k++) {
        const shown = k === 0 || text.length <= MAX_REPEATED ? text : ''
        if (typeof height === 'number' && height > 1)
          hanging.set(texts.length, { text: shown, left: height - 1 })
        texts.push(shown)
      }
    }
    takeHanging()
    filled.push(texts)
  }
  return filled
}

function tooLarge(): UnreadableFile {
  return new UnreadableFile(faultOf('too-many-cells', { most: MAX_CELLS }))
}

function textOf(parts: readonly Part[]): string {
  return parts
    .map((part) => ('text' in part ? part.text : ''))
    .filter((text) => text !== '')
    .join(' ')
}
