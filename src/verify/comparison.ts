// Claim and evidence side by side: what every check is handed.
import type { Alignment } from './align.ts'
import { fold } from './fold.ts'
import { type Token, tokenise } from './tokens.ts'
import { alignAnywhere } from './window.ts'

/** Quotations in the form a reader sees, and what is known of the document they come from. */
export interface Evidence {
  readonly texts: readonly string[]
  readonly organisation?: string
  readonly aliases?: readonly string[]
  readonly title?: string
  readonly sectionPath?: readonly string[]
  /** ISO date of the document: 今年 in the evidence is that year. */
  readonly date?: string
}

export interface Side {
  readonly text: string
  /** Same length as the text, see fold.ts. */
  readonly folded: string
  readonly tokens: readonly Token[]
}

export interface Comparison {
  readonly claim: Side
  readonly evidence: Side
  readonly alignment: Alignment
  /** Evidence without punctuation and blanks, folded: where names are looked up. */
  readonly squeezed: string
  /** Names of the organisation that the evidence is from, folded. */
  readonly organisations: readonly string[]
}

/** Between two quotations stands a full stop, so that nothing reads across. */
const BETWEEN_TEXTS = '\n'

export function compare(claimText: string, evidence: Evidence): Comparison {
  const claim = sideOf(claimText, evidence.date)
  const about = [
    evidence.organisation,
    ...(evidence.aliases ?? []),
    evidence.title,
    ...(evidence.sectionPath ?? []),
  ]
  const texts = [...evidence.texts].sort()
  const whole = sideOf(
    [...texts, ...about].filter((text) => text !== undefined).join(BETWEEN_TEXTS),
    evidence.date,
  )
  return {
    claim,
    evidence: whole,
    alignment: alignAnywhere(claim.tokens, whole.tokens),
    squeezed: squeeze(whole.folded),
    organisations: [evidence.organisation, ...(evidence.aliases ?? [])].flatMap((name) =>
      name === undefined || name === '' ? [] : [squeeze(fold(name))],
    ),
  }
}

export function squeeze(folded: string): string {
  return folded.replace(/[^\p{L}\p{M}\p{N}%‰℃]/gu, '')
}

/** As written, from the first to the last of some tokens. */
export function written(side: Side, from: number, to: number): string {
  const first = side.tokens[from]
  const last = side.tokens[to - 1]
  return first === undefined || last === undefined ? '' : side.text.slice(first.start, last.end)
}

function sideOf(text: string, date: string | undefined): Side {
  const folded = fold(text)
  return { text, folded, tokens: tokenise(folded, date) }
}
