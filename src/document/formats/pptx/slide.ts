// What stands on a slide, in reading order? Its title first, then boxes from top to bottom; numbers and dates of the page left out.
import type { Part } from '../parts.ts'
import { type Cell, tableParts } from '../table.ts'
import type { Attributes, XmlHandler } from '../xml.ts'

/** Boxes that every slide repeats. */
const FURNITURE: ReadonlySet<string> = new Set(['sldNum', 'ftr', 'hdr', 'dt'])

/** Boxes on nearly one height, in EMU: a quarter of an inch. */
const SAME_HEIGHT = 228_600

interface Box {
  readonly parts: Part[]
  /** Of its placeholder: `title`, `body`, `sldNum`, …; empty for a free box. */
  type: string
  /** EMU from the corner; absent where the layout says it. */
  x?: number
  y?: number
}

export class SlideHandler implements XmlHandler {
  isHidden = false
  readonly #boxes: Box[] = []
  #box: Box | undefined
  #text = ''
  #isText = false
  #rows: Cell[][] | undefined
  #cell: { readonly parts: Part[]; columns: number; rows: number; isCovered: boolean } | undefined
  #isFallback = 0

  open(name: string, attributes: Attributes): void {
    if (name === 'Fallback') this.#isFallback += 1
    if (this.#isFallback > 0) return
    if (name === 'sld') this.isHidden = attributes['show'] === '0' || attributes['show'] === 'false'
    else if (name === 'sp' || name === 'graphicFrame' || name === 'pic') this.#box = { parts: [], type: '' }
    else if (name === 'ph' && this.#box !== undefined) this.#box.type = attributes['type'] ?? 'body'
    else if (name === 'off' && this.#box !== undefined) this.#place(attributes)
    else if (name === 'p') this.#text = ''
    else if (name === 't') this.#isText = true
    else if (name === 'br') this.#text += '\n'
    else if (name === 'tbl') this.#rows = []
    else if (name === 'tr') this.#rows?.push([])
    else if (name === 'tc') this.#openCell(attributes)
  }

  text(text: string): void {
    if (this.#isText && this.#isFallback === 0) this.#text += text
  }

  close(name: string): void {
    if (name === 'Fallback') this.#isFallback -= 1
    if (this.#isFallback > 0) return
    if (name === 't') this.#isText = false
    else if (name === 'p') this.#closeParagraph()
    else if (name === 'tc') this.#closeCell()
    else if (name === 'tbl') {
      this.#box?.parts.push(...tableParts(this.#rows ?? []))
      this.#rows = undefined
    } else if (name === 'pic') this.#box?.parts.push({ kind: 'picture' })
    if ((name === 'sp' || name === 'graphicFrame' || name === 'pic') && this.#box !== undefined) {
      this.#boxes.push(this.#box)
      this.#box = undefined
    }
  }

  /** The title as a heading of depth 1, on the title slide as the title. */
  parts(): Part[] {
    const shown = this.#boxes.filter(({ type }) => !FURNITURE.has(type))
    const titles = shown.filter(({ type }) => type === 'title' || type === 'ctrTitle')
    const others = shown.filter((box) => !titles.includes(box))
    return [...titles.flatMap(titleOf), ...inPlace(others).flatMap(({ parts }) => parts)]
  }

  #place({ x, y }: Attributes): void {
    if (this.#box === undefined || this.#box.x !== undefined) return
    this.#box.x = Number(x)
    this.#box.y = Number(y)
  }

  #openCell({ gridSpan = '1', rowSpan = '1', hMerge, vMerge }: Attributes): void {
    const isCovered = hMerge === '1' || hMerge === 'true' || vMerge === '1' || vMerge === 'true'
    this.#cell = { parts: [], columns: Number(gridSpan) || 1, rows: Number(rowSpan) || 1, isCovered }
  }

  #closeCell(): void {
    const cell = this.#cell
    this.#cell = undefined
    // The cell that covers it says how far it reaches.
    if (cell !== undefined && !cell.isCovered) this.#rows?.at(-1)?.push(cell)
  }

  #closeParagraph(): void {
    const text = this.#text.trim()
    this.#text = ''
    const box = this.#box
    if (text === '' || box === undefined) return
    const isPoint = this.#cell === undefined && (box.type === 'body' || box.type === 'obj')
    const part: Part = { kind: 'paragraph', text: isPoint ? `• ${text}` : text }
    if (this.#cell !== undefined) this.#cell.parts.push(part)
    else box.parts.push(part)
  }
}

function titleOf({ type, parts }: Box): Part[] {
  const text = parts.flatMap((part) => ('text' in part ? [part.text] : [])).join(' ')
  if (text === '') return []
  return [type === 'ctrTitle' ? { kind: 'title', text } : { kind: 'heading', text, depth: 1 }]
}

/** From top to bottom, then from left to right; in the order of the file where a place isn't known. */
function inPlace(boxes: readonly Box[]): readonly Box[] {
  if (boxes.some(({ y }) => y === undefined)) return boxes
  const line = ({ y = 0 }: Box) => Math.round(y / SAME_HEIGHT)
  return boxes.toSorted((a, b) => line(a) - line(b) || (a.x ?? 0) - (b.x ?? 0))
}
