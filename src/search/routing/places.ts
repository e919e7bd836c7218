// Which place does a question name whose authorities report? Their report tells of the whole place, not of one house in it.
import type { NameBook, Organisation } from './name-book.ts'

export interface PlaceMention {
  /** As it stands in the question's key. */
  readonly text: string
  /** UTF-16 offset in the question's key. */
  readonly start: number
  /** The authorities of the place; never empty. */
  readonly organisations: readonly Organisation[]
}

/** They report on all that is there. */
const AUTHORITY = /(?:委员会|委|局|厅|政府|办公室)$/u
/** A place of which its kind is said; else it may be part of another word. */
const IN_FULL = /[省市州县区旗盟]$/u
/** What may stand before a place that doesn't say its kind. */
const BEFORE = /(?:^|[^\p{Script=Han}]|[年月日在对和与问的])$/u

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
  const isSame = ({ organisations }: PlaceMention) =>
    organisations.every((one) => longest?.organisations.includes(one))
  return others.every(isSame) ? longest : undefined
}
