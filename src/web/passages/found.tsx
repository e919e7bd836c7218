// What did a search find? Passages, between whom a shared name leaves the choice, and how it was searched.
import type { SearchResult } from '../../search/passage.ts'
import { scopeWords } from '../conversation/trace.tsx'
import type { SearchTurn } from '../conversation/turns.ts'
import { MOST_PASSAGES, type Talk } from '../conversation/use-talk.ts'
import { REPORT_LANGUAGE, say } from '../words/say.ts'
import { Facts } from './facts.tsx'
import { PassageList } from './passage-list.tsx'

interface Props {
  readonly turn: SearchTurn
  readonly talk: Talk
}

export function Found({ turn, talk }: Props) {
  const { question, organisation, result, topK } = turn
  if (result === undefined) return null
  const mayHaveMore = result.passages.length === topK && topK < MOST_PASSAGES
  return (
    <>
      <Choices turn={turn} talk={talk} />
      <PassageList passages={result.passages} explains isWhole weights={result.trace?.weights} />
      {mayHaveMore && (
        <p class="actions">
          <button
            type="button"
            class="quiet-button"
            onClick={() =>
              talk.search(question, {
                topK: MOST_PASSAGES,
                ...(organisation !== undefined && { organisation }),
              })
            }
          >
            {say('more')}
          </button>
        </p>
      )}
      {result.trace && result.passages.length > 0 && <SearchFacts result={result} trace={result.trace} />}
    </>
  )
}

/** Between whom a shared name leaves the choice; or the way back from one that was chosen. */
function Choices({ turn: { question, organisation, result }, talk }: Props) {
  const ambiguous = result?.routing.ambiguous
  const names =
    organisation === undefined
      ? (ambiguous?.choices.map((choice) => choice.organisation) ?? [])
      : [organisation]
  if (names.length === 0) return null
  return (
    <fieldset class="chips">
      <legend>
        {ambiguous && organisation === undefined ? say('ambiguous')(ambiguous.name) : say('limitedTo')}
      </legend>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          class="chip"
          lang={REPORT_LANGUAGE}
          aria-pressed={name === organisation}
          onClick={() => talk.search(question, { organisation: name })}
        >
          {name}
        </button>
      ))}
      {organisation !== undefined && (
        <button type="button" class="chip" onClick={() => talk.search(question)}>
          {say('anyOrganisation')}
        </button>
      )}
    </fieldset>
  )
}

interface FactsProps {
  readonly result: SearchResult
  readonly trace: NonNullable<SearchResult['trace']>
}

function SearchFacts({ result, trace }: FactsProps) {
  const { embed, retrieve, rank } = trace.elapsedMs
  const facts = [
    [say('limitedTo'), scopeWords(result.routing)],
    [say('words'), trace.terms.join('、')],
    [
      say('engine'),
      `${say(trace.engine === 'hnsw' ? 'graph' : 'exact')} · ${say('candidates')(trace.candidates, Math.round(embed + retrieve + rank))}`,
    ],
  ]
  return (
    <details class="trace-fold">
      <summary>{say('whyThese')}</summary>
      <Facts facts={facts} />
    </details>
  )
}
