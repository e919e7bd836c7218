// Which characters of a question, cut apart because no dictionary has the name, make one name together?
import { unitAt } from '../../text/units.ts'

export interface AskedWord {
  readonly text: string
  /** Offset in the question. */
  readonly at: number
  /** Put together from characters that alone say nothing: 霞|栖|县. */
  readonly isJoined: boolean
}

/** What a place is called by; the whole name counts: 霞栖县 isn't 霞栖镇. */
const PLACE = '省市县区州旗镇乡村'
/** A word before it is a name: 卫生|院, 图书|馆. */
const HOUSE = '院科校馆部所站室'
const ENDS_PLACE = new RegExp(`[${PLACE}]$`, 'u')
const ENDS_NAME = new RegExp(`[${PLACE}${HOUSE}]$`, 'u')
const ONLY_ENDINGS = new RegExp(`^[${PLACE}${HOUSE}]+$`, 'u')
const ONE = /^\p{Script=Han}$/u
const HAN = /^\p{Script=Han}+$/u
/** Verbs and adverbs of one character, which are cut off as the characters of an unknown name are. */
const VERBS = '做开买用花办建招收治设配派发欠赔赚亏剩挣交付获得拿想要又再才就还只已曾将会很更'
const ONLY_VERBS = new RegExp(`^[${VERBS}]+$`, 'u')
/** What may stand before a name, and in it: 开 of 开阳, 办 of 办证. */
const VERBS_BEFORE = new RegExp(`^[${VERBS}]+(?=..)`, 'u')
const WHOLE_BEFORE = /^[全总]/u
const NUMBER_BEHIND = /[数量率额度]$/u
/** Words that count stand behind these. */
const ASKS = /(?:多少|[几每各一])$/u

/**
 * @param words in the order of the question, without those that link or ask
 * @returns the same, neighbours of one character joined; what is left of one character after verbs and units stands as it was
 */
export function joinedNames(words: readonly Omit<AskedWord, 'isJoined'>[], question: string): AskedWord[] {
  const joined: AskedWord[] = []
  for (const word of words) {
    const last = joined.at(-1)
    const isNext = last !== undefined && last.at + last.text.length === word.at
    if (isNext && belongs(last, word.text))
      joined[joined.length - 1] = { text: last.text + word.text, at: last.at, isJoined: true }
    else joined.push({ ...word, isJoined: false })
  }
  return joined.map((word) => (word.isJoined ? trimmed(word, question) : word))
}

/** 县, 馆: what stands before it is the name of a place or a house. */
export function endsAsName(word: string): boolean {
  return ENDS_NAME.test(word)
}

/** 白|马|县, 青柳|镇, 北|山区; not 县|图书. */
function belongs({ text, isJoined }: AskedWord, next: string): boolean {
  const isRun = isJoined || ONE.test(text)
  const isClosed = isJoined && ENDS_PLACE.test(text) && !ONLY_ENDINGS.test(text)
  if (!HAN.test(text) || isClosed) return false
  if (ONE.test(next)) return isRun || (ENDS_NAME.test(next) && text.length > 1)
  return isRun && HAN.test(next) && ENDS_PLACE.test(next)
}

function trimmed(word: AskedWord, question: string): AskedWord {
  const { text, at } = word
  const isAsked = ASKS.test(question.slice(0, at))
  const counted = isAsked && (unitAt(text, 0)?.length === 1 || ONLY_ENDINGS.test(text[0] ?? ''))
  const bare = text.slice(counted ? 1 : 0).replace(WHOLE_BEFORE, '')
  const shorter = bare.replace(NUMBER_BEHIND, '').replace(VERBS_BEFORE, '').replace(ONLY_VERBS, '')
  const name = ENDS_PLACE.test(bare) ? bare : shorter
  const isJoined = name.length > 1 && !ONLY_ENDINGS.test(name)
  return { text: name, at: at + text.lastIndexOf(name), isJoined }
}

/**
 * Whether one of the names that are known is this one, or an abbreviation of it: 床数 of 床位数.
 *
 * @param known folded
 */
export function isKnownName(name: string, known: readonly string[]): boolean {
  if (known.some((one) => one.includes(name))) return true
  return (
    !ENDS_PLACE.test(name) && known.some((one) => one.length <= MOST_ABBREVIATED && abbreviates(name, one))
  )
}

/** In longer texts any two characters stand somewhere one after the other. */
const MOST_ABBREVIATED = 8

function abbreviates(name: string, whole: string): boolean {
  let at = -1
  return [...name].every((character) => {
    at = whole.indexOf(character, at + 1)
    return at >= 0
  })
}
