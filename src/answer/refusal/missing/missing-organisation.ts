// Is the organisation or the town that a question names in the reports at all? Else another one's figures would be told for it.
import type { DocumentSummary } from '../../../collection/collection.ts'
import type { Routing } from '../../../search/passage.ts'
import type { Missing } from './missing.ts'
import { ofPlace, organisationsIn, placeOf } from './named-organisations.ts'
import { placesIn } from './named-places.ts'

/**
 * Whether a report has these words.
 *
 * @param documentIds the reports looked at; absent: all
 */
export type Holds = (words: string, documentIds?: readonly string[]) => Promise<boolean>

/** A person asks of fewer at once. */
const MOST_NAMES = 5
/** Organisations named in the message. */
const SHOWN = 5

/** An organisation that is named in full, or a town or county, that stands nowhere in the reports. */
export async function missingOrganisation(
  question: string,
  routing: Routing,
  documents: readonly DocumentSummary[],
  holds: Holds,
): Promise<Missing | undefined> {
  const isAboutOrganisations = documents.some(({ organisation }) => organisation !== undefined)
  if (!isAboutOrganisations || routing.organisations.length > 0) return undefined
  const names = organisationsIn(question, documents)
  // Each is looked for: a question that consists of names would otherwise take as many searches.
  const looked = [...names, ...placesIn(question, names)].slice(0, MOST_NAMES)
  const unknown: string[] = []
  for (const name of looked) if (!(await isKnown(name, documents, holds))) unknown.push(name)
  const [first] = unknown
  if (first === undefined) return undefined
  const held = [...new Set(documents.flatMap(({ organisation }) => organisation ?? []))]
  const shown = held.slice(0, SHOWN)
  const isMore = held.length > SHOWN
  return {
    reason: 'unknown-organisation',
    zh: {
      missing: unknown,
      message: `报告里没有“${first}”；现有报告讲的是${shown.join('、')}${isMore ? '等' : ''}。`,
    },
    en: {
      missing: unknown,
      message: `The reports don’t mention “${first}”; they are about ${shown.join(', ')}${isMore ? ' and others' : ''}.`,
    },
  }
}

/** A report of the place leaves the place out: 市教育局, not 青山市教育局. */
async function isKnown(name: string, documents: readonly DocumentSummary[], holds: Holds): Promise<boolean> {
  if (await holds(name)) return true
  const place = placeOf(name)
  const local = place === '' ? [] : ofPlace(place, documents)
  const rest = name.slice(place.length)
  if (rest === '' || local.length === 0) return false
  return holds(
    rest,
    local.map(({ id }) => id),
  )
}
