// Whose reports does the question ask? A filter when the names are certain, a boost when they are likely.
import { foldText } from '../../text/lexical-key.ts'
import type { Range } from '../../text/range.ts'
import type { Routing } from '../passage.ts'
import { type EnglishMention, findEnglishMention } from './english-names.ts'
import { findMentions, type Mention } from './mentions.ts'
import type { NameBook, Organisation } from './name-book.ts'
import { nameKeyWithOffsets } from './name-key.ts'
import { findPlace, type PlaceMention } from './places.ts'
import { documentsOfYears, yearsIn } from './years.ts'

export interface Route {
  readonly routing: Routing
  /** Document ids, one group for every organisation named, in the order of the question; empty when none is. */
  readonly groups: readonly ReadonlySet<string>[]
  /** Where names stand in the question, in order. */
  readonly names: readonly Range[]
  /** Words of English names, lower case. */
  readonly englishNames: readonly string[]
  /** Only the place is named: its reports are preferred, and the name says no more of what is asked. */
  readonly isByPlace?: boolean
  /** Ids of documents that are of another place than the one named. */
  readonly elsewhere?: ReadonlySet<string>
}

const NOWHERE = { groups: [], names: [], englishNames: [] }

export function routeQuestion(question: string, book: NameBook): Route {
  const years = yearsIn(question)
  const { text: key, offsets } = nameKeyWithOffsets(question)
  const mentions = findMentions(key, book).map((mention) => settle(mention, key, book))
  const rangeOf = ({ start, text }: Pick<Mention, 'start' | 'text'>) => ({
    start: offsets[start] ?? 0,
    end: offsets[start + text.length] ?? question.length,
  })
  if (mentions.length === 0) {
    const english = findEnglishMention(foldText(question), book)
    if (english !== undefined) return routeEnglish(english, years)
    const place = findPlace(key, book)
    const nowhere = { ...NOWHERE, routing: routingTo([], 'none', years) }
    return place === undefined
      ? nowhere
      : { ...nowhere, ...routeToPlace(place, years), names: [rangeOf(place)] }
  }
  const named = new Set(
    mentions.flatMap(({ organisations }) => (organisations.length === 1 ? organisations : [])),
  )
  const open = mentions.find(({ organisations }) => !organisations.some((one) => named.has(one)))
  const isCertain = open === undefined && mentions.every(isSure)
  const organisations = [...named]
  return {
    groups: groupsOf(organisations, years),
    names: mentions.map(rangeOf),
    englishNames: [],
    routing: {
      ...routingTo(organisations, isCertain ? 'filter' : 'boost', years),
      ...(open && { ambiguous: choicesOf(open) }),
    },
  }
}

/**
 * The route inside what the filters let through. Organisations that are filtered out are as good as not held: the question
 * goes to all that is left.
 */
export function narrow(route: Route, accepted: ReadonlySet<string> | undefined): Route {
  if (accepted === undefined) return route
  const groups = route.groups
    .map((group) => new Set([...group].filter((id) => accepted.has(id))))
    .filter((group) => group.size > 0)
  return groups.length > 0 || route.groups.length === 0
    ? { ...route, groups }
    : { ...NOWHERE, routing: { ...route.routing, mode: 'none' } }
}

function routeEnglish({ organisations, isCertain, words }: EnglishMention, years: readonly number[]): Route {
  if (isCertain && organisations.length > 1) {
    const ambiguous = choicesOf({ text: words.join(' '), organisations })
    return { ...NOWHERE, englishNames: words, routing: { ...routingTo([], 'none', years), ambiguous } }
  }
  return {
    groups: groupsOf(organisations, years),
    names: [],
    englishNames: words,
    routing: routingTo(organisations, isCertain ? 'filter' : 'boost', years),
  }
}

/** One group: the authorities of a place aren't compared with each other. */
function routeToPlace({ organisations, elsewhere }: PlaceMention, years: readonly number[]) {
  const ids = groupsOf(organisations, years).flatMap((group) => [...group])
  const others = elsewhere.flatMap(({ documents }) => documents.map(({ id }) => id))
  return { groups: [new Set(ids)], isByPlace: true, elsewhere: new Set(others) }
}

function routingTo(
  organisations: readonly Organisation[],
  mode: Routing['mode'],
  years: readonly number[],
): Routing {
  return {
    organisations: organisations.map(({ name }) => name),
    years,
    mode: organisations.length === 0 ? 'none' : mode,
  }
}

function groupsOf(organisations: readonly Organisation[], years: readonly number[]): Set<string>[] {
  return organisations.map(({ documents }) => new Set(documentsOfYears(documents, years).map(({ id }) => id)))
}

function isSure({ kind, organisations }: Mention): boolean {
  return kind !== 'generic' && organisations.length === 1
}

/** A shared name is settled by a place elsewhere in the question that only one of its bearers has. */
function settle(mention: Mention, key: string, book: NameBook): Mention {
  if (mention.organisations.length === 1 && mention.kind !== 'generic') return mention
  const isPlaced = ({ names }: Organisation) => names.places.some((place) => key.includes(place))
  const placed = mention.organisations.filter(isPlaced)
  const elsewhere = book.organisations.some(
    (other) => !mention.organisations.includes(other) && isPlaced(other),
  )
  if (placed.length !== 1 || elsewhere) return mention
  return { ...mention, kind: 'distinct', organisations: placed }
}

function choicesOf({
  text,
  organisations,
}: Pick<Mention, 'text' | 'organisations'>): NonNullable<Routing['ambiguous']> {
  return {
    name: text,
    choices: organisations.flatMap(({ name, documents }) =>
      documents.map(({ id, title }) => ({ organisation: name, documentId: id, title })),
    ),
  }
}
