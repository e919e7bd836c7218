// What stands in the text of a DOCX file, in reading order? Paragraphs, tables, notes; hidden and deleted text left out.
import type { Part } from '../parts.ts'
import { type Cell, tableParts } from '../table.ts'
import type { Attributes, XmlHandler } from '../xml.ts'
import type { Numbering } from './numbering.ts'
import { type OpenParagraph, openParagraph, partsOf } from './paragraph.ts'
import { isOn, outlineOf, type Style } from './styles.ts'

/** Deleted or moved text, former settings, what older programs show instead, readings above characters, commands of fields. */
const SKIPPED: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'rPrChange',
  'pPrChange',
  'tblPrChange',
  'trPrChange',
  'tcPrChange',
  'sectPrChange',
  'rt',
  'instrText',
  'delText',
  'delInstrText',
  'binData',
])

interface OpenTable {
  readonly rows: Cell[][]
  cell: { columns: number; rows: number | 'above' }
}

interface Run {
  isHidden: boolean | undefined
  isBold: boolean | undefined
  styleId: string
}

export interface BodyParts {
  readonly styles: ReadonlyMap<string, Style>
  readonly numbering: Numbering
  /** Text of a footnote or endnote: `footnote 2`. */
  noteText(key: string): string | undefined
}

/** One pass over a part with text; `parts` holds what was found once the part has been read. */
export class BodyHandler implements XmlHandler {
  /** Characters that the file hides from its readers. */
  hiddenCharacters = 0
  readonly parts: Part[] = []
  readonly #known: BodyParts
  /** Where parts go: the body, a cell, a text box. */
  readonly #sinks: Part[][] = [this.parts]
  readonly #paragraphs: OpenParagraph[] = []
  readonly #tables: OpenTable[] = []
  readonly #names: string[] = []
  readonly #notesBelow: Part[] = []
  #run: Run | undefined
  /** How many open elements deep the part is that is passed over; 0 when none is. */
  #skippedFrom = 0
  #isContents = false
  #isText = false

  constructor(known: BodyParts) {
    this.#known = known
  }

  open(name: string, attributes: Attributes): void {
    this.#names.push(name)
    if (this.#skippedFrom > 0) return
    if (SKIPPED.has(name) || (name === 'sdtContent' && this.#isContents)) {
      this.#skippedFrom = this.#names.length
      this.#isContents = false
      return
    }
    this.#openBlock(name, attributes)
    if (this.#names.includes('pPr')) this.#setParagraph(name, attributes)
    else if (this.#run !== undefined) this.#openInRun(name, attributes)
  }

  close(name: string): void {
    this.#names.pop()
    if (this.#skippedFrom > 0) {
      if (this.#names.length < this.#skippedFrom) this.#skippedFrom = 0
      return
    }
    if (name === 't') this.#isText = false
    else if (name === 'r') this.#run = undefined
    else if (name === 'p') this.#closeParagraph()
    else if (name === 'tc') this.#closeCell()
    else if (name === 'tbl') this.#closeTable()
    else if (name === 'txbxContent') {
      const box = this.#sinks.pop() ?? []
      this.#paragraphs.at(-1)?.boxes.push(...box)
    }
  }

  text(text: string): void {
    if (this.#isText && this.#skippedFrom === 0) this.#write(text)
  }

  #openBlock(name: string, attributes: Attributes): void {
    const table = this.#tables.at(-1)
    if (name === 'p') this.#paragraphs.push(openParagraph())
    else if (name === 'r') this.#run = { isHidden: undefined, isBold: undefined, styleId: '' }
    else if (name === 'tbl') this.#tables.push({ rows: [], cell: { columns: 1, rows: 1 } })
    else if (name === 'tr') table?.rows.push([])
    else if (name === 'tc' && table !== undefined) {
      table.cell = { columns: 1, rows: 1 }
      this.#sinks.push([])
    } else if (name === 'gridSpan' && table !== undefined) table.cell.columns = Number(attributes['val']) || 1
    else if (name === 'vMerge' && table !== undefined && attributes['val'] !== 'restart')
      table.cell.rows = 'above'
    else if (name === 'txbxContent') {
      this.#sinks.push([])
      // Its paragraphs are no part of the run that it is anchored in.
      this.#run = undefined
    } else if (name === 'docPartGallery')
      this.#isContents = /contents|目录|目錄/i.test(attributes['val'] ?? '')
  }

  #setParagraph(name: string, { val = '' }: Attributes): void {
    const paragraph = this.#paragraphs.at(-1)
    if (paragraph === undefined) return
    if (name === 'pStyle') paragraph.styleId = val
    else if (name === 'outlineLvl') Object.assign(paragraph.own, outlineOf(val))
    else if (name === 'numId') paragraph.own.listId = val
    else if (name === 'ilvl') paragraph.own.listLevel = Number(val)
  }

  #openInRun(name: string, attributes: Attributes): void {
    const run = this.#run
    const paragraph = this.#paragraphs.at(-1)
    if (run === undefined || paragraph === undefined) return
    if (name === 't') this.#isText = true
    else if (name === 'tab' && this.#names.at(-2) === 'r') this.#write('\t')
    else if (name === 'cr' || (name === 'br' && attributes['type'] === undefined)) this.#write('\n')
    else if (name === 'noBreakHyphen') this.#write('-')
    else if (name === 'vanish') run.isHidden = isOn(attributes['val'])
    else if (name === 'b') run.isBold = isOn(attributes['val'])
    else if (name === 'rStyle') run.styleId = attributes['val'] ?? ''
    else if (name === 'blip' || name === 'imagedata') paragraph.hasPicture = true
    else if (name === 'footnoteReference' || name === 'endnoteReference')
      paragraph.notes.push(`${name.replace('Reference', '')} ${attributes['id']}`)
  }

  #write(text: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (paragraph === undefined) return
    const { styles } = this.#known
    const [own, of] = [styles.get(this.#run?.styleId ?? ''), styles.get(paragraph.styleId)]
    if (this.#run?.isHidden ?? own?.isHidden ?? of?.isHidden ?? false) {
      this.hiddenCharacters += text.length
      return
    }
    paragraph.text += text
    if (this.#run?.isBold ?? own?.isBold ?? of?.isBold ?? false)
      paragraph.boldCharacters += text.replaceAll(/\s/g, '').length
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (paragraph === undefined) return
    this.#run = undefined
    const style = this.#known.styles.get(paragraph.styleId) ?? {}
    const notes = paragraph.notes.flatMap((key) => this.#known.noteText(key) ?? [])
    const sink = this.#sinks.at(-1)
    sink?.push(...partsOf(paragraph, style, this.#known.numbering))
    // A note of a cell stands below the table.
    const below = this.#tables.length === 0 ? sink : this.#notesBelow
    below?.push(...notes.map((text) => ({ kind: 'footnote', text }) as const))
  }

  #closeCell(): void {
    const parts = this.#sinks.pop() ?? []
    const table = this.#tables.at(-1)
    table?.rows.at(-1)?.push({ parts, ...table.cell })
  }

  #closeTable(): void {
    const table = this.#tables.pop()
    if (table === undefined) return
    this.#sinks.at(-1)?.push(...tableParts(table.rows))
    if (this.#tables.length === 0) this.#sinks.at(-1)?.push(...this.#notesBelow.splice(0))
  }
}
