// Which lines are one paragraph? Lines that are full go on with the next one that isn't indented, over pages as well.
import { endsSentence } from '../../../text/punctuation.ts'
import { joint } from '../../blocks.ts'
import { parseNumbering } from '../../rules/numbering.ts'
import { isBullet } from '../../shape.ts'
import type { Part } from '../parts.ts'
import type { PageItem, TextLine } from './lines.ts'
import { depthOf, isInOtherFace, isSmall, roundedSize, type TypeSizes } from './type-sizes.ts'

/** In sizes of the type: a line that ends this near the right edge was broken there; marks may hang or be pushed on. */
const NEAR_EDGE = 2.2

/** In sizes: a line that begins further in is indented. */
const INDENT = 0.8

/** Times the usual distance of lines: a wider one parts paragraphs. */
const WIDE_GAP = 1.4

/** Lines of one heading stand this near, in sizes. */
const HEADING_GAP = 2

/** Usual distance of two lines, in sizes, where a file has too few to tell. */
const USUAL_LEADING = 1.5

interface Open {
  readonly kind: 'text' | 'heading' | 'note'
  readonly depth: number
  readonly isBold: boolean
  readonly page: number
  text: string
  last: TextLine
  readonly turns: number[]
}

export function paragraphsOf(items: readonly PageItem[], sizes: TypeSizes): Part[] {
  const leading = usualLeading(items)
  const parts: Part[] = []
  let open: Open | undefined
  /** Notes at the foot of a page wait for the paragraph that goes on over the page. */
  let notes: Part[] = []
  const close = () => {
    if (open !== undefined) parts.push(partOf(open))
    parts.push(...notes)
    notes = []
    open = undefined
  }
  for (const item of items) {
    if (item.kind === 'table') {
      close()
      parts.push(item)
      continue
    }
    const kind = kindOf(item, sizes)
    const depth = depthOf(item, sizes) ?? 0
    if (kind === 'note') {
      const note = notes.at(-1)
      if (note?.kind === 'footnote' && !startsNote(item.text))
        notes[notes.length - 1] = { ...note, text: note.text + joint(note.text, item.text) + item.text }
      else notes.push({ kind: 'footnote', text: item.text, page: item.page })
      continue
    }
    if (open !== undefined && open.kind === kind && goesOn(open, item, leading)) {
      extend(open, item)
      continue
    }
    close()
    const isBold = kind === 'text' && isInOtherFace(item, sizes)
    open = { kind, depth, isBold, page: item.page, text: item.text, last: item, turns: [] }
  }
  close()
  return parts
}

function kindOf(line: TextLine, sizes: TypeSizes): Open['kind'] {
  if (depthOf(line, sizes) !== undefined) return 'heading'
  return isSmall(line, sizes) ? 'note' : 'text'
}

function startsNote(text: string): boolean {
  return /^(?:[①-⑳*※]|[[［(（]?\d{1,3}[\]］)）]?[\s.、．]?|注\s*[:：])/.test(text)
}

function partOf({ kind, depth, isBold, page, text, turns }: Open): Part {
  if (kind === 'heading') return { kind: 'heading', depth, text, page }
  return { kind: 'paragraph', text, page, turns, ...(isBold && { isBold }) }
}

function extend(open: Open, line: TextLine): void {
  const before = joint(open.text, line.text)
  // A page that is skipped begins where the next one does.
  for (let page = open.last.page; page < line.page; page++) open.turns.push(open.text.length + before.length)
  open.text += before + line.text
  open.last = line
}

function goesOn(open: Open, line: TextLine, leading: number): boolean {
  const { last } = open
  if (roundedSize(last.size) !== roundedSize(line.size)) return false
  const isNext = last.page === line.page && line.y > last.y
  const gap = (line.y - last.y) / line.size
  if (open.kind === 'heading')
    return isNext && gap <= Math.max(HEADING_GAP, leading * WIDE_GAP) && !endsSentence(open.text)
  const isFull = last.right >= last.region.right - NEAR_EDGE * last.size
  const isIndented = line.left > line.region.left + INDENT * line.size
  if (open.isBold || !isFull || isIndented || (isNext && gap > leading * WIDE_GAP)) return false
  const isNumbered = parseNumbering(line.text)?.partedBy === 'mark' || isBullet(line.text)
  if (isNumbered && endsSentence(open.text)) return false
  // Over a page or column only a sentence that is open goes on for certain.
  return isNext || !endsSentence(open.text)
}

/** Distance of neighbouring lines in sizes: the middle one of all that are near. */
function usualLeading(items: readonly PageItem[]): number {
  const gaps: number[] = []
  for (const [i, item] of items.entries()) {
    const next = items[i + 1]
    if (item.kind !== 'line' || next?.kind !== 'line' || item.page !== next.page) continue
    const gap = (next.y - item.y) / item.size
    if (gap > 0.8 && gap < 3) gaps.push(gap)
  }
  gaps.sort((a, b) => a - b)
  // Gaps between paragraphs are among them, so the lower part tells better than the middle.
  return gaps[Math.floor(gaps.length * 0.4)] ?? USUAL_LEADING
}
