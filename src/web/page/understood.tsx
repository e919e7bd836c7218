// What is understood of a report? Its title, whose and of when it is, its headings, and what may be amiss.
import type { Warning } from '../../document/document.ts'
import { REPORT_LANGUAGE, say, warningWords } from '../words/say.ts'

export interface Understood {
  readonly title: string
  readonly organisation?: string
  readonly date?: string
  readonly headings: readonly { readonly level: number; readonly heading: string }[]
  readonly warnings: readonly Warning[]
}

/** More than a glance takes in; the reader shows all of them. */
const MOST_HEADINGS = 60

export function UnderstoodReport({ report }: { readonly report: Understood }) {
  const { title, organisation, date, headings, warnings } = report
  const below = headings.filter(({ level }) => level > 1)
  const top = Math.min(...below.map(({ level }) => level))
  const facts = [organisation, date].filter((fact) => fact !== undefined)
  return (
    <div class="understood">
      <p class="understood-title" lang={REPORT_LANGUAGE}>
        {title}
      </p>
      {facts.length > 0 && <p lang={REPORT_LANGUAGE}>{facts.join(' · ')}</p>}
      {warnings.length > 0 && (
        <ul class="warnings" aria-label={say('warnings')(warnings.length)}>
          {warnings.map((warning) => (
            <li key={warning.message}>{warningWords(warning)}</li>
          ))}
        </ul>
      )}
      <ol lang={REPORT_LANGUAGE} aria-label={say('outline')}>
        {below.slice(0, MOST_HEADINGS).map(({ level, heading }, i) => (
          // A heading may stand twice, and the list never changes.
          <li key={i} class={`is-level-${Math.min(level - top, 3)}`}>
            {heading}
          </li>
        ))}
      </ol>
      {below.length > MOST_HEADINGS && <p>{say('moreHeadings')(below.length - MOST_HEADINGS)}</p>}
    </div>
  )
}
