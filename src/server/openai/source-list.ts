// What do those see of the evidence whose chat tool shows nothing but text? A list of links at the end of it, in Markdown.

import type { Language } from '../../text/language.ts'

export interface ListedLink {
  /** Number of a citation; absent where nothing in the text points at it. */
  readonly n?: number
  readonly title: string
  /** http(s), absolute. */
  readonly url: string
}

const HEADINGS = {
  sources: { zh: '参考来源：', en: 'Sources:' },
  choices: { zh: '可以问的是：', en: 'It may mean:' },
  nearest: { zh: '最接近的内容：', en: 'Nearest passages:' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>

const HEADING_LINES = new Set(Object.values(HEADINGS).flatMap(({ zh, en }) => [zh, en] as string[]))
/** An address ends at any bracket of its own, so that a line is read in linear time whatever it holds. */
const ITEM = /^- (?:\[\d+\] )?\[.*\]\(https?:\/\/[^\s()]*\)$/u

/** @returns to be put behind the text as it is; empty for no links */
export function linkList(
  heading: keyof typeof HEADINGS,
  links: readonly ListedLink[],
  language: Language,
): string {
  if (links.length === 0) return ''
  const items = links.map(({ n, title, url }) => {
    const mark = n === undefined ? '' : `[${n}] `
    return `\n- ${mark}[${inBrackets(title)}](${url})`
  })
  return `\n\n${HEADINGS[heading][language]}\n${items.join('')}`
}

/** A text that comes back as an earlier turn, as it was before: addresses of reports say nothing about what was asked. */
export function withoutSourceList(text: string): string {
  const lines = text.trimEnd().split('\n')
  let kept = lines.length
  for (let heading = headingAbove(lines, kept); heading !== undefined; heading = headingAbove(lines, kept)) {
    // The blank line above it goes too.
    kept = heading - 1
  }
  return kept === lines.length ? text : lines.slice(0, kept).join('\n')
}

/** @returns the line of the heading when the lines before `end` are one of our lists */
function headingAbove(lines: readonly string[], end: number): number | undefined {
  let first = end
  while (ITEM.test(lines[first - 1] ?? '')) first--
  const heading = first - 2
  const isList = first < end && lines[first - 1] === '' && HEADING_LINES.has(lines[heading] ?? '')
  return isList && heading > 0 && lines[heading - 1] === '' ? heading : undefined
}

/** Brackets in a title would end the link, a line break the list. */
function inBrackets(title: string): string {
  return title.replace(/\s+/gu, ' ').replace(/[\\[\]]/g, '\\$&')
}
