// What bears an answer out, and what does not? Its sources, the sentences in doubt, and what checking took out.
import type { AnsweredAnswer, Citation, Claim } from '../../answer/answer.ts'
import { sectionsBelow, shownQuote } from '../reader/section-path.ts'
import { REPORT_LANGUAGE, say } from '../words/say.ts'
import { ReaderLink } from './reader-link.tsx'

export function Proof({ answer }: { readonly answer: AnsweredAnswer }) {
  const { claims, citations, degraded, removed } = answer
  const doubted = claims.filter(({ verdict }) => verdict !== 'supported')
  const taken = removed ? removed.numbers + removed.citations + removed.sentences : 0
  return (
    <>
      {degraded && <p class="notice">{say('degraded')(degraded.reason)}</p>}
      {taken > 0 && <p class="notice is-quiet">{say('removed')(taken)}</p>}
      {doubted.length > 0 && <Doubts claims={doubted} />}
      {citations.length > 0 && <Sources citations={citations} />}
    </>
  )
}

function Doubts({ claims }: { readonly claims: readonly Claim[] }) {
  return (
    <ul class="doubts" aria-label={say('doubts')}>
      {claims.map(({ text, verdict, reasons }) => (
        <li key={text} class={`is-${verdict}`}>
          <span class={`verdict is-${verdict}`}>{say(verdict)}</span>
          <q lang={REPORT_LANGUAGE}>{text}</q>
          <span class="reason">
            {reasons
              .filter(({ found }) => !found)
              .map(({ detail }) => detail)
              .join(' ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Sources({ citations }: { readonly citations: readonly Citation[] }) {
  const trail = citations.map(({ url }) => url)
  return (
    <ol class="sources" aria-label={say('sources')}>
      {citations.map(({ n, title, sectionPath, quote, url }) => (
        <li key={n}>
          <ReaderLink class="source" url={url} trail={trail} lang={REPORT_LANGUAGE}>
            <span class="cite" aria-hidden="true">
              {n}
            </span>
            <span class="from">
              <span>{title}</span>
              {sectionsBelow(title, sectionPath).map((section) => (
                <span key={section} class="section">
                  {section}
                </span>
              ))}
            </span>
            <span class="cited">{shownQuote(quote, sectionPath)}</span>
          </ReaderLink>
        </li>
      ))}
    </ol>
  )
}
