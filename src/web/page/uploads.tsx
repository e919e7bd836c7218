// How does a reader hand over reports? By dropping or choosing files; each says what became of it, and can be deleted.
import { useState } from 'preact/hooks'
import type { FileResult, UploadedFile } from '../../uploads/uploads.ts'
import type { UploadsClient } from '../service/uploads.ts'
import { REPORT_LANGUAGE, say } from '../words/say.ts'
import { useUploads } from './use-uploads.ts'

interface Props {
  readonly client: UploadsClient
  readonly onLearnt: () => void
}

export function Uploads({ client, onLearnt }: Props) {
  const [isShown, setIsShown] = useState(false)
  const { files, results, job, isSending, fault, add, remove } = useUploads(client, isShown, onLearnt)
  const refused = results.filter((result) => result.kind === 'refused')
  return (
    <details class="uploads" onToggle={(event) => setIsShown(event.currentTarget.open)}>
      <summary>{say('uploads')}</summary>
      <DropZone onFiles={add} isBusy={isSending} />
      <div role="status">
        {job !== undefined && (
          <progress
            max={1}
            value={job.chunks > 0 ? job.chunksDone / job.chunks : 0}
            aria-label={say('learning')(job.chunksDone, job.chunks || '…')}
          />
        )}
      </div>
      {fault !== undefined && (
        <p class="notice is-fault" role="alert">
          {fault}
        </p>
      )}
      <ul lang={REPORT_LANGUAGE}>
        {refused.map((result) => (
          <RefusedRow key={result.name} result={result} />
        ))}
        {files.map((file) => (
          <FileRow
            key={file.name}
            file={file}
            result={results.find(({ kind, name }) => kind !== 'refused' && name === file.name)}
            onRemove={() => remove(file.documentId)}
          />
        ))}
      </ul>
    </details>
  )
}

function DropZone({ onFiles, isBusy }: { onFiles: (files: readonly File[]) => void; isBusy: boolean }) {
  const [isOver, setIsOver] = useState(false)
  return (
    <fieldset
      aria-label={say('uploads')}
      class={isOver ? 'drop-zone is-over' : 'drop-zone'}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        onFiles([...(event.dataTransfer?.files ?? [])])
      }}
    >
      {isBusy ? (
        say('uploading')
      ) : (
        <label>
          {say('dropFiles')} <span>{say('chooseFiles')}</span>
          <input
            type="file"
            multiple
            onChange={(event) => {
              onFiles([...(event.currentTarget.files ?? [])])
              // The same file, mended, may be chosen again.
              event.currentTarget.value = ''
            }}
          />
        </label>
      )}
    </fieldset>
  )
}

function RefusedRow({ result }: { readonly result: FileResult & { readonly kind: 'refused' } }) {
  return (
    <li>
      <span class="held-title">{result.name}</span>
      <span class="held-fact">{say('uploadResult').refused}</span>
      <span class="held-fact is-reason">{result.reason}</span>
    </li>
  )
}

interface FileRowProps {
  readonly file: UploadedFile
  /** Of an upload just now. */
  readonly result: FileResult | undefined
  readonly onRemove: () => void
}

function FileRow({ file, result, onRemove }: FileRowProps) {
  const isNews = result !== undefined && file.state === 'waiting'
  return (
    <li>
      <a class="held-title" href={`/d/${file.documentId}`}>
        {file.name}
      </a>
      <span class="held-fact">
        {isNews ? say('uploadResult')[result.kind] : say('uploadState')[file.state]}
      </span>
      <button
        type="button"
        class="quiet-button"
        aria-label={say('removeUpload')(file.name)}
        onClick={onRemove}
      >
        {say('remove')}
      </button>
      {file.reason !== undefined && <span class="held-fact is-reason">{file.reason}</span>}
    </li>
  )
}
