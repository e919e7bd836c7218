// Is the outline shown beside the report? Where there is room for it, until the reader says otherwise.
import { useState } from 'preact/hooks'
import { useMedia } from '../conversation/use-media.ts'

export interface OutlineShown {
  readonly isShown: boolean
  toggle(): void
  /** A place in it was chosen: where it covers the text it gives way. */
  leave(): void
}

/** @param roomy media query from which outline and text stand side by side */
export function useOutline(roomy: string): OutlineShown {
  const isRoomy = useMedia(roomy)
  const [wish, setWish] = useState<boolean>()
  const isShown = wish ?? isRoomy
  return {
    isShown,
    toggle: () => setWish(!isShown),
    leave() {
      if (!isRoomy) setWish(false)
    },
  }
}
