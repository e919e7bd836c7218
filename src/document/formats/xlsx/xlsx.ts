// XLSX: each sheet as a heading with its tables, numbers as they are shown, hidden sheets left out.
import type { FormatText } from '../format.ts'
import { settleDepths } from '../heading-depths.ts'
import { openOffice } from '../office.ts'
import { writeParts } from '../parts.ts'
import { partsOfSheets, type Sheet } from '../sheet.ts'
import { readSheetRows } from './sheet-rows.ts'
import { readWorkbook } from './workbook.ts'

/** @throws UnreadableFile */
export async function readXlsx(bytes: Uint8Array): Promise<FormatText> {
  const file = await openOffice(bytes, '.xlsx')
  const workbook = await readWorkbook(file)
  const relations = await file.relationsOf(file.main)
  const sheets: Sheet[] = []
  for (const { name, id } of workbook.sheets) {
    const relation = relations.get(id)
    // Sheets of charts and macros hold no cells.
    if (relation?.type !== 'worksheet') continue
    sheets.push({ name, rows: await readSheetRows(file, relation.target, workbook) })
  }
  const { hiddenSheets } = workbook
  return writeParts({
    parts: settleDepths(partsOfSheets(sheets)),
    encoding: { name: 'xlsx', decidedBy: 'format', damagedCharacters: 0 },
    warnings:
      hiddenSheets === 0
        ? []
        : [{ code: 'hidden-sheets', message: `${hiddenSheets} sheets that the file hides were left out.` }],
  })
}
