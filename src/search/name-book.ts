// Which organisations does the collection speak of, and under which names? Names in the form of `nameKey`.
import type { DocumentSummary } from '../collection/collection.ts'
import { syllableOf } from '../text/pinyin.ts'
import { nameKey } from './name-key.ts'
import { isGenericName, shortNames } from './short-names.ts'

export interface Organisation {
  /** Official name as the documents write it. */
  readonly name: string
  /** The official name as a key. */
  readonly key: string
  /** Names of its places as keys. */
  readonly places: readonly string[]
  readonly documents: readonly DocumentSummary[]
}

type Names = ReadonlyMap<string, ReadonlySet<Organisation>>

export interface NameBook {
  readonly organisations: readonly Organisation[]
  /** Names that say which organisation is meant, as far as nobody else bears them. */
  readonly distinct: Names
  /** Names such as 市二院 that don't say of which place. */
  readonly generic: Names
  /** Distinct names by their sound. */
  readonly sounds: Names
  /** Distinct names with one character of a long place name left open (`＊`). */
  readonly blurred: Names
  /** Distinct names in Latin letters, without blanks. */
  readonly romanised: Names
}

/** Stands for any one character. */
export const OPEN = '＊'
/** A place of two characters with one of them wrong is as often another place. */
const MIN_BLURRED_PLACE = 3
const MIN_SOUNDING_NAME = 4
/** Shorter ones are English words too often. */
const MIN_ROMANISED_LETTERS = 6

export function makeNameBook(documents: readonly DocumentSummary[]): NameBook {
  const maps = {
    distinct: new Map<string, Set<Organisation>>(),
    generic: new Map<string, Set<Organisation>>(),
    sounds: new Map<string, Set<Organisation>>(),
    blurred: new Map<string, Set<Organisation>>(),
    romanised: new Map<string, Set<Organisation>>(),
  }
  const organisations = groupByOrganisation(documents)
  for (const organisation of organisations) {
    const { distinct, generic } = namesOf(organisation)
    for (const name of generic) add(maps.generic, name, organisation)
    for (const name of distinct) {
      add(maps.distinct, name, organisation)
      if (name.length >= MIN_SOUNDING_NAME) add(maps.sounds, soundsOf(name).join(' '), organisation)
      for (const key of blur(name, organisation.places)) add(maps.blurred, key, organisation)
      const letters = lettersOf(name)
      if (letters.length >= MIN_ROMANISED_LETTERS) add(maps.romanised, letters, organisation)
    }
  }
  return { organisations, ...maps }
}

const NUMERAL = /[〇一二三四五六七八九十]/u

/** One sound a character. A number keeps its sign: 一 must not be heard as 医. */
export function soundsOf(name: string): string[] {
  return Array.from(name, (character) => (NUMERAL.test(character) ? character : syllableOf(character)))
}

function lettersOf(name: string): string {
  return Array.from(name, syllableOf).join('').replaceAll('v', 'u')
}

function groupByOrganisation(documents: readonly DocumentSummary[]): Organisation[] {
  const groups = new Map<string, DocumentSummary[]>()
  for (const document of documents) {
    if (document.organisation === undefined) continue
    const key = nameKey(document.organisation)
    groups.set(key, [...(groups.get(key) ?? []), document])
  }
  return [...groups].map(([key, group]) => ({
    name: group[0]?.organisation ?? key,
    key,
    places: shortNames(key).places,
    documents: group,
  }))
}

function namesOf({ key, documents }: Organisation): { distinct: Set<string>; generic: Set<string> } {
  const official = shortNames(key)
  const distinct = new Set(official.distinct)
  const generic = new Set(official.generic)
  for (const alias of documents.flatMap((document) => document.aliases.map(nameKey))) {
    if (generic.has(alias) || isGenericName(alias)) generic.add(alias)
    else for (const name of shortNames(alias).distinct) distinct.add(name)
  }
  return { distinct, generic }
}

function blur(name: string, places: readonly string[]): string[] {
  const place = places.find(
    (candidate) => candidate.length >= MIN_BLURRED_PLACE && name.startsWith(candidate),
  )
  if (place === undefined) return []
  return Array.from(place, (_, i) => name.slice(0, i) + OPEN + name.slice(i + 1))
}

function add(map: Map<string, Set<Organisation>>, name: string, organisation: Organisation): void {
  const known = map.get(name)
  if (known === undefined) map.set(name, new Set([organisation]))
  else known.add(organisation)
}
