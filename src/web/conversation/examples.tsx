// What could be asked? Questions that every collection answers: which reports there are, what a few of them say.
import type { DocumentSummary } from '../../collection/collection.ts'
import { say } from '../words/say.ts'

interface Props {
  readonly documents: readonly DocumentSummary[]
  readonly onAsk: (question: string) => void
}

const MOST_EXAMPLES = 4

export function Examples({ documents, onAsk }: Props) {
  if (documents.length === 0) return null
  const names = new Set(documents.flatMap(({ organisation }) => organisation ?? []))
  const questions = [say('exampleReports'), ...[...names].map((name) => say('exampleOf')(name))]
  return (
    <section class="examples" aria-label={say('tryThese')}>
      <h2>{say('tryThese')}</h2>
      <ul>
        {questions.slice(0, MOST_EXAMPLES).map((question) => (
          <li key={question}>
            <button type="button" class="chip" onClick={() => onAsk(question)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
