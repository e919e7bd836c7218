// How do a conversation and the report it cites share a window? Side by side where there is room, else the report on top.
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { ReaderPanel } from '../reader/reader-panel.tsx'
import type { Client } from '../service/client.ts'
import type { Mode } from './composer.tsx'
import { Conversation } from './conversation.tsx'
import { OpenReaderContext } from './reader-link.tsx'
import { useMedia } from './use-media.ts'
import { useOpened } from './use-opened.ts'
import type { Talk } from './use-talk.ts'

interface Props {
  readonly client: Client
  readonly talk: Talk
  /** In a frame: the browser's way back belongs to the page around it. */
  readonly isFramed?: boolean
  readonly startMode?: Mode
  readonly children?: ComponentChildren
}

/** Below this width (in look/workspace.css as well) a report beside the conversation would leave room for neither. */
const NARROW = '(max-width: 60rem)'

export function Workspace({ client, talk, isFramed = false, startMode = 'ask', children }: Props) {
  const { opened, open, close } = useOpened(!isFramed)
  const isOnTop = useMedia(NARROW) && opened !== undefined
  const reader = useMemo(() => ({ open, url: opened?.url }), [open, opened?.url])
  return (
    <OpenReaderContext.Provider value={reader}>
      <div class={opened ? 'workspace has-panel' : 'workspace'}>
        <Conversation talk={talk} startMode={startMode} takesFocus={!isFramed} isCovered={isOnTop}>
          {children}
        </Conversation>
        {opened && (
          <ReaderPanel client={client} opened={opened} isOnTop={isOnTop} onOpen={open} onClose={close} />
        )}
      </div>
    </OpenReaderContext.Provider>
  )
}
