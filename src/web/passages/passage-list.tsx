// Which passages were found? Best first, each with what it was lit for.
import type { Passage, SearchTrace } from '../../search/passage.ts'
import { ReaderLink } from '../conversation/reader-link.tsx'
import { readerUrl } from '../reader/place.ts'
import { sectionsBelow } from '../reader/section-path.ts'
import { REPORT_LANGUAGE, say } from '../words/say.ts'
import { excerptPieces, wholePieces } from './excerpt.ts'
import { Pieces } from './pieces.tsx'
import { SignalTable } from './signal-table.tsx'

interface Props {
  readonly passages: readonly Passage[]
  /** Shows how each came by its rank. */
  readonly explains?: boolean
  /** Shows each whole, for reading; else what is worth a glance. */
  readonly isWhole?: boolean
  readonly weights?: SearchTrace['weights'] | undefined
}

export function PassageList({ passages, explains = false, isWhole = false, weights }: Props) {
  const trail = passages.map(urlOf)
  return (
    <ol class={isWhole ? 'passages is-whole' : 'passages'}>
      {passages.map((passage) => (
        <li key={passage.rank} class="passage">
          <Where passage={passage} trail={trail} />
          <blockquote class="quote" lang={REPORT_LANGUAGE}>
            <Pieces pieces={isWhole ? wholePieces(passage) : excerptPieces(passage)} />
          </blockquote>
          {explains && <SignalTable passage={passage} weights={weights} />}
        </li>
      ))}
    </ol>
  )
}

function Where({ passage, trail }: { readonly passage: Passage; readonly trail: readonly string[] }) {
  const { document, sectionPath, kind, rank } = passage
  return (
    <p class="where">
      <span class="rank">{rank}</span>
      <ReaderLink
        class="where-title"
        url={urlOf(passage)}
        trail={trail}
        title={say('open')}
        lang={REPORT_LANGUAGE}
      >
        <span>{document.title}</span>
        {sectionsBelow(document.title, sectionPath).map((section) => (
          <span key={section} class="section">
            {section}
          </span>
        ))}
      </ReaderLink>
      {kind !== 'body' && <span class="kind">{say(kind)}</span>}
      {document.date && <span class="date">{document.date}</span>}
    </p>
  )
}

function urlOf({ document, range }: Passage): string {
  return readerUrl({ documentId: document.id, place: `${range.start}-${range.end}` })
}
