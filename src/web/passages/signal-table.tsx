// How did this passage come by its rank? Each signal as measured, standardised, and with its weight.
import type { Passage, SearchTrace } from '../../search/passage.ts'
import { say } from '../words/say.ts'

interface Props {
  readonly passage: Passage
  /** Known for a search; an answer combines several. */
  readonly weights: SearchTrace['weights'] | undefined
}

/** Decimals: BM25 is a sum of some ten, a similarity lies between 0 and 1 and mostly near 0.8. */
const SIGNALS = [
  ['bm25', 1],
  ['similarity', 3],
  ['sentenceSimilarity', 3],
] as const

export function SignalTable({ passage: { signals, score }, weights }: Props) {
  if (signals === undefined) return null
  return (
    <details class="why">
      <summary>
        {say('score')(score.toFixed(2))} · {say('why')}
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('signalHead')}</th>
            <th scope="col">{say('valueHead')}</th>
            <th scope="col">{say('standardHead')}</th>
            {weights && <th scope="col">{say('weightHead')}</th>}
          </tr>
        </thead>
        <tbody>
          {SIGNALS.map(([name, decimals]) => (
            <tr key={name}>
              <th scope="row">{say(name)}</th>
              <td>{signals[name].toFixed(decimals)}</td>
              <td>{signed(signals.z[name])}</td>
              {weights && <td>{weights[name].toFixed(2)}</td>}
            </tr>
          ))}
          <tr>
            <th scope="row">{say('boost')}</th>
            <td />
            <td>{signed(signals.boost)}</td>
            {weights && <td />}
          </tr>
        </tbody>
      </table>
    </details>
  )
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`
}
