// Does the language model answer from where the answer stands? Its words are held back until it cites what the reports' own answer cites.
import type { WeightedTerm } from '../search/passage.ts'
import { overlaps } from '../text/range.ts'
import { fold } from '../verify/fold.ts'
import { isOtherNumber } from './agreeing-numbers.ts'
import type { Citation, Claim } from './answer.ts'
import { coverage } from './likelihood/signals.ts'
import { pairsOf, shareOf } from './model/sources.ts'
import type { WriterEvent } from './writer.ts'

/** Share of a sentence's words by which it stands in one statement rather than in another. */
const CLEARLY_MORE = 0.25

export interface Asked {
  readonly terms: readonly WeightedTerm[]
  /** Several organisations were asked about: each one's report has to be cited. */
  readonly ofSeveral: boolean
}

/**
 * Every sentence of a weak model may stand in some passage and yet answer another question: a building that was handed over is named
 * where the one before it was asked for. Two readings that share no sentence can't both be right, and the model's is the less sure.
 * Nor can they where one sentence tells of several things or numbers, and the model took the one that wasn't asked about.
 *
 * @param events of a writer
 * @param own claims of the extractive answer; where there are none, there is nothing to compare with
 * @returns the same events, the first ones late; or `degraded` alone
 */
export async function* agreeing(
  events: AsyncIterable<WriterEvent>,
  own: readonly Claim[],
  { terms, ofSeveral }: Asked,
): AsyncGenerator<WriterEvent> {
  const cited = own.flatMap(({ citations }) => citations)
  const held: WriterEvent[] = []
  let missing = ofSeveral ? byDocument(cited) : cited.length === 0 ? [] : [cited]
  for await (const event of events) {
    if (event.kind === 'claim') missing = missing.filter((some) => !agreesWith(event.claim, some, terms))
    const agrees = missing.length === 0
    if (event.kind === 'written' && !agrees) {
      yield { kind: 'degraded', reason: 'model-disagrees' }
      return
    }
    if (event.kind !== 'degraded') held.push(event)
    else yield event
    if (agrees) yield* held.splice(0)
  }
}

function byDocument(citations: readonly Citation[]): Citation[][] {
  const ids = new Set(citations.map(({ documentId }) => documentId))
  return [...ids].map((id) => citations.filter(({ documentId }) => documentId === id))
}

function agreesWith(claim: Claim, cited: readonly Citation[], terms: readonly WeightedTerm[]): boolean {
  return cited.some(
    (own) =>
      sharesSentence(claim, own) &&
      !isBesideThePoint(claim.text, own.quote, terms) &&
      !isOtherNumber(claim.text, own.quote, terms),
  )
}

function sharesSentence(claim: Claim, { documentId, range }: Citation): boolean {
  return claim.citations.some((other) => other.documentId === documentId && overlaps(other.range, range))
}

/** What was asked about stands in one statement of the quotation, what the model says in another. */
function isBesideThePoint(claim: string, quote: string, terms: readonly WeightedTerm[]): boolean {
  const wanted = pairsOf(claim)
  const statements = quote.split(/[。！？!?；;]/u).map((text) => ({
    asked: coverage(terms, fold(text)),
    said: shareOf(wanted, pairsOf(text)),
  }))
  const [askedOf] = statements.toSorted((a, b) => b.asked - a.asked)
  const [taken] = statements.toSorted((a, b) => b.said - a.said)
  if (askedOf === undefined || taken === undefined) return false
  return taken.said - askedOf.said > CLEARLY_MORE && taken.asked < askedOf.asked / 2
}
