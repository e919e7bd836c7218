// What do those see of the evidence whose chat tool shows nothing but text? A list of links at the end of it, in Markdown.

export type Language = 'zh' | 'en'

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

/** A link of a list, or a choice that has none. */
const ITEM = String.raw`- (?:\[\d+\] )?\[.*\]\(https?://[^\s)]*\)`
const LISTS_AT_END = new RegExp(
  `(?:\\n\\n(?:${Object.values(HEADINGS)
    .flatMap(({ zh, en }) => [zh, en])
    .join('|')})\\n(?:\\n${ITEM})+)+\\s*$`,
  'u',
)

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
  return text.replace(LISTS_AT_END, '')
}

/** Brackets in a title would end the link, a line break the list. */
function inBrackets(title: string): string {
  return title.replace(/\s+/gu, ' ').replace(/[\\[\]]/g, '\\$&')
}
