// Under which names may a question speak of one organisation? All of them as keys of `nameKey`, for the name book.
import { romanise, syllableOf } from '../../text/pinyin.ts'
import { nameKey } from './name-key.ts'
import { placePrefixes } from './place-prefixes.ts'
import { isGenericName, shortNames } from './short-names.ts'

export interface OrganisationNames {
  /** Say which organisation is meant, as far as nobody else bears them. */
  readonly distinct: readonly string[]
  /** Names such as 市二院 that don't say of which place. */
  readonly generic: readonly string[]
  /** A place with what the organisation is for: 青石水利. */
  readonly fields: readonly string[]
  /** Distinct names of others that may mean it as well. */
  readonly shared: readonly string[]
  /** Distinct names by their sound. */
  readonly sounds: readonly string[]
  /** Distinct names with one character of a long place name left open (`＊`), never its 市 or 县. */
  readonly blurred: readonly string[]
  /** Distinct names in Latin letters, without blanks. */
  readonly romanised: readonly string[]
  /** Names of its places, in Chinese. */
  readonly places: readonly string[]
  /** Likely names of its places in Latin letters. */
  readonly romanisedPlaces: readonly string[]
}

/** Stands for any one character. */
export const OPEN = '＊'
/** A place of two characters with one of them wrong is as often another place; its 市 or 县 doesn't count. */
const MIN_BLURRED_PLACE = 3
const MIN_SOUNDING_NAME = 4
/** Shorter ones are English words too often. */
const MIN_ROMANISED_LETTERS = 6

/** @param aliases as found in the documents */
export function namesOf(official: string, aliases: readonly string[]): OrganisationNames {
  const key = nameKey(official)
  const { places, fields, shared, ...names } = shortNames(key)
  const distinct = new Set(names.distinct)
  const generic = new Set(names.generic)
  for (const alias of aliases.map(nameKey)) {
    if (generic.has(alias) || isGenericName(alias)) generic.add(alias)
    else for (const name of shortNames(alias).distinct) distinct.add(name)
  }
  const all = [...distinct]
  return {
    distinct: all,
    generic: [...generic],
    fields,
    shared,
    sounds: all.filter((name) => name.length >= MIN_SOUNDING_NAME).map((name) => soundsOf(name).join(' ')),
    blurred: all.flatMap((name) => blur(name, places)),
    romanised: all.map(lettersOf).filter((letters) => letters.length >= MIN_ROMANISED_LETTERS),
    places,
    romanisedPlaces: placePrefixes(key).map(romanise),
  }
}

const NUMERAL = /[〇一二三四五六七八九十]/u

/** One sound a character. A number keeps its sign: 一 must not be heard as 医. */
export function soundsOf(name: string): string[] {
  return Array.from(name, (character) => (NUMERAL.test(character) ? character : syllableOf(character)))
}

function lettersOf(name: string): string {
  return Array.from(name, syllableOf).join('').replaceAll('v', 'u')
}

function blur(name: string, places: readonly string[]): string[] {
  const [bare = ''] = [...places].sort((a, b) => a.length - b.length)
  if (bare.length < MIN_BLURRED_PLACE || !name.startsWith(bare)) return []
  return Array.from(bare, (_, i) => name.slice(0, i) + OPEN + name.slice(i + 1))
}
