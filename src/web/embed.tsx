// The page at `/embed`: the conversation alone, in a frame on the page of a site that may have it.
import './look/page.css'
import { mountConversation } from './conversation/mount.tsx'
import { meetHost } from './embed/host.ts'
import { tokenFor } from './embed/token.ts'

const place = document.getElementById('app')
const asked = new URLSearchParams(location.search)
const app = asked.get('app')
/** As the site wants it; else as the reader's browser does. */
const language = (['zh', 'en'] as const).find((name) => name === asked.get('language'))
// Opened by itself it has nobody to vouch for it; the page of the service has all it could show.
if (window.parent === window) location.replace('/')
else if (place && app !== null) void converse(place, app)

async function converse(place: HTMLElement, app: string): Promise<void> {
  const host = await meetHost()
  mountConversation(place, {
    authorise: tokenFor(app, host.origin),
    compact: true,
    ...(language !== undefined && { language }),
  })
  host.onShown(() => {
    // On a phone the keyboard on the screen would cover the conversation before it was seen.
    if (matchMedia('(hover: hover) and (pointer: fine)').matches) place.querySelector('textarea')?.focus()
  })
  // Behind all who listen on the document: what is open in here closes first.
  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) host.close()
  })
}
