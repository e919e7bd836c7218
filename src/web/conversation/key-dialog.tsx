// Which key may this reader show? Asks when the service demands one; the browser keeps the focus inside meanwhile.
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Keyring } from '../service/keyring.ts'
import { say } from '../words/say.ts'

interface Asking {
  readonly wasRefused: boolean
  readonly answer: (key: string | undefined) => void
}

export function KeyDialog({ keyring }: { readonly keyring: Keyring }) {
  const [asking, setAsking] = useState<Asking>()
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    keyring.attach(
      (wasRefused) =>
        new Promise((resolve) => {
          setAsking({ wasRefused, answer: resolve })
        }),
    )
  }, [keyring])
  useLayoutEffect(() => {
    if (asking) dialog.current?.showModal()
  }, [asking])
  const end = (key: string | undefined) => {
    asking?.answer(key)
    setAsking(undefined)
    dialog.current?.close()
  }
  if (asking === undefined) return null
  return (
    <dialog class="key-dialog" ref={dialog} aria-labelledby="key-title" onCancel={() => end(undefined)}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          end(field.current?.value.trim() || undefined)
        }}
      >
        <h2 id="key-title">{say('keyTitle')}</h2>
        <p>{say('keyExplained')}</p>
        {asking.wasRefused && (
          <p class="notice is-fault" role="alert">
            {say('keyRefused')}
          </p>
        )}
        <label>
          <span>{say('key')}</span>
          <input type="password" ref={field} autocomplete="off" spellcheck={false} required />
        </label>
        <p class="dialog-buttons">
          <button type="button" class="quiet-button" onClick={() => end(undefined)}>
            {say('cancel')}
          </button>
          <button type="submit" class="send">
            {say('enter')}
          </button>
        </p>
      </form>
    </dialog>
  )
}
