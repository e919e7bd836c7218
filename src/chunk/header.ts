// What stands above the cut? The context line that is embedded and indexed with a chunk, never part of its text.
import type { Document } from '../document/document.ts'

/**
 * Longest header in characters. About one token a Han character: with a body of 450 it stays inside a window of 512
 * tokens with room for the marks between.
 */
export const MAX_HEADER_CHARACTERS = 90

/** Names beside the official one; more of them push the section out of the line. */
const MAX_ALIASES = 3
const SEPARATOR = ' > '
const ELISION = '…'

/**
 * `organisation（aliases） title > section > sub-section`, at most `maxCharacters` long.
 *
 * Too long a line loses headings from the middle of the path first (the title says whose it is, the last heading what it
 * is about), then aliases, then the end of the title.
 */
export function contextHeader(
  document: Pick<Document, 'title' | 'organisation' | 'aliases'>,
  sectionPath: readonly string[],
  maxCharacters: number = MAX_HEADER_CHARACTERS,
): string {
  const [title = document.title, ...headings] = sectionPath
  const names =
    document.organisation === undefined ? '' : nameWithAliases(document.organisation, document.aliases)
  for (const who of new Set([names, document.organisation ?? ''])) {
    for (const path of fromFullToShort(headings)) {
      const line = joinHeader(who, title, path)
      if (line.length <= maxCharacters) return line
    }
  }
  const leaf = headings.at(-1)
  const tail = leaf === undefined ? '' : SEPARATOR + shorten(leaf, Math.floor(maxCharacters / 3))
  const head = joinHeader(document.organisation ?? '', title, [])
  return shorten(head, maxCharacters - tail.length) + tail
}

/**
 * `contextHeader`, then what stands above a part of a table, in at most half of the characters.
 *
 * @param heads caption and column names, the outermost first; may be empty
 */
export function headerWithHeads(
  document: Pick<Document, 'title' | 'organisation' | 'aliases'>,
  sectionPath: readonly string[],
  heads: readonly string[],
  maxCharacters: number = MAX_HEADER_CHARACTERS,
): string {
  if (heads.length === 0) return contextHeader(document, sectionPath, maxCharacters)
  const tail = SEPARATOR + shorten(heads.join(SEPARATOR), Math.floor(maxCharacters / 2))
  return contextHeader(document, sectionPath, maxCharacters - tail.length) + tail
}

function nameWithAliases(organisation: string, aliases: readonly string[]): string {
  const others = aliases.filter((alias) => alias !== organisation).slice(0, MAX_ALIASES)
  return others.length === 0 ? organisation : `${organisation}（${others.join('、')}）`
}

function joinHeader(who: string, title: string, path: readonly string[]): string {
  return [who === '' ? title : `${who} ${title}`, ...path].join(SEPARATOR)
}

/** The whole path, then with ever more of its middle replaced by one ellipsis, the last heading always kept. */
function* fromFullToShort(headings: readonly string[]): Generator<readonly string[]> {
  yield headings
  for (let kept = headings.length - 2; kept >= 0; kept--) {
    const before = Math.ceil(kept / 2)
    const after = headings.length - 1 - (kept - before)
    yield [...headings.slice(0, before), ELISION, ...headings.slice(after)]
  }
}

function shorten(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, Math.max(0, length - ELISION.length))
  // Half of a surrogate pair is no character.
  return (/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut) + ELISION
}
