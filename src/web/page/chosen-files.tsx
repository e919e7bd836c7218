// What is about to be uploaded? Each file with a look at what would be understood of it, and one button for all.
import { useState } from 'preact/hooks'
import type { UploadsClient } from '../service/uploads.ts'
import { say } from '../words/say.ts'
import { sizeOf } from './batches.ts'
import type { Understood } from './understood.tsx'
import { Unfolding } from './unfolding.tsx'

interface Props {
  readonly client: UploadsClient
  readonly files: readonly File[]
  readonly onRemove: (file: File) => void
  readonly onUpload: () => void
}

export function ChosenFiles({ client, files, onRemove, onUpload }: Props) {
  return (
    <section class="chosen" aria-label={say('chosen')}>
      <h3>{say('chosen')}</h3>
      <ul>
        {files.map((file) => (
          // Of another size or date it is another file, whose preview is another one.
          <ChosenFile
            key={`${file.name} ${file.size} ${file.lastModified}`}
            client={client}
            file={file}
            onRemove={() => onRemove(file)}
          />
        ))}
      </ul>
      <button type="button" class="send" onClick={onUpload}>
        {say('uploadAll')(files.length)}
      </button>
    </section>
  )
}

interface ChosenFileProps {
  readonly client: UploadsClient
  readonly file: File
  readonly onRemove: () => void
}

function ChosenFile({ client, file, onRemove }: ChosenFileProps) {
  const [isOpen, setIsOpen] = useState(false)
  const id = `preview-${file.name}`
  const fetchPreview = async (): Promise<Understood> => {
    const { sections, ...outline } = (await client.preview(file)).outline
    return { ...outline, headings: sections }
  }
  return (
    <li class="upload-row">
      <span class="upload-name">{file.name}</span>
      <span class="held-fact">{sizeOf(file.size)}</span>
      <span class="upload-actions">
        <button
          type="button"
          class="quiet-button"
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={`${say('preview')} ${file.name}`}
          onClick={() => setIsOpen(!isOpen)}
        >
          {say('preview')}
        </button>
        <button
          type="button"
          class="quiet-button"
          aria-label={`${say('takeOff')} ${file.name}`}
          onClick={onRemove}
        >
          {say('takeOff')}
        </button>
      </span>
      {isOpen && <Unfolding id={id} fetchReport={fetchPreview} />}
    </li>
  )
}
