// What does this tab remember? Texts by name in sessionStorage, gone when the tab is closed.

export function kept(name: string): string | undefined {
  try {
    return sessionStorage.getItem(name) ?? undefined
  } catch {
    // Storage may be forbidden, in a frame on another site for one: then nothing was kept.
    return undefined
  }
}

/** @param text undefined forgets it */
export function keep(name: string, text: string | undefined): void {
  try {
    if (text === undefined) sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, text)
  } catch {
    // Forbidden as above, or full: what was to be kept then lasts as long as the page.
  }
}
