// What does the page at `/d/{id}` consist of? The bar on top and the report that the address names.
import { useCallback, useLayoutEffect, useState } from 'preact/hooks'
import { KeyDialog } from '../conversation/key-dialog.tsx'
import { OutlineButton } from '../reader/outline-button.tsx'
import { readerTarget } from '../reader/place.ts'
import { ReportView } from '../reader/report-view.tsx'
import { useOutline } from '../reader/use-outline.ts'
import type { Client } from '../service/client.ts'
import { kept } from '../service/kept.ts'
import type { Keyring } from '../service/keyring.ts'
import { say } from '../words/say.ts'
import { SkipLink } from './skip-link.tsx'
import { TopBar } from './top-bar.tsx'
import { ADDRESS_KEPT_AS } from './use-address.ts'

interface Props {
  readonly client: Client
  readonly keyring: Keyring
}

/** From here on outline and text stand side by side. */
const ROOMY = '(min-width: 60rem)'

export function ReaderApp({ client, keyring }: Props) {
  const target = useTarget()
  const outline = useOutline(ROOMY)
  const nameTab = useCallback((title: string) => {
    document.title = `${title} · ${say('name')}`
  }, [])
  return (
    <div class="page reader-page">
      <SkipLink to="text" words={say('skipToText')} />
      <TopBar>
        <a class="quiet-button" href={`/${kept(ADDRESS_KEPT_AS) ?? ''}`}>
          {say('back')}
        </a>
        <OutlineButton outline={outline} />
      </TopBar>
      <main class="reader-scroll" id="text" tabIndex={-1}>
        {target && (
          <ReportView
            client={client}
            target={target}
            hasOutline={outline.isShown}
            onTitle={nameTab}
            onGo={outline.leave}
          />
        )}
      </main>
      <KeyDialog keyring={keyring} />
    </div>
  )
}

function useTarget() {
  const [address, setAddress] = useState(location.href)
  useLayoutEffect(() => {
    const listen = () => setAddress(location.href)
    window.addEventListener('hashchange', listen)
    return () => window.removeEventListener('hashchange', listen)
  }, [])
  return readerTarget(address)
}
