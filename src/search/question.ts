// What exactly is asked? The question checked, without the names that routing has dealt with, and as weighted terms.
import { AppError } from '../errors.ts'
import { languageOf } from '../text/language.ts'
import { foldText } from '../text/lexical-key.ts'
import { type TermId, termsOf } from '../text/terms.ts'
import { englishWordsOf } from './english-phrases.ts'
import { EVERYDAY_WORDS } from './everyday-words.ts'
import type { Route } from './routing/routing.ts'
import type { Bm25, QuestionTerm } from './words/bm25.ts'

const MAX_CHARACTERS = 2_000
/** A pair of characters says which word is meant, one character hardly: measured best at half. */
const CHARACTER_WEIGHT = 0.5
/** An official word that stands for the asker's word counts less than the word itself. */
const EVERYDAY_WEIGHT = 0.7
/** What a name leaves behind when it is taken from the front of a question. */
const LEFTOVER = /^[\s的里、，,：:]+/u

/** @throws AppError `bad-input`: not a text, empty, or over-long after NFKC */
export function checkQuestion(question: unknown): string {
  if (typeof question !== 'string') {
    throw new AppError(
      'bad-input',
      `The question must be a text, got ${question === null ? 'null' : typeof question}.`,
    )
  }
  const trimmed = question.trim()
  const length = trimmed.normalize('NFKC').length
  if (length === 0)
    throw new AppError('bad-input', 'The question is empty.', { hint: 'Ask in a sentence or a few words.' })
  if (length > MAX_CHARACTERS) {
    throw new AppError(
      'bad-input',
      `The question has ${length} characters, at most ${MAX_CHARACTERS} are taken.`,
    )
  }
  return trimmed
}

/**
 * The question without the organisations it names, or the place. Once these have become a filter, or say whose reports are
 * preferred, their words only lead to the chunks that repeat the name most.
 */
export function withoutNames(question: string, { names, routing, isByPlace }: Route): string {
  if (routing.mode !== 'filter' && isByPlace !== true) return question
  let rest = ''
  let at = 0
  for (const { start, end } of names) {
    rest += question.slice(at, start)
    at = end
  }
  rest = (rest + question.slice(at)).replace(LEFTOVER, '')
  return /[\p{L}\p{N}]/u.test(rest) ? rest : question
}

export interface AskedTerm extends QuestionTerm {
  /** As in the key of the question, or the official word it was replaced with. */
  readonly text: string
  /** False: it comes from the dictionary of everyday words. */
  readonly isOwn: boolean
}

/** @param asked the question as `withoutNames` left it */
export function weighTerms(asked: string, route: Route, bm25: Bm25): AskedTerm[] {
  const key = foldText(asked)
  const isName = new Set(route.routing.mode === 'filter' ? route.englishNames : [])
  const terms = new Map<TermId, AskedTerm>()
  const add = (source: string, isOwn: boolean) => {
    for (const { id, kind, start, end } of termsOf(source)) {
      const text = source.slice(start, end)
      if (terms.has(id) || isName.has(text) || (!isOwn && kind === 'character')) continue
      const share = (kind === 'character' ? CHARACTER_WEIGHT : 1) * (isOwn ? 1 : EVERYDAY_WEIGHT)
      terms.set(id, { id, text, isOwn, idf: bm25.idf(id) * share })
    }
  }
  add(key, true)
  for (const word of officialWords(key)) add(word, false)
  if (languageOf(key) === 'en')
    for (const { chinese } of englishWordsOf(key)) for (const word of chinese) add(word, false)
  return [...terms.values()]
}

function officialWords(key: string): string[] {
  return [...EVERYDAY_WORDS].flatMap(([everyday, official]) =>
    key.includes(everyday) ? official.filter((word) => !key.includes(word)) : [],
  )
}
