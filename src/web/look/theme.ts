// Light or dark? As the system says, unless the reader chose.

export type Theme = 'system' | 'light' | 'dark'

const KEPT_AS = 'wenbao-theme'
const ORDER: readonly Theme[] = ['system', 'light', 'dark']
const SYSTEM_IS_DARK = '(prefers-color-scheme: dark)'

export function chosenTheme(): Theme {
  try {
    return ORDER.find((theme) => theme === localStorage.getItem(KEPT_AS)) ?? 'system'
  } catch {
    // Storage may be forbidden; the page then follows the system.
    return 'system'
  }
}

export function themeAfter(theme: Theme): Theme {
  return ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length] ?? 'system'
}

/** Shows it now, and for the next visits. */
export function chooseTheme(theme: Theme): void {
  show(theme)
  try {
    if (theme === 'system') localStorage.removeItem(KEPT_AS)
    else localStorage.setItem(KEPT_AS, theme)
  } catch {
    // As above: then for this page alone.
  }
}

/** Once for a page, before anything is drawn. @param theme asked again when the system changes, by the hour for one */
export function startTheme(theme: () => Theme): void {
  show(theme())
  matchMedia(SYSTEM_IS_DARK).addEventListener('change', () => show(theme()))
}

/** look/colours.css holds a palette for each. */
function show(theme: Theme): void {
  const isDark = theme === 'dark' || (theme === 'system' && matchMedia(SYSTEM_IS_DARK).matches)
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
}
