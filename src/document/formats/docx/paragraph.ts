// What is one paragraph of a DOCX file, while it is read and when it ends?
import type { Part } from '../parts.ts'
import type { Numbering } from './numbering.ts'
import type { Style } from './styles.ts'

/** Filled in element by element. */
export interface OpenParagraph {
  text: string
  styleId: string
  /** Its own settings, which win over those of its style. */
  own: { -readonly [K in keyof Style]: Style[K] }
  boldCharacters: number
  hasPicture: boolean
  /** Ids of footnotes and endnotes that it refers to. */
  readonly notes: string[]
  /** Text boxes anchored in it. */
  readonly boxes: Part[]
}

export function openParagraph(): OpenParagraph {
  return { text: '', styleId: '', own: {}, boldCharacters: 0, hasPicture: false, notes: [], boxes: [] }
}

/** Word's id for no list. */
const NO_LIST = '0'

/** The number is counted even when nothing else stands in the paragraph, as Word does. */
export function partsOf(paragraph: OpenParagraph, style: Style, numbering: Numbering): Part[] {
  const { outline = 0, listId, listLevel = 0, role } = { ...style, ...paragraph.own }
  if (role === 'contents') return []
  const label = listId === undefined || listId === NO_LIST ? '' : numbering.next(listId, listLevel)
  const written = paragraph.text.trim()
  const parts: Part[] = paragraph.hasPicture ? [{ kind: 'picture' }] : []
  if (written === '' && !paragraph.hasPicture) parts.push({ kind: 'blank' })
  if (written !== '') {
    const text = label + written
    if (role === 'title' || role === 'caption') parts.push({ kind: role, text })
    else if (outline > 0) parts.push({ kind: 'heading', text, depth: outline })
    else {
      const isBold = paragraph.boldCharacters >= written.replaceAll(/\s/g, '').length
      parts.push({ kind: 'paragraph', text, ...(isBold && { isBold }) })
    }
  }
  return [...parts, ...paragraph.boxes]
}
