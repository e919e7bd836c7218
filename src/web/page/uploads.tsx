// How does a reader hand over reports? Files are dropped or chosen, looked at, sent; then it shows how far they are.
import { useState } from 'preact/hooks'
import type { DocumentSummary } from '../../collection/collection.ts'
import type { Client } from '../service/client.ts'
import type { UploadsClient } from '../service/uploads.ts'
import { say } from '../words/say.ts'
import { withChosen } from './batches.ts'
import { ChosenFiles } from './chosen-files.tsx'
import { DropZone } from './drop-zone.tsx'
import { UploadedFiles } from './uploaded-files.tsx'
import { type UploadsInHand, useUploads } from './use-uploads.ts'

interface Props {
  readonly client: Client
  readonly uploadsClient: UploadsClient
  readonly documents: readonly DocumentSummary[]
  /** Nothing is held: it stands open, as the first thing to do. */
  readonly isFirst: boolean
  readonly onLearnt: () => void
}

export function Uploads({ client, uploadsClient, documents, isFirst, onLearnt }: Props) {
  const [isShown, setIsShown] = useState(isFirst)
  const [chosen, setChosen] = useState<readonly File[]>([])
  const uploads = useUploads(uploadsClient, isShown, onLearnt)
  const isBusy = uploads.sending !== undefined
  return (
    <details class="uploads" open={isShown} onToggle={(event) => setIsShown(event.currentTarget.open)}>
      <summary>{say('uploads')}</summary>
      <DropZone isBusy={isBusy} onFiles={(files) => setChosen(withChosen(chosen, files))} />
      {chosen.length > 0 && !isBusy && (
        <ChosenFiles
          client={uploadsClient}
          files={chosen}
          onRemove={(file) => setChosen(chosen.filter((one) => one !== file))}
          onUpload={() => {
            uploads.add(chosen)
            setChosen([])
          }}
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
  const isOver = words === '' && results.length > 0
  return (
    <div class="under-way" role="status">
      {words !== '' && (
        <>
          <p>{words}</p>
          <progress max={1} value={done} aria-label={words} />
        </>
      )}
      {isOver && (
        <p>{say('uploadDone')(results.filter(({ kind }) => kind !== 'refused').length, results.length)}</p>
      )}
    </div>
  )
}
