// Which organisations does a question name? Exact names first, then slips of the pen.
import { toneOf } from '../../text/pinyin.ts'
import { PLACED_INSTITUTION } from './institutions.ts'
import type { NameBook, Organisation } from './name-book.ts'
import { OPEN, soundsOf } from './organisation-names.ts'

export interface Mention {
  /** As it stands in the question's key. */
  readonly text: string
  /** UTF-16 offset in the question's key. */
  readonly start: number
  readonly kind: 'distinct' | 'generic' | 'misspelt'
  /** Never empty; several when they share the name. */
  readonly organisations: readonly Organisation[]
}

const MAX_NAME = 24
const MIN_NAME = 2
const MIN_MISSPELT = 4
/** A misspelt place is looked for among the first characters of a name. */
const MAX_BLURRED_AT = 4
const HAN = /\p{Script=Han}/u
/**
 * What may stand before a name that doesn't say its place. After any other character (北京二院) it is
 * the end of another organisation's name.
 */
const BEFORE_GENERIC =
  /[的在到去来从由对给跟和与及向把被让请问说讲这那哪该本我们你他她它是于、，。？！：；家]/u

/** After 青石水利 the 投资集团 of somebody else's name; a firm's own 子公司 isn't. */
const LEADS_ON = new RegExp(
  `^[^\\P{Script=Han}有是的哪几多少共和与在为下各了]{0,10}?(?:${PLACED_INSTITUTION})(?<!(?:子|分|总|属)公司)`,
  'u',
)

/** @param key the question in the form of `nameKey` */
export function findMentions(key: string, book: NameBook): Mention[] {
  const characters = Array.from(key)
  const question = { characters, sounds: soundsOf(key) }
  const found: Mention[] = []
  let start = 0
  for (let at = 0; at < characters.length; ) {
    const name = longestAt(question, at, book)
    if (name !== undefined) found.push({ ...name, start })
    const length = name === undefined ? 1 : Array.from(name.text).length
    start += characters.slice(at, at + length).join('').length
    at += length
  }
  return found
}

interface HeardQuestion {
  readonly characters: readonly string[]
  /** One a character. */
  readonly sounds: readonly string[]
}

function longestAt(
  { characters, sounds }: HeardQuestion,
  at: number,
  book: NameBook,
): Omit<Mention, 'start'> | undefined {
  for (let end = Math.min(at + MAX_NAME, characters.length); end - at >= MIN_NAME; end--) {
    const text = characters.slice(at, end).join('')
    const distinct = book.distinct.get(text)
    if (distinct !== undefined)
      return { text, kind: 'distinct', organisations: allMeant(text, distinct, book) }
    const field = book.fields.get(text)
    if (field !== undefined && !LEADS_ON.test(characters.slice(end).join('')))
      return { text: ownPart(text, characters[end], field), kind: 'distinct', organisations: [...field] }
    const misspelt =
      end - at >= MIN_MISSPELT && HAN.test(text)
        ? (soundsLike(text, sounds.slice(at, end), book) ?? looksLike(text, book))
        : undefined
    if (misspelt !== undefined) return { text, kind: 'misspelt', organisations: [...misspelt] }
    const generic = book.generic.get(text)
    if (generic !== undefined && mayStandAlone(characters[at - 1])) {
      return { text, kind: 'generic', organisations: [...generic] }
    }
  }
  return undefined
}

/** Those who are called so by rule, and those who may be meant as well, unless it is somebody's full name. */
function allMeant(text: string, bearers: ReadonlySet<Organisation>, book: NameBook): Organisation[] {
  if ([...bearers].some(({ key }) => key === text)) return [...bearers]
  return [...new Set([...bearers, ...(book.shared.get(text) ?? [])])]
}

/** All of it where it ends there; else its place, the longest, since what is said after it is asked about: 青石公交车. */
function ownPart(text: string, next: string | undefined, bearers: ReadonlySet<Organisation>): string {
  if (next === undefined || next === '的' || !HAN.test(next)) return text
  const places = [...bearers].flatMap(({ names }) => names.places)
  return places.filter((place) => text.startsWith(place)).sort((a, b) => b.length - a.length)[0] ?? text
}

/** A slip of the pen, as far as the place has the same tones too: with others it is as often another place. */
function soundsLike(
  text: string,
  sounds: readonly string[],
  book: NameBook,
): ReadonlySet<Organisation> | undefined {
  const bearers = book.sounds.get(sounds.join(' '))
  if (bearers === undefined) return undefined
  const alike = [...bearers].filter(({ names }) =>
    names.places
      .filter((place) => soundsOf(place).every((sound, i) => sound === sounds[i]))
      .every((place) => Array.from(place).every((one, i) => toneOf(one) === toneOf(text.charAt(i)))),
  )
  return alike.length === 0 ? undefined : new Set(alike)
}

function looksLike(text: string, book: NameBook): ReadonlySet<Organisation> | undefined {
  for (let i = 0; i < Math.min(MAX_BLURRED_AT, text.length); i++) {
    const blurred = book.blurred.get(text.slice(0, i) + OPEN + text.slice(i + 1))
    if (blurred !== undefined) return blurred
  }
  return undefined
}

function mayStandAlone(before: string | undefined): boolean {
  return before === undefined || !HAN.test(before) || BEFORE_GENERIC.test(before)
}
