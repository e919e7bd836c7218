// What do all sheets of a workbook share? Their list, the strings, and the number formats of the cells' styles.
import { type OfficeFile, targetOf } from '../office.ts'
import { builtInFormat } from './number-format.ts'

export interface SheetEntry {
  readonly name: string
  /** Id of its relation. */
  readonly id: string
}

export interface Workbook {
  /** Those that are shown. */
  readonly sheets: readonly SheetEntry[]
  readonly hiddenSheets: number
  readonly is1904: boolean
  readonly strings: readonly string[]
  /** Number format by index of the style. */
  readonly formats: readonly string[]
}

export async function readWorkbook(file: OfficeFile): Promise<Workbook> {
  const sheets: SheetEntry[] = []
  let hiddenSheets = 0
  let is1904 = false
  await file.readPart(file.main, {
    open(name, { name: title = '', 'r:id': id = '', state = 'visible', date1904 }) {
      if (name === 'workbookPr') is1904 = date1904 === '1' || date1904 === 'true'
      if (name !== 'sheet') return
      if (state === 'visible') sheets.push({ name: title, id })
      else hiddenSheets += 1
    },
    close() {},
  })
  const relations = await file.relationsOf(file.main)
  const strings = await readStrings(file, targetOf(relations, 'sharedStrings'))
  const formats = await readFormats(file, targetOf(relations, 'styles'))
  return { sheets, hiddenSheets, is1904, strings, formats }
}

async function readStrings(file: OfficeFile, path: string | undefined): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let isText = false
  let isReading = false
  await file.readPart(path, {
    open(name) {
      if (name === 'si') text = ''
      // How a word is read aloud stands beside it.
      else if (name === 'rPh') isReading = true
      isText = name === 't' && !isReading
    },
    text(piece) {
      if (isText) text += piece
    },
    close(name) {
      if (name === 'si') strings.push(text)
      else if (name === 'rPh') isReading = false
      isText = false
    },
  })
  return strings
}

async function readFormats(file: OfficeFile, path: string | undefined): Promise<string[]> {
  const own = new Map<number, string>()
  const formats: string[] = []
  let isCells = false
  await file.readPart(path, {
    open(name, { numFmtId, formatCode = 'General' }) {
      if (name === 'cellXfs') isCells = true
      else if (name === 'numFmt') own.set(Number(numFmtId), formatCode)
      else if (name === 'xf' && isCells) {
        const id = Number(numFmtId ?? 0)
        formats.push(own.get(id) ?? builtInFormat(id))
      }
    },
    close(name) {
      if (name === 'cellXfs') isCells = false
    },
  })
  return formats
}
