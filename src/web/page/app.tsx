// What does the page at `/` consist of? The bar on top, the conversation with its reports, and what can be asked at first.
import { useCallback, useEffect, useState } from 'preact/hooks'
import { Examples } from '../conversation/examples.tsx'
import { KeyDialog } from '../conversation/key-dialog.tsx'
import { type Held, useHeld } from '../conversation/use-held.ts'
import { type Talk, useTalk } from '../conversation/use-talk.ts'
import { Workspace } from '../conversation/workspace.tsx'
import type { Client } from '../service/client.ts'
import type { Keyring } from '../service/keyring.ts'
import type { UploadsClient } from '../service/uploads.ts'
import { say } from '../words/say.ts'
import { HeldReports } from './held-reports.tsx'
import { NoReports } from './no-reports.tsx'
import { SkipLink } from './skip-link.tsx'
import { TopBar } from './top-bar.tsx'
import { Uploads } from './uploads.tsx'
import { turnsToGoOnWith, useAddress } from './use-address.ts'

interface Props {
  readonly client: Client
  readonly uploads: UploadsClient
  readonly keyring: Keyring
}

export function App({ client, uploads, keyring }: Props) {
  const [changes, setChanges] = useState(0)
  const talk = useTalk(client, turnsToGoOnWith)
  const held = useHeld(client, changes)
  const startMode = useAddress(talk)
  const lookAgain = useCallback(() => setChanges((count) => count + 1), [])
  const question = talk.turns.at(-1)?.question
  useEffect(() => {
    document.title = question === undefined ? say('name') : `${question} · ${say('name')}`
  }, [question])
  return (
    <div class="page">
      <SkipLink to="question" words={say('skipToQuestion')} />
      <TopBar>
        <HeldCount held={held} />
        {talk.turns.length > 0 && (
          <button type="button" class="quiet-button" onClick={talk.clear}>
            {say('newTopic')}
          </button>
        )}
      </TopBar>
      <Workspace client={client} talk={talk} startMode={startMode}>
        <Start held={held} talk={talk} />
        {held.status?.mayUpload && (
          <Uploads
            client={client}
            uploadsClient={uploads}
            documents={held.documents}
            isFirst={isEmpty(held)}
            onLearnt={lookAgain}
          />
        )}
      </Workspace>
      <KeyDialog keyring={keyring} />
    </div>
  )
}

function HeldCount({ held: { status } }: { readonly held: Held }) {
  if (status === undefined || status.collection.documents === 0) return null
  return <span class="held">{say('held')(status.collection.documents, status.collection.chunks)}</span>
}

/** Known to hold nothing, and nothing is on its way at the service's start. */
function isEmpty({ status }: Held): boolean {
  return status?.ready === true && status.collection.documents === 0
}

function Start({ held, talk }: { readonly held: Held; readonly talk: Talk }) {
  const { status, documents, fault } = held
  const learning = status?.learning
  return (
    <>
      {fault !== undefined && (
        <p class="notice is-fault" role="alert">
          {fault}
        </p>
      )}
      {isEmpty(held) && <NoReports mayUpload={status?.mayUpload === true} folder={status?.folder} />}
      {learning && !learning.done && !status.ready && (
        <div class="learning" role="status">
          <p>{say('learning')(learning.chunksDone, learning.chunks || '…')}</p>
          <progress
            max={1}
            value={learning.chunks > 0 ? learning.chunksDone / learning.chunks : 0}
            aria-label={say('learning')(learning.chunksDone, learning.chunks || '…')}
          />
        </div>
      )}
      <Examples documents={documents} onAsk={talk.ask} />
      <HeldReports documents={documents} />
    </>
  )
}
