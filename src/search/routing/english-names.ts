// Which organisation does an English question name? Its place in pinyin, and English words for what it is.
import type { NameBook, Organisation } from './name-book.ts'

export interface EnglishMention {
  readonly organisations: readonly Organisation[]
  /** False: only the place is the same, or a word speaks against it. */
  readonly isCertain: boolean
  /** The words of the name as they stand in the question, lower case. */
  readonly words: readonly string[]
}

/** English words and the Chinese that an organisation's name must hold for them. */
const KINDS: readonly (readonly [RegExp, RegExp])[] = [
  [/\bhospitals?\b/, /医院|院$/u],
  [/\bcentral\b/, /中心/u],
  [/\baffiliated\b/, /附属|附/u],
  [/\b(?:university|college)\b/, /大学|学院/u],
  [/\bpeoples?\b/, /人民/u],
  [/\bmedical (?:university|college)\b/, /医科大|医学院|医药大/u],
  [/\b(?:traditional )?chinese medicine\b|\btcm\b/, /中医/u],
  [/\bchildrens?\b/, /儿童/u],
  [/\b(?:maternity|maternal|women)\b/, /妇/u],
  [/\bbureau\b/, /局/u],
  [/\b(?:commission|committee)\b/, /委/u],
  [/\bschool\b/, /学校|小学|中学/u],
  [/\b(?:company|corporation|group|co|ltd)\b/, /公司|集团/u],
]
const ORDINALS: readonly (readonly [RegExp, string])[] = [
  'first|1st',
  'second|2nd',
  'third|3rd',
  'fourth|4th',
  'fifth|5th',
  'sixth|6th',
  'seventh|7th',
  'eighth|8th',
  'ninth|9th',
  'tenth|10th',
].map((words, i) => [
  new RegExp(`\\b(?:${words})\\b|\\bn(?:o|umber) ${i + 1}\\b`),
  '一二三四五六七八九十'.charAt(i),
])
const NAME_WORD =
  /^(?:hospitals?|central|affiliated|university|college|peoples?|medical|traditional|chinese|medicine|tcm|childrens?|maternity|maternal|women|health|bureau|commission|committee|school|company|corporation|group|co|ltd|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/
/** Words of a place written apart: Lian Yun Gang. */
const MAX_WORDS = 4
/** What stands between the words of a name without saying anything. */
const FILLERS = new Set([
  'the',
  'of',
  's',
  'city',
  'county',
  'district',
  'municipal',
  'province',
  'provincial',
  'no',
  'number',
])

/** @param question folded (lower case); Chinese in it is passed over */
export function findEnglishMention(question: string, book: NameBook): EnglishMention | undefined {
  // Lian'an is written with an apostrophe, people's and 2nd too; the words of a name stand side by side.
  const words = question.replace(/(?<=[a-z])['’](?!s\b)/g, '').match(/[a-z]+|\d+(?:st|nd|rd|th)?/g) ?? []
  const spelt = nameSpelt(words, book)
  if (spelt !== undefined) return spelt

  const place = findPlace(words, book)
  if (place === undefined) return undefined
  const phrase = phraseAround(words, place)
  const judged = place.organisations.map((organisation) => ({
    organisation,
    ...compareKinds(phrase.join(' '), organisation.key),
  }))
  const fitting = judged.filter(({ conflicts }) => conflicts === 0)
  const most = Math.max(0, ...fitting.map(({ matches }) => matches))
  const isCertain = most > 0
  const best = isCertain ? fitting.filter(({ matches }) => matches === most) : judged
  return {
    organisations: best.map(({ organisation }) => organisation),
    isCertain,
    words: phrase,
  }
}

/** A Chinese name in Latin letters, written together or apart. */
function nameSpelt(words: readonly string[], book: NameBook): EnglishMention | undefined {
  for (let start = 0; start < words.length; start++) {
    for (let end = Math.min(start + MAX_WORDS, words.length); end > start; end--) {
      const name = words.slice(start, end)
      const organisations = book.romanised.get(name.join(''))
      if (organisations !== undefined)
        return { organisations: [...organisations], isCertain: true, words: name }
    }
  }
  return undefined
}

interface FoundPlace {
  readonly organisations: readonly Organisation[]
  /** Places of its first word, and after its last one. */
  readonly start: number
  readonly end: number
}

/** The first place in the question that an organisation is of, the longest there (Lianyungang before Lianyun). */
function findPlace(words: readonly string[], book: NameBook): FoundPlace | undefined {
  for (let start = 0; start < words.length; start++) {
    for (let end = Math.min(start + MAX_WORDS, words.length); end > start; end--) {
      const organisations = book.romanisedPlaces.get(words.slice(start, end).join(''))
      if (organisations !== undefined) return { organisations: [...organisations], start, end }
    }
  }
  return undefined
}

/** The name in which the place stands: the words around it as long as they are words of names. */
function phraseAround(words: readonly string[], { start, end }: FoundPlace): string[] {
  let first = start
  let last = end
  while (first > 0 && isNameWord(words[first - 1] ?? '')) first--
  while (last < words.length && isNameWord(words[last] ?? '')) last++
  return words.slice(first, last)
}

function isNameWord(word: string): boolean {
  return FILLERS.has(word) || /^\d/.test(word) || NAME_WORD.test(word)
}

function compareKinds(phrase: string, name: string): { matches: number; conflicts: number } {
  let matches = 0
  let conflicts = 0
  for (const [word, kind] of KINDS) {
    if (!word.test(phrase)) continue
    if (kind.test(name)) matches++
    else conflicts++
  }
  for (const [word, ordinal] of ORDINALS) {
    if (!word.test(phrase)) continue
    if (name.includes(`第${ordinal}`)) matches++
    else conflicts++
  }
  return { matches, conflicts }
}
