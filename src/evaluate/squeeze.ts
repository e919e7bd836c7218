// When do two texts hold the same characters? White space and normal form aside.

/** `\s` knows all of Unicode's white space but these, which show nothing either: NEL, MVS, zero-width marks, word joiner. */
const BLANK = /[\s\u0085\u180E\u200B-\u200D\u2060]+/gu

/** The text in NFC with every kind of white space taken out. */
export function squeeze(text: string): string {
  return text.normalize('NFC').replace(BLANK, '')
}
