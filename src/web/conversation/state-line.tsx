// How far is this answer, and whose words is it? One line above it, of one height from the first moment to the last.
import type { Answer } from '../../answer/answer.ts'
import { say } from '../words/say.ts'
import type { Turn } from './turns.ts'

export function StateLine({ turn }: { readonly turn: Turn }) {
  const [look, words] = stateOf(turn)
  return (
    <p class={`state is-${look}`}>
      <span class="sign" aria-hidden="true" />
      <span class="state-words">{words}</span>
    </p>
  )
}

type Look = 'running' | 'good' | 'doubted' | 'refused' | 'stopped' | 'failed'

function stateOf(turn: Turn): readonly [Look, string] {
  switch (turn.state) {
    case 'running':
      return ['running', runningWords(turn)]
    case 'stopped':
      return ['stopped', say('stopped')]
    case 'failed':
      return ['failed', say('failed')]
    case 'done':
      if (turn.kind === 'answer') return turn.answer ? answerState(turn.answer) : ['good', '']
      return ['good', foundWords(turn.result)]
    default:
      return turn.state satisfies never
  }
}

function runningWords(turn: Turn): string {
  if (turn.kind === 'search' || turn.found === undefined) return say('searching')
  return say('answering')(turn.found)
}

function answerState(answer: Answer): readonly [Look, string] {
  if (answer.kind === 'refused') return ['refused', say('refused')]
  const origin = say(`origin-${answer.origin}`)
  const doubted = answer.claims.filter(({ verdict }) => verdict !== 'supported').length
  if (doubted > 0) return ['doubted', `${origin} · ${say('someDoubted')(doubted)}`]
  return ['good', answer.claims.length > 0 ? `${origin} · ${say('allChecked')}` : origin]
}

function foundWords(result: Extract<Turn, { kind: 'search' }>['result']): string {
  if (result === undefined || result.passages.length === 0) return say('foundNothing')
  const { organisations, years, mode } = result.routing
  const about = [...organisations, ...(years.length > 0 ? [say('years')(years.join('、'))] : [])].join('、')
  const count = say('foundCount')(result.passages.length)
  if (about === '' || mode === 'none') return count
  return `${count} · ${say(mode === 'filter' ? 'onlyIn' : 'firstIn')(about)}`
}
