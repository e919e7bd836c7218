// Which key does this tab show? Asked for when the service demands one, kept for this tab alone.

import type { Authorise } from './client.ts'
import { keep, kept } from './kept.ts'

const KEPT_AS = 'wenbao-key'

/** Asks the reader for a key; undefined when they would rather not. @param wasRefused the last one was none of ours */
export type AskForKey = (wasRefused: boolean) => Promise<string | undefined>

export interface Keyring {
  readonly authorise: Authorise
  /** Says who asks; until then a demand waits. */
  attach(ask: AskForKey): void
}

export function createKeyring(): Keyring {
  let attach: (ask: AskForKey) => void = () => {}
  const attached = new Promise<AskForKey>((resolve) => {
    attach = resolve
  })
  let asking: Promise<string | undefined> | undefined
  let key = kept(KEPT_AS)
  return {
    attach,
    async authorise(refused) {
      // A request that was under way when the key came has only to be sent again.
      if (refused === undefined || (key !== undefined && key !== refused)) return key
      asking ??= attached
        .then((ask) => ask(refused !== ''))
        .then((given) => {
          key = given
          keep(KEPT_AS, given)
          return given
        })
        .finally(() => {
          asking = undefined
        })
      return asking
    },
  }
}
