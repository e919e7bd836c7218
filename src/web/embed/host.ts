// On whose page is this frame? Who greets first and is the page around it, by the browser's word; no other is heard after.
import { type FromFrame, kindOf } from '../widget/messages.ts'

export interface Host {
  /** As the browser names it. */
  readonly origin: string
  /** Asks the page around to put this one away. */
  close(): void
  /** @param then whenever the reader has opened the panel */
  onShown(then: () => void): void
}

/** Never, where there is no page around. @param here the frame's window */
export function meetHost(here: Window = window): Promise<Host> {
  return new Promise((resolve) => {
    const listen = ({ source, origin, data }: MessageEvent) => {
      if (here.parent === here || source !== here.parent || kindOf(data) !== 'hello') return
      here.removeEventListener('message', listen)
      const post = (message: FromFrame) => here.parent.postMessage(message, origin)
      post({ wenbao: 'ready' })
      resolve({
        origin,
        close: () => post({ wenbao: 'close' }),
        onShown: (then) =>
          here.addEventListener('message', (event) => {
            const isHost = event.source === here.parent && event.origin === origin
            if (isHost && kindOf(event.data) === 'shown') then()
          }),
      })
    }
    here.addEventListener('message', listen)
  })
}
