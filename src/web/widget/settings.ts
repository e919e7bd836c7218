// How does the site want its launcher? Read from the `data-*` of the script tag; whatever makes no sense there counts as not said.
import { type Language, languageOf } from './words.ts'

export interface WidgetSettings {
  /** Address of the page to frame. */
  readonly frameUrl: URL
  readonly side: 'left' | 'right'
  /** Any CSS colour; undefined for our own. */
  readonly colour: string | undefined
  /** Shown on the launcher, and the name of the conversation; undefined for our own. */
  readonly label: string | undefined
  readonly language: Language
  /** From the start, without being asked. */
  readonly isOpen: boolean
}

/**
 * @param surroundings of the page the tag stands in: languages as `navigator.languages`, wanted most first
 * @throws Error when no app is named, or the tag says not where it was loaded from
 */
export function readSettings(
  script: Pick<HTMLScriptElement, 'src' | 'dataset'>,
  surroundings: { readonly languages: readonly string[]; isColour(text: string): boolean },
): WidgetSettings {
  const { app, position, colour, color, label, language, open } = script.dataset
  if (!app || !script.src) {
    throw new Error(
      'wenbao: expected <script src="https://…/widget.js" data-app="ID">, got one without data-app or src.',
    )
  }
  const spoken = languageOf(language ? [language] : surroundings.languages)
  const frameUrl = new URL('embed', script.src)
  frameUrl.search = new URLSearchParams({ app, language: spoken }).toString()
  const wanted = colour ?? color
  return {
    frameUrl,
    side: position?.includes('left') ? 'left' : 'right',
    colour: wanted !== undefined && surroundings.isColour(wanted) ? wanted : undefined,
    label: label?.trim() || undefined,
    language: spoken,
    isOpen: open !== undefined && open !== 'false',
  }
}
