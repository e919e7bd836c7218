// How does a file with known parts become a text with marked lines? One part after the other, a blank line between them.
import { faultOf } from '../../faults/fault.ts'
import { normaliseText } from '../../text/unicode.ts'
import type { Document, Warning } from '../document.ts'
import type { FormatText, Mark } from './format.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** A piece of a file in reading order. */
export type Part = { readonly page?: number } & (
  | {
      readonly kind: 'paragraph'
      readonly text: string
      readonly isBold?: boolean
      /** Offsets in `text` at which a further page begins. */
      readonly turns?: readonly number[]
    }
  | { readonly kind: 'title' | 'caption' | 'footnote'; readonly text: string }
  /** Depth 1 is the highest. */
  | { readonly kind: 'heading'; readonly text: string; readonly depth: number }
  /** Row by row; a cell without text is empty. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  /** `blank`: an empty line that the author left. */
  | { readonly kind: 'picture' | 'blank' }
)

/** Between two cells of a row. */
const CELL_SEPARATOR = ' | '

/** 20 million characters are 40 thick books. */
const MAX_CHARACTERS = 20_000_000

/** A line of one blank between blank lines: rules take it for the place of a picture. */
const PICTURE = ' '

/** Share of bold paragraphs from which on being bold says nothing. */
const MAX_BOLD_SHARE = 0.3

export interface Written {
  readonly parts: readonly Part[]
  readonly encoding: Document['encoding']
  readonly front?: FormatText['front']
  readonly warnings?: readonly Warning[]
}

/** @throws UnreadableFile when the text is too long */
export function writeParts({ parts, encoding, front, warnings }: Written): FormatText {
  const writer = new PartWriter(isBoldRare(parts))
  for (const part of parts) writer.add(part)
  const { text, marks, pages } = writer
  return {
    text,
    encoding,
    structure: { marks, ...(pages.length > 0 && { pages }) },
    ...(front !== undefined && { front }),
    ...(warnings !== undefined && { warnings }),
  }
}

function isBoldRare(parts: readonly Part[]): boolean {
  const paragraphs = parts.filter((part) => part.kind === 'paragraph')
  return paragraphs.filter(({ isBold }) => isBold).length <= MAX_BOLD_SHARE * paragraphs.length
}

class PartWriter {
  text = ''
  readonly marks: Mark[] = []
  readonly pages: number[] = []
  readonly #marksBold: boolean
  #blanks = 0

  constructor(marksBold: boolean) {
    this.#marksBold = marksBold
  }

  add(part: Part): void {
    if (part.kind === 'blank') this.#blanks += 1
    const lines = linesOf(part)
    if (lines.length === 0) return
    if (this.text !== '') this.text += `\n${'\n'.repeat(Math.max(1, this.#blanks))}`
    this.#blanks = 0
    // A page without text begins where the next one does.
    while (this.pages.length < (part.page ?? 0)) this.pages.push(this.text === '' ? 0 : this.text.length)
    for (const [i, line] of lines.entries()) {
      if (i > 0) this.text += '\n'
      const start = this.text.length
      this.text += line
      this.#mark(part, start, this.text.length)
      const turns = part.kind === 'paragraph' ? (part.turns ?? []) : []
      this.pages.push(...turns.map((turn) => start + Math.min(turn, line.length)))
    }
    if (this.text.length > MAX_CHARACTERS) {
      throw new UnreadableFile(faultOf('too-much-text', { most: MAX_CHARACTERS }))
    }
  }

  #mark(part: Part, start: number, end: number): void {
    switch (part.kind) {
      case 'heading':
        this.marks.push({ start, end, kind: 'heading', depth: part.depth })
        break
      case 'paragraph':
        if (part.isBold && this.#marksBold) this.marks.push({ start, end, kind: 'bold' })
        break
      case 'picture':
      case 'blank':
        break
      default:
        this.marks.push({ start, end, kind: part.kind })
    }
  }
}

/** Lines without blanks at their ends; empty ones are left out. */
function linesOf(part: Part): string[] {
  if (part.kind === 'table') return part.rows.map(rowLine).filter((line) => line !== '')
  if (!('text' in part)) return part.kind === 'picture' ? [PICTURE] : []
  const lines = normaliseText(part.text).split('\n').map(tidy)
  const filled = lines.filter((line) => line !== '')
  // A heading that was broken by hand is one heading.
  return part.kind === 'paragraph' || part.kind === 'footnote' || filled.length === 0
    ? filled
    : [filled.join(' ')]
}

function rowLine(cells: readonly string[]): string {
  const plain = cells.map((cell) => tidy(normaliseText(cell).replaceAll('\n', ' ')))
  return plain.every((cell) => cell === '') ? '' : plain.join(CELL_SEPARATOR).trim()
}

/** Characters that no text holds, and blanks at the ends, are taken out. */
function tidy(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  return line.replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, '').trim()
}
