// What was uploaded? Each file with its state, what may be amiss with it, and what can be done with it.
import { useState } from 'preact/hooks'
import type { DocumentSummary } from '../../collection/collection.ts'
import type { FileResult, UploadedFile } from '../../uploads/uploads.ts'
import { ReaderLink } from '../conversation/reader-link.tsx'
import { readerUrl } from '../reader/place.ts'
import type { Client } from '../service/client.ts'
import { say } from '../words/say.ts'
import { sizeOf } from './batches.ts'
import type { Understood } from './understood.tsx'
import { Unfolding } from './unfolding.tsx'
import type { UploadsInHand } from './use-uploads.ts'

interface Props {
  readonly client: Client
  readonly documents: readonly DocumentSummary[]
  readonly uploads: UploadsInHand
}

export function UploadedFiles({ client, documents, uploads }: Props) {
  const { files, results, remove, download } = uploads
  const refused = results.filter((result) => result.kind === 'refused')
  if (files.length === 0 && refused.length === 0) return null
  return (
    <ul class="uploaded" aria-label={say('uploaded')}>
      {refused.map(({ name, reason, hint }) => (
        <li key={`refused ${name}`} class="upload-row is-refused">
          <span class="upload-name">{name}</span>
          <span class="held-fact is-fault">{say('uploadResult').refused}</span>
          <span class="held-fact is-reason">{say('sentences')(reason, hint)}</span>
        </li>
      ))}
      {files.map((file) => (
        <FileRow
          key={file.name}
          client={client}
          file={file}
          document={documents.find(({ id, path }) => id === file.documentId || path === file.path)}
          result={results.find(({ kind, name }) => kind !== 'refused' && name === file.name)}
          onRemove={() => remove(file)}
          onDownload={() => download(file)}
        />
      ))}
    </ul>
  )
}

interface FileRowProps {
  readonly client: Client
  readonly file: UploadedFile
  /** What is held of it. */
  readonly document: DocumentSummary | undefined
  /** Of an upload just now. */
  readonly result: FileResult | undefined
  readonly onRemove: () => void
  readonly onDownload: () => void
}

function FileRow({ client, file, document, result, onRemove, onDownload }: FileRowProps) {
  const [isOpen, setIsOpen] = useState(false)
  const id = `understood-${file.name}`
  const warnings = document?.warnings ?? 0
  const outlineWords = warnings > 0 ? say('warnings')(warnings) : say('outline')
  return (
    <li class="upload-row">
      {document === undefined ? (
        <span class="upload-name">{file.name}</span>
      ) : (
        <ReaderLink class="upload-name" url={readerUrl({ documentId: document.id, place: '' })}>
          {file.name}
        </ReaderLink>
      )}
      <span class={file.state === 'refused' ? 'held-fact is-fault' : 'held-fact'}>
        {stateWords(file, result)}
        {' · '}
        {sizeOf(file.bytes)}
      </span>
      <span class="upload-actions">
        {document !== undefined && (
          <button
            type="button"
            class="quiet-button"
            aria-expanded={isOpen}
            aria-controls={id}
            aria-label={`${outlineWords} ${file.name}`}
            onClick={() => setIsOpen(!isOpen)}
          >
            {outlineWords}
          </button>
        )}
        <button
          type="button"
          class="quiet-button"
          aria-label={`${say('download')} ${file.name}`}
          onClick={onDownload}
        >
          {say('download')}
        </button>
        <RemoveButton name={file.name} onRemove={onRemove} />
      </span>
      {file.reason !== undefined && (
        <span class="held-fact is-reason">{say('sentences')(file.reason, file.hint)}</span>
      )}
      {isOpen && document !== undefined && (
        <Unfolding id={id} fetchReport={() => fetchReport(client, document.id)} />
      )}
    </li>
  )
}

function stateWords({ state }: UploadedFile, result: FileResult | undefined): string {
  // That it was stored says no more than that it is learnt, or waits.
  if (result === undefined || result.kind === 'stored' || state === 'refused')
    return say('uploadState')[state]
  return `${say('uploadResult')[result.kind]} · ${say('uploadState')[state]}`
}

async function fetchReport(client: Client, id: string): Promise<Understood> {
  const { outline, ...report } = await client.document(id)
  return { ...report, headings: outline }
}

/** Asks once more where it stands: what is deleted has to be uploaded again. */
function RemoveButton({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) {
  const [isAsking, setIsAsking] = useState(false)
  const words = say(isAsking ? 'reallyRemove' : 'remove')
  return (
    <button
      type="button"
      class={isAsking ? 'quiet-button is-fault' : 'quiet-button'}
      aria-label={`${words} ${name}`}
      onBlur={() => setIsAsking(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setIsAsking(false)
      }}
      onClick={() => {
        if (isAsking) onRemove()
        setIsAsking(!isAsking)
      }}
    >
      {words}
    </button>
  )
}
