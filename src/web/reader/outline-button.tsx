// The switch of the outline.
import { say } from '../words/say.ts'
import type { OutlineShown } from './use-outline.ts'

export function OutlineButton({ outline }: { readonly outline: OutlineShown }) {
  return (
    <button type="button" class="quiet-button" aria-expanded={outline.isShown} onClick={outline.toggle}>
      {say('outline')}
    </button>
  )
}
