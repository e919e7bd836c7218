// Which lines are rows of a table? Their cells stand in columns, and rows come together.
import { type Draft, eachOpen, isOpen, settle } from '../draft.ts'

/** Rows next to each other with columns make a table; one alone is a line with a wide gap. */
export function tableRows(draft: Draft): void {
  eachOpen(draft, (block, i) => {
    const hasColumns = isRow(draft, i)
    if (!hasColumns) return
    const isFirst = draft.verdicts[i - 1]?.kind !== 'table'
    if (isFirst && !(isRow(draft, i + 1) && draft.blocks[i + 1]?.cells === block.cells)) return
    settle(draft, i, { kind: 'table', rule: 'columns' })
  })
}

function isRow(draft: Draft, index: number): boolean {
  const block = draft.blocks[index]
  if (block === undefined || !isOpen(draft, index)) return false
  return block.cells >= 2 && block.text.length <= 300
}
