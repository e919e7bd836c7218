// How does a reader hand over reports? Files are dropped or chosen, looked at, sent; then it shows how far they are.
import type { DocumentSummary } from '../../collection/collection.ts'
import type { Client } from '../service/client.ts'
import type { UploadsClient } from '../service/uploads.ts'
import { say } from '../words/say.ts'
import { ChosenFiles } from './chosen-files.tsx'
import { DropZone } from './drop-zone.tsx'
import { UploadedFiles } from './uploaded-files.tsx'
import type { UploadsInHand } from './use-uploads.ts'

interface Props {
  readonly client: Client
  readonly uploadsClient: UploadsClient
  readonly documents: readonly DocumentSummary[]
  readonly uploads: UploadsInHand
}

export function Uploads({ client, uploadsClient, documents, uploads }: Props) {
  const isBusy = uploads.sending !== undefined
  return (
    <details
      class="uploads"
      open={uploads.isShown}
      onToggle={(event) => uploads.show(event.currentTarget.open)}
    >
      <summary>{say('uploads')}</summary>
      <DropZone isBusy={isBusy} onFiles={uploads.choose} />
      {uploads.chosen.length > 0 && !isBusy && (
        <ChosenFiles
          client={uploadsClient}
          files={uploads.chosen}
          onRemove={uploads.leaveOut}
          onUpload={uploads.send}
        />
      )}
      <UnderWay uploads={uploads} />
      {uploads.fault !== undefined && (
        <p class="notice is-fault" role="alert">
          {uploads.fault}
        </p>
      )}
      <UploadedFiles client={client} documents={documents} uploads={uploads} />
    </details>
  )
}

/** Its words change seldom, so that they can be read aloud; the bar moves. */
function UnderWay({ uploads: { sending, job, results } }: { readonly uploads: UploadsInHand }) {
  const words = sending
    ? say('uploading')(sending.done, sending.all)
    : job
      ? say('learningUploads')(job.chunksDone, job.chunks || '…')
      : ''
  const done = sending ? sending.done / sending.all : job && job.chunks > 0 ? job.chunksDone / job.chunks : 0
  const taken = results.filter(({ kind }) => kind !== 'refused').length
  return (
    <div class="under-way" role="status">
      {words !== '' && (
        <>
          <p>{words}</p>
          <progress max={1} value={done} aria-label={words} />
        </>
      )}
      {words === '' && results.length > 0 && <p>{say('uploadDone')(taken, results.length)}</p>}
    </div>
  )
}
