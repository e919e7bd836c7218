// What is said of where a passage stands? The headings between the report's title and it.

/** The path begins with the title, which stands above it already; two headings alike in a row are one. */
export function sectionsBelow(title: string, sectionPath: readonly string[]): readonly string[] {
  return sectionPath.filter((heading, place) => heading !== (place === 0 ? title : sectionPath[place - 1]))
}

/** @returns without the marks of headings, which aren't read aloud; nothing where the path has said it already */
export function shownQuote(quote: string, sectionPath: readonly string[]): string {
  const shown = quote.replace(/^#{1,6}\s+/gm, '').trim()
  return shown === sectionPath.at(-1) ? '' : shown
}
