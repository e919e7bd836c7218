// Which place does a question name whose authorities report? Their report tells of the whole place, not of one house in it.
import type { NameBook, Organisation } from './name-book.ts'

export interface PlaceMention {
  /** As it stands in the question's key. */
  readonly text: string
  /** UTF-16 offset in the question's key. */
  readonly start: number
  /** The authorities of the place; never empty. */
  readonly organisations: readonly Organisation[]
  /** Where the question begins with it: those of other places, which tell nothing of this one. */
  readonly elsewhere: readonly Organisation[]
}

/** They report on all that is there. */
const AUTHORITY = /(?:委员会|委|局|厅|政府|办公室)$/u
/** A place of which its kind is said; else it may be part of another word. */
const IN_FULL = /[省市州县区旗盟]$/u
/** What may stand before a place that doesn't say its kind. */
const BEFORE = /(?:^|[^\p{Script=Han}]|[年月日在对和与问的])$/u

/** What may stand before the place of which the whole question is. */
const LEAD = /^(?:请问|截[至止]|到|在|[今去前上]年|\d{4}年(?:度|[初中末底])?|\d{1,2}月底?|[,，、])*$/u

/**
 * @param key the question in the form of `nameKey`
 * @returns undefined where it names no such place, or several
 */
export function findPlace(key: string, book: NameBook): PlaceMention | undefined {
  const found = [...book.places].flatMap(([text, bearers]) => {
    const start = key.indexOf(text)
    if (start < 0 || !(IN_FULL.test(text) || BEFORE.test(key.slice(0, start)))) return []
    const organisations = [...bearers].filter(({ key: name }) => AUTHORITY.test(name))
    return organisations.length > 0 ? [{ text, start, organisations }] : []
  })
  const [longest, ...others] = found.sort((a, b) => b.text.length - a.text.length)
  const isSame = ({ organisations }: Pick<PlaceMention, 'organisations'>) =>
    organisations.every((one) => longest?.organisations.includes(one))
  if (longest === undefined || !others.every(isSame)) return undefined
  const isOfAll = LEAD.test(key.slice(0, longest.start))
  return { ...longest, elsewhere: isOfAll ? organisationsElsewhere(longest.organisations, book) : [] }
}

function organisationsElsewhere(here: readonly Organisation[], book: NameBook): Organisation[] {
  const places = new Set(here.flatMap(({ names }) => names.places))
  return book.organisations.filter(
    ({ names }) => names.places.length > 0 && !names.places.some((place) => places.has(place)),
  )
}
