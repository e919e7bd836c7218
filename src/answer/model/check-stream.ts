// What of a model's words may be shown? Every sentence is held against the passages before any of it leaves.
import type { CheckEvent, CheckOutcome } from './checked-answer.ts'
import { type CheckedSentence, createClaimWriter } from './claim-writer.ts'
import { ChatModelError, type DegradedReason } from './fault.ts'
import { createSentenceCheck, type SentenceCheckOptions } from './sentence-check.ts'
import { type Cut, createSentenceCutter } from './sentence-cutter.ts'

export interface CheckOptions extends SentenceCheckOptions {
  readonly deltas: AsyncIterable<string>
}

/**
 * Nothing is shown before a first sentence was found supported, so that an answer without one can be replaced whole.
 *
 * @returns deltas and claims in turn, then exactly one `end`
 * @throws what `deltas` throws, save a `ChatModelError`, which ends the answer instead
 */
export async function* checkStream({ deltas, ...options }: CheckOptions): AsyncGenerator<CheckEvent> {
  const answer = createAnswer(options)
  const cutter = createSentenceCutter()
  let cutOff: DegradedReason | undefined
  try {
    reading: for await (const delta of deltas)
      for (const cut of cutter.push(delta)) {
        yield* await answer.add(cut)
        if (answer.isOver()) break reading
      }
    for (const cut of cutter.end()) if (!answer.isOver()) yield* await answer.add(cut)
  } catch (cause) {
    if (!(cause instanceof ChatModelError)) throw cause
    cutOff = cause.reason
  }
  yield { kind: 'end', outcome: answer.outcome(cutOff) }
}

function createAnswer(options: SentenceCheckOptions) {
  const check = createSentenceCheck(options)
  const writer = createClaimWriter()
  let held: CheckedSentence[] = []
  return {
    async add(cut: Cut): Promise<CheckEvent[]> {
      const sentence = await check.examine(cut)
      if (sentence === undefined) return []
      held.push(sentence)
      if (writer.claims().length === 0 && sentence.support.verdict.kind !== 'supported') return []
      const written = held.map((ready) => writer.write(ready))
      held = []
      return written.flatMap(({ text, claim }): CheckEvent[] => [
        { kind: 'delta', text },
        { kind: 'claim', claim },
      ])
    },
    isOver: () => check.isOver,
    outcome(cutOff: DegradedReason | undefined): CheckOutcome {
      const { removed } = check
      const [text, claims, citations] = [writer.text(), writer.claims(), writer.citations()]
      if (claims.length > 0)
        return { kind: 'answered', text, claims, citations, removed, ...(cutOff !== undefined && { cutOff }) }
      if (check.isDeclined) return { kind: 'declined', removed }
      const reason = cutOff ?? (check.sentencesRead === 0 ? 'model-nonsense' : 'model-unsupported')
      return { kind: 'degraded', reason, removed: { ...removed, sentences: removed.sentences + held.length } }
    },
  }
}
