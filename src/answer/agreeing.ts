// Does the language model answer from where the answer stands? Its words are held back until it cites what the reports' own answer cites.
import { overlaps } from '../text/range.ts'
import type { Citation, Claim } from './answer.ts'
import type { WriterEvent } from './writer.ts'

/**
 * Every sentence of a weak model may stand in some passage and yet answer another question: a building that was handed over is named
 * where the one before it was asked for. Two readings that share no sentence can't both be right, and the model's is the less sure.
 *
 * @param events of a writer
 * @param own claims of the extractive answer; where there are none, there is nothing to compare with
 * @returns the same events, the first ones late; or `degraded` alone
 */
export async function* agreeing(
  events: AsyncIterable<WriterEvent>,
  own: readonly Claim[],
): AsyncGenerator<WriterEvent> {
  const cited = own.flatMap(({ citations }) => citations)
  const held: WriterEvent[] = []
  let agrees = cited.length === 0
  for await (const event of events) {
    agrees ||= event.kind === 'claim' && event.claim.citations.some((citation) => isAmong(citation, cited))
    if (event.kind === 'written' && !agrees) {
      yield { kind: 'degraded', reason: 'model-disagrees' }
      return
    }
    if (event.kind !== 'degraded') held.push(event)
    else yield event
    if (agrees) yield* held.splice(0)
  }
}

function isAmong({ documentId, range }: Citation, cited: readonly Citation[]): boolean {
  return cited.some((other) => other.documentId === documentId && overlaps(other.range, range))
}
