// What are the parts of a page, in reading order? Blocks as a browser would set them below each other.
import type { Part } from '../parts.ts'
import { type Cell, tableParts } from '../table.ts'
import type { Element } from './tree.ts'

/** Elements that stand within a line. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr o:p'.split(
    ' ',
  ),
)

const BOLD: ReadonlySet<string> = new Set(['b', 'strong'])
const BOLD_STYLE = /font-weight\s*:\s*(?:bold|[6-9]00)/i

interface Line {
  text: string
  boldCharacters: number
}

/** One pass over the tree; recursion is as deep as the tree, which is bounded. */
export function partsOf(root: Element): Part[] {
  const walker = new Walker()
  walker.walk(root, false)
  walker.flush()
  return walker.parts
}

class Walker {
  readonly parts: Part[] = []
  #line: Line = { text: '', boldCharacters: 0 }

  walk(element: Element, isBold: boolean): void {
    for (const child of element.children) {
      if (child.kind === 'text') this.#write(child.text, isBold, element.name === 'pre')
      else this.#enter(child, isBold)
    }
  }

  /** Ends the paragraph that is open. */
  flush(wrap: (text: string, isBold: boolean) => Part = paragraph): void {
    const text = this.#line.text.trim()
    const isBold = this.#line.boldCharacters >= text.replace(/\s/g, '').length
    this.#line = { text: '', boldCharacters: 0 }
    if (text !== '') this.parts.push(wrap(text, isBold))
  }

  #enter(element: Element, isBold: boolean): void {
    const { name } = element
    const bold =
      isBold || BOLD.has(name) || BOLD_STYLE.test((element.attributes['style'] ?? '').slice(0, 1000))
    if (name === 'br') this.flush()
    else if (name === 'img') this.#picture(element)
    else if (name === 'rt' || name === 'rp') return
    else if (INLINE.has(name)) this.walk(element, bold)
    else if (name === 'table') this.#table(element)
    else {
      this.flush()
      this.walk(element, bold)
      const depth = /^h([1-6])$/.exec(name)?.[1]
      if (depth !== undefined) this.flush((text) => ({ kind: 'heading', text, depth: Number(depth) }))
      else if (name === 'figcaption' || name === 'caption') this.flush((text) => ({ kind: 'caption', text }))
      else if (name === 'li') this.flush((text, b) => paragraph(`• ${text}`, b))
      else this.flush()
    }
  }

  /** Small pictures are signs in the line. */
  #picture({ attributes }: Element): void {
    const [width, height] = [Number(attributes['width']), Number(attributes['height'])]
    if (width < 50 || height < 50) return
    this.flush()
    this.parts.push({ kind: 'picture' })
  }

  #table(table: Element): void {
    this.flush()
    for (const caption of descendants(table, 'caption'))
      this.parts.push(
        ...partsOf(caption).map(
          (part): Part => ('text' in part ? { kind: 'caption', text: part.text } : part),
        ),
      )
    const rows = descendants(table, 'tr').map((row) =>
      row.children.flatMap((cell): Cell[] => {
        if (cell.kind === 'text' || (cell.name !== 'td' && cell.name !== 'th')) return []
        const { colspan, rowspan } = cell.attributes
        return [{ parts: partsOf(cell), columns: spanOf(colspan), rows: spanOf(rowspan) }]
      }),
    )
    this.parts.push(...tableParts(rows))
  }

  #write(text: string, isBold: boolean, keepsBreaks: boolean): void {
    if (keepsBreaks && text.includes('\n')) {
      for (const [i, line] of text.split('\n').entries()) {
        if (i > 0) this.flush()
        this.#write(line, isBold, false)
      }
      return
    }
    const { text: before } = this.#line
    // A line break in the source between two Chinese characters is no blank to a reader, though a browser shows one.
    const plain = text
      .replace(/(?<=\p{Script=Han}|[，。、；：])\s*\n\s*(?=\p{Script=Han})/gu, '')
      .replace(/[ \t\n\r\f]+/g, ' ')
    const added = before === '' || before.endsWith(' ') ? plain.trimStart() : plain
    this.#line.text += added
    if (isBold) this.#line.boldCharacters += added.replace(/\s/g, '').length
  }
}

function paragraph(text: string, isBold: boolean): Part {
  return { kind: 'paragraph', text, ...(isBold && { isBold }) }
}

function spanOf(value: string | undefined): number {
  const span = Number(value ?? 1)
  return Number.isInteger(span) && span >= 1 ? span : 1
}

/** Of this table alone, not of tables in its cells. */
function descendants(table: Element, name: string): Element[] {
  return table.children.flatMap((child) => {
    if (child.kind === 'text' || child.name === 'table') return []
    return child.name === name
      ? [child]
      : /^(?:thead|tbody|tfoot)$/.test(child.name)
        ? descendants(child, name)
        : []
  })
}
