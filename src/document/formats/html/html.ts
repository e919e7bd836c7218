// HTML: the article without menus and lists of links, its headings, tables and pictures, and what the page says of itself.
import { faultOf } from '../../../faults/fault.ts'
import type { FormatText } from '../format.ts'
import { settleDepths } from '../heading-depths.ts'
import { type Part, writeParts } from '../parts.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import { partsOf } from './blocks.ts'
import { decodePage } from './encoding.ts'
import { mainElement } from './main-text.ts'
import { type Page, readTree } from './tree.ts'

/** Names that Chinese authorities' pages must use, then those of news pages and shares. */
const METAS = {
  title: ['articletitle', 'og:title'],
  date: ['pubdate', 'publishdate', 'article:published_time', 'datepublished', 'date'],
  source: ['contentsource', 'source'],
  author: ['author'],
} as const

/** @throws UnreadableFile */
export function readHtml(bytes: Uint8Array): FormatText {
  const decoded = decodePage(bytes)
  if (decoded === undefined) throw new UnreadableFile(faultOf('no-html'))
  const page = readTree(decoded.text)
  const parts = settleDepths(partsOf(mainElement(page.root)))
  const warning = {
    code: 'hidden-text',
    message: `${page.hiddenCharacters} characters that the page hides were left out.`,
  }
  return writeParts({
    parts: withTitle(parts, page),
    encoding: decoded.encoding,
    front: frontOf(page),
    warnings: page.hiddenCharacters > 0 ? [warning] : [],
  })
}

/** The title bar says the title with the name of the site behind it; a line of the page that it begins with is the title. */
function withTitle(parts: readonly Part[], { title, metas }: Page): readonly Part[] {
  if (parts.some(({ kind }) => kind === 'title')) return parts
  const wanted = [firstOf(metas, METAS.title), title].map(squeezed).filter((text) => text.length >= 4)
  const at = parts.findIndex(
    (part) =>
      'text' in part &&
      squeezed(part.text).length >= 4 &&
      wanted.some((text) => text.startsWith(squeezed(part.text))),
  )
  return parts.map((part, i) => (i === at && 'text' in part ? { kind: 'title', text: part.text } : part))
}

function frontOf({ metas }: Page): NonNullable<FormatText['front']> {
  const date = firstOf(metas, METAS.date)
  const source = firstOf(metas, METAS.source)
  const author = firstOf(metas, METAS.author)
  return {
    ...(date !== undefined && { date }),
    ...(source !== undefined && { source }),
    ...(author !== undefined && { authors: author.split(/[\s、,，;；]+/).filter((name) => name !== '') }),
  }
}

function firstOf(metas: Page['metas'], names: readonly string[]): string | undefined {
  const value = names.map((name) => metas.get(name)?.trim()).find((one) => one !== undefined && one !== '')
  return value?.slice(0, 200)
}

function squeezed(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, '')
}
