// Which reports can be asked? A list that opens each in the reader.
import { useState } from 'preact/hooks'
import type { DocumentSummary } from '../../collection/collection.ts'
import { ReaderLink } from '../conversation/reader-link.tsx'
import { readerUrl } from '../reader/place.ts'
import { REPORT_LANGUAGE, say } from '../words/say.ts'

/** As many as a glance takes in; a collection may hold thousands. */
const FEW = 6

export function HeldReports({ documents }: { readonly documents: readonly DocumentSummary[] }) {
  const [showsAll, setShowsAll] = useState(false)
  if (documents.length === 0) return null
  return (
    <section class="held-reports" aria-label={say('heldReports')}>
      <h2>{say('heldReports')}</h2>
      <ul lang={REPORT_LANGUAGE}>
        {(showsAll ? documents : documents.slice(0, FEW)).map(({ id, title, organisation, date }) => (
          <li key={id}>
            <ReaderLink class="held-report" url={readerUrl({ documentId: id, place: '' })}>
              <span class="held-title">{title}</span>
              {organisation !== undefined && <span class="held-fact">{organisation}</span>}
              <span class="held-fact is-date">{date ?? ''}</span>
            </ReaderLink>
          </li>
        ))}
      </ul>
      {!showsAll && documents.length > FEW && (
        <button type="button" class="quiet-button" onClick={() => setShowsAll(true)}>
          {say('allReports')(documents.length)}
        </button>
      )}
    </section>
  )
}
