// Where are files dropped or chosen? One place for both; a finger and the keyboard can do without dropping.
import { useState } from 'preact/hooks'
import { say } from '../words/say.ts'

interface Props {
  readonly isBusy: boolean
  readonly onFiles: (files: readonly File[]) => void
}

export function DropZone({ isBusy, onFiles }: Props) {
  const [isOver, setIsOver] = useState(false)
  return (
    <fieldset
      aria-label={say('uploads')}
      class={isOver ? 'drop-zone is-over' : 'drop-zone'}
      disabled={isBusy}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        if (!isBusy) onFiles([...(event.dataTransfer?.files ?? [])])
      }}
    >
      <label>
        <span class="drop-words">{say('dropFiles')} </span>
        <span class="choose-words">{say('chooseFiles')}</span>
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
      <p>{say('uploadKinds')}</p>
    </fieldset>
  )
}
