// Which organisations does the collection speak of? Looked up by every name that a question may use.
import type { DocumentSummary } from '../../collection/collection.ts'
import { nameKey } from './name-key.ts'
import { namesOf, type OrganisationNames } from './organisation-names.ts'

export interface Organisation {
  /** Official name as the documents write it. */
  readonly name: string
  /** The official name as a key. */
  readonly key: string
  readonly names: OrganisationNames
  readonly documents: readonly DocumentSummary[]
}

type Bearers = ReadonlyMap<string, ReadonlySet<Organisation>>

/** From a name to those who bear it, by each kind of name. */
export interface NameBook extends Readonly<Record<keyof OrganisationNames, Bearers>> {
  readonly organisations: readonly Organisation[]
}

/** Names worked out before, by official name and aliases: working them out takes some 0.3 ms an organisation. */
export type KnownNames = Map<string, OrganisationNames>

/** @param known is added to, so that the next book costs only what is new */
export function makeNameBook(documents: readonly DocumentSummary[], known: KnownNames = new Map()): NameBook {
  const organisations = groupByOrganisation(documents, known)
  return {
    organisations,
    distinct: bearersOf(organisations, 'distinct'),
    generic: bearersOf(organisations, 'generic'),
    fields: bearersOf(organisations, 'fields'),
    shared: bearersOf(organisations, 'shared'),
    sounds: bearersOf(organisations, 'sounds'),
    blurred: bearersOf(organisations, 'blurred'),
    romanised: bearersOf(organisations, 'romanised'),
    places: bearersOf(organisations, 'places'),
    romanisedPlaces: bearersOf(organisations, 'romanisedPlaces'),
  }
}

function groupByOrganisation(documents: readonly DocumentSummary[], known: KnownNames): Organisation[] {
  const groups = new Map<string, DocumentSummary[]>()
  for (const document of documents) {
    if (document.organisation === undefined) continue
    const key = nameKey(document.organisation)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [document])
    else group.push(document)
  }
  return [...groups].map(([key, group]) => {
    const aliases = [...new Set(group.flatMap((document) => document.aliases))]
    const signature = [key, ...aliases].join('\n')
    const names = known.get(signature) ?? namesOf(key, aliases)
    known.set(signature, names)
    return { name: group[0]?.organisation ?? key, key, names, documents: group }
  })
}

function bearersOf(organisations: readonly Organisation[], kind: keyof OrganisationNames): Bearers {
  const bearers = new Map<string, Set<Organisation>>()
  for (const organisation of organisations) {
    for (const name of organisation.names[kind]) {
      const others = bearers.get(name)
      if (others === undefined) bearers.set(name, new Set([organisation]))
      else others.add(organisation)
    }
  }
  return bearers
}
