// How does one question look with all that came of it?

import { Found } from '../passages/found.tsx'
import { say } from '../words/say.ts'
import { AnswerText } from './answer-text.tsx'
import { chosenQuestion } from './chosen-question.ts'
import { Proof } from './proof.tsx'
import { Refusal } from './refusal.tsx'
import { StateLine } from './state-line.tsx'
import { TurnActions } from './turn-actions.tsx'
import type { AnswerTurn, Turn } from './turns.ts'
import type { Talk } from './use-talk.ts'

interface Props {
  readonly turn: Turn
  readonly talk: Talk
}

/** Busy until it has ended, so that an answer is read aloud once and whole. */
export function TurnView({ turn, talk }: Props) {
  const headId = `question-${turn.id}`
  const organisation = turn.kind === 'search' ? turn.organisation : undefined
  return (
    <article
      class="turn"
      id={`turn-${turn.id}`}
      aria-labelledby={headId}
      aria-busy={turn.state === 'running'}
    >
      <h2 class="asked" id={headId}>
        {turn.question}
        {organisation !== undefined && <span class="about">{organisation}</span>}
      </h2>
      <StateLine turn={turn} />
      {turn.kind === 'answer' ? <AnswerBody turn={turn} talk={talk} /> : <Found turn={turn} talk={talk} />}
      {turn.fault !== undefined && <p class="notice is-fault">{turn.fault}</p>}
      {(turn.state === 'failed' || turn.state === 'stopped') && (
        <p class="actions">
          <button type="button" class="quiet-button" onClick={() => talk.again(turn)}>
            {say('tryAgain')}
          </button>
        </p>
      )}
    </article>
  )
}

function AnswerBody({ turn, talk }: { readonly turn: AnswerTurn; readonly talk: Talk }) {
  const { answer } = turn
  if (answer?.kind === 'refused') {
    return (
      <>
        <Refusal
          answer={answer}
          onChoose={({ name, documentId }) => {
            const shared = answer.trace?.routing.ambiguous?.name
            talk.ask(chosenQuestion(turn.question, shared, name), documentId)
          }}
        />
        <TurnActions answer={answer} />
      </>
    )
  }
  return (
    <>
      <AnswerText text={turn.text} claims={turn.claims} isRunning={turn.state === 'running'} />
      {answer && <Proof answer={answer} />}
      {answer && <TurnActions answer={answer} />}
    </>
  )
}
