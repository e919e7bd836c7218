// What does the page at `/` consist of? The bar on top, the conversation with its reports, and what can be asked at first.
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Examples } from '../conversation/examples.tsx'
import { KeyDialog } from '../conversation/key-dialog.tsx'
import { type Held, useHeld } from '../conversation/use-held.ts'
import { useTalk } from '../conversation/use-talk.ts'
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
import { useUploads } from './use-uploads.ts'

interface Props {
  readonly client: Client
  readonly uploadsClient: UploadsClient
  readonly keyring: Keyring
}

export function App({ client, uploadsClient, keyring }: Props) {
  const [changes, setChanges] = useState(0)
  const talk = useTalk(client, turnsToGoOnWith)
  const held = useHeld(client, changes)
  const startMode = useAddress(talk)
  const lookAgain = useCallback(() => setChanges((count) => count + 1), [])
  const mayUpload = held.status?.mayUpload === true
  const beganEmpty = useBeganEmpty(held)
  const uploads = useUploads(uploadsClient, mayUpload && beganEmpty, lookAgain)
  const handOver = mayUpload && (
    <Uploads client={client} uploadsClient={uploadsClient} documents={held.documents} uploads={uploads} />
  )
  const question = talk.turns.at(-1)?.question
  useLayoutEffect(() => {
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
        <Learning held={held} />
        {isEmpty(held) && <NoReports mayUpload={mayUpload} folder={held.status?.folder} />}
        {beganEmpty && handOver}
        <Examples documents={held.documents} onAsk={talk.ask} />
        <HeldReports documents={held.documents} />
        {!beganEmpty && handOver}
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

/** Where a page was opened on nothing, uploading keeps its first place: what comes in then pushes nothing away. */
function useBeganEmpty(held: Held): boolean {
  const began = useRef<boolean>(undefined)
  if (held.status?.ready) began.current ??= isEmpty(held)
  return began.current === true
}

function Learning({ held: { status, fault } }: { readonly held: Held }) {
  const learning = status?.learning
  const words = learning && say('learning')(learning.chunksDone, learning.chunks || '…')
  return (
    <>
      {fault !== undefined && (
        <p class="notice is-fault" role="alert">
          {fault}
        </p>
      )}
      {learning && !learning.done && !status.ready && (
        <div class="learning" role="status">
          <p>{words}</p>
          <progress
            max={1}
            value={learning.chunks > 0 ? learning.chunksDone / learning.chunks : 0}
            aria-label={words}
          />
        </div>
      )}
    </>
  )
}
