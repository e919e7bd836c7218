// How is a conversation put into a page? Alone, with the reports it cites, under whatever key the page obtains.
import { render } from 'preact'
import { useMemo } from 'preact/hooks'
import { startTheme, type Theme } from '../look/theme.ts'
import { type Authorise, createClient } from '../service/client.ts'
import { createKeyring } from '../service/keyring.ts'
import { chooseLanguage, type Language } from '../words/say.ts'
import { Examples } from './examples.tsx'
import { KeyDialog } from './key-dialog.tsx'
import { useHeld } from './use-held.ts'
import { useTalk } from './use-talk.ts'
import { Workspace } from './workspace.tsx'

export interface MountOptions {
  /**
   * Gives the token to send with each request. Default: the reader is asked for a key once the service demands one.
   */
  readonly authorise?: Authorise
  /** For a small frame: little around the conversation. */
  readonly compact?: boolean
  /** Default: as the system says. */
  readonly theme?: Theme
  /** Default: as chosen on the pages of the service, else as the browser asks. */
  readonly language?: Language
}

/** @returns takes it away again, and stops what is running */
export function mountConversation(element: HTMLElement, options: MountOptions = {}): () => void {
  chooseLanguage(options.language)
  startTheme(() => options.theme ?? 'system')
  render(<Mounted {...options} />, element)
  return () => render(null, element)
}

function Mounted({ authorise, compact = false }: MountOptions) {
  const keyring = useMemo(() => createKeyring(), [])
  const client = useMemo(() => createClient(authorise ?? keyring.authorise), [authorise, keyring])
  const talk = useTalk(client)
  const { documents, fault } = useHeld(client)
  return (
    <div class={compact ? 'page is-compact' : 'page'}>
      <Workspace client={client} talk={talk} isFramed>
        {fault !== undefined && <p class="notice is-fault">{fault}</p>}
        <Examples documents={documents} onAsk={talk.ask} />
      </Workspace>
      {authorise === undefined && <KeyDialog keyring={keyring} />}
    </div>
  )
}
