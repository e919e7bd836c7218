// CSV: one table in text, whatever parts its cells.
import { faultOf } from '../../../faults/fault.ts'
import { decodeText } from '../../decode.ts'
import type { FormatText } from '../format.ts'
import { settleDepths } from '../heading-depths.ts'
import { writeParts } from '../parts.ts'
import { partsOfSheets } from '../sheet.ts'
import { UnreadableFile } from '../unreadable-file.ts'

/** In the order in which they win when a file fits several. */
const SEPARATORS = [',', '\t', ';', '|', '，'] as const

/** Rows that are looked at to tell what parts the cells. */
const SNIFFED_ROWS = 20

/** @throws UnreadableFile */
export function readCsv(bytes: Uint8Array): FormatText {
  const decoded = decodeText(bytes)
  if (decoded === undefined) throw new UnreadableFile(faultOf('no-csv'))
  const { name, decidedBy, damagedCharacters } = decoded
  const text = decoded.text.replace(/^\ufeff/, '')
  const rows = parseCsv(text, separatorOf(text))
  return writeParts({
    parts: settleDepths(partsOfSheets([{ name: '', rows }])),
    encoding: { name, decidedBy, damagedCharacters },
  })
}

/** The one that cuts the first rows into the same number of cells, as many as possible. */
function separatorOf(text: string): string {
  const head = text.slice(0, 20_000)
  let best: { separator: string; score: number } = { separator: ',', score: 0 }
  for (const separator of SEPARATORS) {
    const counts = parseCsv(head, separator)
      .slice(0, SNIFFED_ROWS)
      .map((row) => row.length)
    const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 1
    const score = usual < 2 ? 0 : counts.filter((count) => count === usual).length / counts.length
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

/** As RFC 4180 has it; a quote inside a bare cell is a character like others, one that is never closed ends with the file. */
export function parseCsv(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  let wasQuoted = false
  const endCell = () => {
    row.push(cell.trim())
    cell = ''
    wasQuoted = false
  }
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (isQuoted) {
      if (character !== '"') cell += character
      else if (text.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (character === '"' && cell.trim() === '' && !wasQuoted) {
      cell = ''
      isQuoted = true
      wasQuoted = true
    } else if (character === separator) endCell()
    else if (character === '\n' || character === '\r') {
      if (character === '\r' && text.charAt(at + 1) === '\n') at += 1
      endCell()
      rows.push(row)
      row = []
    } else cell += character
  }
  endCell()
  rows.push(row)
  return rows
}
