// The answer as it grows: claims with their verdicts, citations numbered by first use, and the text that carries them.
import { type Language, languageOf } from '../../text/language.ts'
import type { Citation, Claim, VerdictKind } from '../answer.ts'
import { createCitationList } from './citation-list.ts'
import type { Support } from './support.ts'

export interface CheckedSentence {
  readonly words: string
  readonly support: Support
  /** It began a line of the model's answer. */
  readonly startsLine: boolean
}

export interface Written {
  /** What the answer's text grew by. */
  readonly text: string
  readonly claim: Claim
}

export interface ClaimWriter {
  write(sentence: CheckedSentence): Written
  text(): string
  claims(): readonly Claim[]
  citations(): readonly Citation[]
}

/** Stands behind what the reports don't say, wherever only the text is shown. */
const MARKS: Readonly<Partial<Record<VerdictKind, Record<Language, string>>>> = {
  unsupported: { zh: '（报告中未见）', en: ' (not found in the reports)' },
  contradicted: { zh: '（与报告不符）', en: ' (at odds with the reports)' },
}

export function createClaimWriter(): ClaimWriter {
  const list = createCitationList()
  const claims: Claim[] = []
  let text = ''
  return {
    write({ words, support: { verdict, quotations }, startsLine }) {
      const cited = verdict.kind === 'unsupported' ? [] : quotations
      // Two quotations may be one range.
      const citations = [...new Set(cited.map((quotation) => list.cite(quotation)))]
      const claim: Claim = { text: words, citations, verdict: verdict.kind, reasons: verdict.reasons }
      const grown =
        separator(text, words, startsLine) +
        words +
        markOf(claim) +
        citations.map(({ n }) => `[${n}]`).join('')
      text += grown
      claims.push(claim)
      return { text: grown, claim }
    },
    text: () => text,
    claims: () => [...claims],
    citations: () => list.all(),
  }
}

function separator(before: string, words: string, startsLine: boolean): string {
  if (before === '') return ''
  if (startsLine) return '\n'
  return /^[\p{Script=Latin}\d]/u.test(words) && !/\p{Script=Han}/u.test(words) ? ' ' : ''
}

function markOf({ text, verdict }: Claim): string {
  return MARKS[verdict]?.[languageOf(text)] ?? ''
}
