// From a question to an answer: what is meant, what is found, what is missing, what may be said.
import type { SearchFilters, SearchResult } from '../search/passage.ts'
import { agreeing } from './agreeing.ts'
import type { Answer, AnswerEvent, AnswerTrace, AskOptions, Claim, Degraded, Turn } from './answer.ts'
import { citationsOf, textOf } from './extract/claims.ts'
import { claimsFrom } from './extract/claims-from.ts'
import { findAnswer } from './extract/find.ts'
import { askedTerms } from './likelihood/signals.ts'
import { createWordReader, type WordEmbedder } from './likelihood/word-nearness.ts'
import { answerAboutCollection } from './question/collection-questions.ts'
import { resolveFollowUp } from './question/follow-up.ts'
import { settledDocument } from './question/settle.ts'
import { unmentioned } from './refusal/confidence/unmentioned.ts'
import { missingFrom, nothingFound, refusalOf, refuseIdleTalk } from './refusal/refuse.ts'
import { shown } from './shown.ts'
import type { AnswerSources } from './sources.ts'
import type { Writer } from './writer.ts'

export interface AnswererOptions {
  readonly sources: AnswerSources
  /** Compares the words of the likeliest sentences with those of the question; absent: the first ranking stands. */
  readonly embedder?: () => Promise<WordEmbedder>
  /** A language model that writes from the passages; absent: sentences of the reports are the answer. */
  readonly writer?: Writer
  /** Puts a question that leans on earlier turns so that it stands alone; undefined when it can't be trusted to. */
  readonly rewrite?: Rewrite
  readonly settings?: Partial<AnswerSettings>
}

export type Rewrite = (
  history: readonly Turn[],
  question: string,
  options: { signal?: AbortSignal },
) => Promise<string | undefined>

export interface AnswerSettings {
  /** 0 to 1: below this confidence the question is refused; `wenbao eval` prints what other values would do. */
  readonly threshold: number
  /** Passages that answers are made from. */
  readonly topK: number
}

export interface Answerer {
  /** Ends with exactly one `done`. @throws what the search throws, and the signal's reason */
  answer(question: string, options?: AskOptions): AsyncIterable<AnswerEvent>
  /** The same as one value. */
  answerWhole(question: string, options?: AskOptions): Promise<Answer>
}

/** At a half 95 of 100 answerable questions of the fitting sets are kept; `wenbao eval` shows what other values would do. */
const DEFAULT_SETTINGS: AnswerSettings = { threshold: 0.5, topK: 10 }

export function createAnswerer({ sources, embedder, writer, rewrite, settings }: AnswererOptions): Answerer {
  const words = embedder && createWordReader(embedder)
  const { threshold, topK } = { ...DEFAULT_SETTINGS, ...settings }

  async function* answer(given: string, options: AskOptions = {}): AsyncGenerator<AnswerEvent> {
    const { history = [], mode = 'mark', filters, signal } = options
    const followUp = resolveFollowUp(given, history, sources.documents())
    const rewritten = await rewrite?.(history, given, signal ? { signal } : {})
    const question = rewritten ?? followUp.question
    const carried = rewritten === undefined ? followUp.carried : [rewritten]
    const ofRecord = refuseIdleTalk(question) ?? answerAboutCollection(question, sources)
    if (ofRecord !== undefined) {
      yield* eventsOf(ofRecord)
      return
    }
    const result = await searchSettled(question, filters, signal)
    // Before they are read for the answer: whoever waits sees them a tenth of a second earlier.
    yield { kind: 'sources', passages: result.passages }
    const found = await findAnswer(result, sources, words, signal)
    const trace: AnswerTrace = {
      question,
      carried,
      questionType: found.asked.kind,
      routing: result.routing,
      confidence: found.confidence,
      threshold,
    }
    const refused = refusalOf(found, result, threshold, () => unmentioned(result, sources))
    if (refused !== undefined) {
      yield { kind: 'done', answer: { ...refused, trace } }
      return
    }
    const claims = found.claims ?? claimsFrom(result, found, sources)
    let degraded: Degraded | undefined
    if (writer !== undefined) {
      const input = { question, result, mode, history, ...(signal && { signal }) }
      const own = 'reason' in claims ? [] : claims
      const asked = { terms: askedTerms(result), ofSeveral: result.routing.organisations.length > 1 }
      for await (const event of agreeing(writer(input), own, asked)) {
        if (event.kind === 'delta' || event.kind === 'claim') yield event
        else if (event.kind === 'degraded') degraded = { reason: event.reason }
        else {
          yield { kind: 'done', answer: { ...event.answer, trace } }
          return
        }
      }
    }
    const whole = 'reason' in claims ? missingFrom(claims, result) : answered(claims, result)
    yield* eventsOf({ ...whole, trace, ...(degraded && { degraded }) })
  }

  /** A shared name that the question itself settles becomes a filter; the others are asked back. */
  async function searchSettled(
    question: string,
    filters: SearchFilters | undefined,
    signal: AbortSignal | undefined,
  ): Promise<SearchResult> {
    const common = { topK, explain: true, sentences: true, ...(signal && { signal }) }
    const result = await sources.search(question, { ...common, ...(filters && { filters }) })
    const { ambiguous } = result.routing
    const settled = ambiguous && settledDocument(question, ambiguous, (id) => sources.document(id)?.text)
    if (settled === undefined) return result
    const narrowed = await sources.search(question, {
      ...common,
      filters: { ...filters, documents: [settled] },
    })
    const { ambiguous: _, ...routing } = narrowed.routing
    return { ...narrowed, routing: { ...routing, mode: 'filter' } }
  }

  return {
    answer: (question, options) => shown(answer(question, options)),
    async answerWhole(question, options) {
      for await (const event of shown(answer(question, options)))
        if (event.kind === 'done') return event.answer
      throw new Error('an answer ends with done')
    },
  }
}

function answered(claims: readonly Claim[], result: SearchResult): Answer {
  // Its documents were removed while it was being answered.
  if (claims.length === 0) return nothingFound(result)
  return {
    kind: 'answered',
    text: textOf(claims),
    claims,
    citations: citationsOf(claims),
    passages: result.passages,
    origin: 'extract',
  }
}

/** An answer that is there at once, told in the events of one that is being written. */
function* eventsOf(answer: Answer): Generator<AnswerEvent> {
  if (answer.kind === 'answered') {
    // What stands before the first claim: “共有5份报告：”.
    const lead = answer.text.slice(0, answer.text.length - textOf(answer.claims).length)
    for (const [i, claim] of answer.claims.entries()) {
      yield { kind: 'delta', text: (i === 0 ? lead : '\n') + textOf([claim]) }
      yield { kind: 'claim', claim }
    }
  }
  yield { kind: 'done', answer }
}
