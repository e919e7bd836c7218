// Why is there no answer, and what can be done? The reason, whom to choose from, and what came nearest.
import type { Choice, RefusedAnswer } from '../../answer/answer.ts'
import { PassageList } from '../passages/passage-list.tsx'
import { REPORT_LANGUAGE, say } from '../words/say.ts'

interface Props {
  readonly answer: RefusedAnswer
  /** Asks again about that one. */
  readonly onChoose: (choice: Choice) => void
}

/** Of those that came nearest, what is worth a look; the rest stands in the trace. */
const MOST_NEAREST = 3

export function Refusal({ answer, onChoose }: Props) {
  const { message, missing, choices = [], nearest } = answer
  const unsaid = missing.filter((name) => !message.includes(name))
  return (
    <div class="refusal">
      <p class="refusal-message" lang={REPORT_LANGUAGE}>
        {message}
      </p>
      {unsaid.length > 0 && <p class="missing">{say('missing')(unsaid.join('、'))}</p>}
      {choices.length > 0 && (
        <fieldset class="choices">
          <legend>{say('whichOne')}</legend>
          {choices.map((choice) => (
            <button
              key={choice.documentId}
              type="button"
              class="choice"
              lang={REPORT_LANGUAGE}
              onClick={() => onChoose(choice)}
            >
              <span>{choice.name}</span>
              <span class="choice-title">{choice.title}</span>
            </button>
          ))}
        </fieldset>
      )}
      {nearest.length > 0 && (
        <section class="nearest" aria-label={say('nearest')}>
          <h3>{say('nearest')}</h3>
          <PassageList passages={nearest.slice(0, MOST_NEAREST)} />
        </section>
      )}
    </div>
  )
}
