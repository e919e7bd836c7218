// How does an answer read? Its text with a chip for each citation, and a word on sentences that no source bears out.
import type { Citation, Claim } from '../../answer/answer.ts'
import { sectionsBelow } from '../reader/section-path.ts'
import { REPORT_LANGUAGE, say } from '../words/say.ts'
import { answerPieces, withoutUnfinishedMarker } from './answer-pieces.ts'
import { ReaderLink } from './reader-link.tsx'

interface Props {
  readonly text: string
  readonly claims: readonly Claim[]
  readonly isRunning: boolean
}

export function AnswerText({ text, claims, isRunning }: Props) {
  const citations = new Map(
    claims.flatMap((claim) => claim.citations).map((citation) => [citation.n, citation]),
  )
  const trail = [...citations.values()].map(({ url }) => url)
  const pieces = answerPieces(isRunning ? withoutUnfinishedMarker(text) : text, claims)
  return (
    <div class="answer-text" lang={REPORT_LANGUAGE}>
      {pieces.map((piece, place) => {
        const key = String(place)
        switch (piece.kind) {
          case 'text':
            return piece.text
          case 'marker':
            return <Chip key={key} n={piece.n} citation={citations.get(piece.n)} trail={trail} />
          case 'claim': {
            const verdict = claims[piece.claim]?.verdict ?? 'supported'
            if (verdict === 'supported') return piece.text
            return (
              <span key={key} class={`claim is-${verdict}`}>
                {piece.text}
              </span>
            )
          }
          case 'end':
            return <Doubt key={key} claim={claims[piece.claim]} />
          default:
            return piece satisfies never
        }
      })}
    </div>
  )
}

interface ChipProps {
  readonly n: number
  /** Undefined until its claim was checked. */
  readonly citation: Citation | undefined
  readonly trail: readonly string[]
}

function Chip({ n, citation, trail }: ChipProps) {
  if (citation === undefined) return <span class="cite">{n}</span>
  const { title, sectionPath, quote, url } = citation
  const where = [title, ...sectionsBelow(title, sectionPath)].join(' › ')
  return (
    <ReaderLink
      class="cite"
      url={url}
      trail={trail}
      title={`${where}\n\n${quote}`}
      label={say('source')(n, title)}
    >
      {n}
    </ReaderLink>
  )
}

function Doubt({ claim }: { readonly claim: Claim | undefined }) {
  if (claim === undefined || claim.verdict === 'supported') return null
  return <span class={`verdict is-${claim.verdict}`}>{say(claim.verdict)}</span>
}
