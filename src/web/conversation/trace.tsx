// Why these passages? What was searched for, where, how sure it is, and how each passage came by its rank.
import type { Answer, AnswerTrace } from '../../answer/answer.ts'
import type { Passage, Routing } from '../../search/passage.ts'
import { Facts } from '../passages/facts.tsx'
import { PassageList } from '../passages/passage-list.tsx'
import { kindWords, say } from '../words/say.ts'

export function Trace({ answer }: { readonly answer: Answer }) {
  const passages: readonly Passage[] = answer.kind === 'answered' ? answer.passages : answer.nearest
  return (
    <div class="trace">
      {answer.trace && <TraceFacts trace={answer.trace} />}
      <PassageList passages={passages} explains />
    </div>
  )
}

function TraceFacts({ trace }: { readonly trace: AnswerTrace }) {
  const facts = [
    [say('searchedFor'), trace.question],
    [say('carried'), trace.carried.join('、')],
    [say('questionType'), kindWords(trace.questionType)],
    [say('limitedTo'), scopeWords(trace.routing)],
  ].filter(([, value]) => value !== '')
  return (
    <Facts facts={facts}>
      <div>
        <dt>{say('confidence')}</dt>
        <dd>
          <Confidence value={trace.confidence} threshold={trace.threshold} />
        </dd>
      </div>
    </Facts>
  )
}

/** @returns which reports were searched, or first; all of them when the question names none */
export function scopeWords({ organisations, years, mode }: Routing): string {
  const about = [...organisations, ...(years.length > 0 ? [say('years')(years.join('、'))] : [])].join('、')
  if (about === '' || mode === 'none') return say('anywhere')
  return say(mode === 'filter' ? 'onlyIn' : 'firstIn')(about)
}

/** Both from 0 to 1. */
function Confidence({ value, threshold }: { readonly value: number; readonly threshold: number }) {
  return (
    <span class="confidence">
      <span class={value < threshold ? 'bar is-low' : 'bar'} aria-hidden="true">
        <span class="bar-value" style={{ width: percent(value) }} />
        <span class="bar-threshold" style={{ left: percent(threshold) }} />
      </span>
      <span>{percent(value)}</span>
      <span class="quiet">{say('threshold')(percent(threshold))}</span>
    </span>
  )
}

/** Whole percents; what isn't certain doesn't look it. */
function percent(share: number): string {
  return `${share < 1 ? Math.min(99, Math.round(share * 100)) : 100}%`
}
