// Which characters of a text are blank, wide or Chinese, and what is the one normal form that offsets point into?

const BOM = '\ufeff'

/** Everything that may stand for a blank: NBSP, en and em spaces, the ideographic space, tabs, form feeds. */
const SPACES = /[\t\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g

/** Characters without a picture: zero-width, soft hyphen, byte-order mark and the marks that turn the writing direction. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g

const HAN = /\p{Script=Han}/u

/** Marks on one letter; languages that are written need some five. */
const MAX_MARKS = 30

/** So many that they may be too many: one of them can stand for two. */
const MANY_MARKS = /(?:(?!\u034f)\p{M}){16,}/gu

/** Parts marks that would be brought in order together; it can't be seen. */
const JOINER = '\u034f'

/**
 * Normalises a decoded text once: no BOM, every line end `\n`, NFC. Offsets of a document point into the result. Marks without end
 * on one letter are parted as Unicode's “stream-safe text format” has it: the time to order them grows with their square
 * (100,000 took 8 s).
 */
export function normaliseText(decoded: string): string {
  const text = decoded.startsWith(BOM) ? decoded.slice(1) : decoded
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(MANY_MARKS, partMarks)
    .normalize('NFC')
}

function partMarks(marks: string): string {
  const single = Array.from(marks).flatMap((mark) => Array.from(mark.normalize('NFD')))
  const groups = Array.from({ length: Math.ceil(single.length / MAX_MARKS) }, (_, i) =>
    single.slice(i * MAX_MARKS, (i + 1) * MAX_MARKS).join(''),
  )
  return groups.join(JOINER)
}

/** The text as rules look at it: every blank is a space, invisible characters are gone, ends are trimmed. */
export function plainView(text: string): string {
  return text.replace(INVISIBLE, '').replace(SPACES, ' ').trim()
}

/** A name or a title in one line, with nothing that a terminal or a page would obey instead of showing it. */
export function shownName(text: string): string {
  return plainView(text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' '))
}

/** True for a character that `plainView` leaves out. */
export function isInvisible(character: string): boolean {
  return character.search(INVISIBLE) >= 0
}

export function isHan(character: string | undefined): boolean {
  return character !== undefined && HAN.test(character)
}

/** Columns that a text takes in print: 2 for Chinese and full-width characters, 1 for all others. */
export function displayWidth(text: string): number {
  let width = 0
  for (let i = 0; i < text.length; i++) width += text.charCodeAt(i) >= 0x1100 ? 2 : 1
  return width
}
