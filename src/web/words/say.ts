// In which language does the page speak, and what does it say? As chosen before, else as the browser asks.
import { ServiceError } from '../service/service-error.ts'
import { en, enErrors } from './en.ts'
import { pageLanguage } from './page-language.ts'
import { zh, zhErrors, zhKinds, zhWarnings } from './zh.ts'

/** Of the reports and of answers from them, whatever the page speaks: it decides which glyphs are drawn and how they are read aloud. */
export const REPORT_LANGUAGE = 'zh-CN'

const KEPT_AS = 'wenbao-language'

export type Language = 'zh' | 'en'

/** @param asked tags as in `navigator.languages`; one who reads Chinese at all gets Chinese, as do those who ask for neither */
export function languageOf(asked: readonly string[]): Language {
  const readsChinese = asked.some((tag) => /^zh\b/i.test(tag))
  return !readsChinese && /^en\b/i.test(asked[0] ?? '') ? 'en' : 'zh'
}

function language(): Language {
  try {
    const chosen = localStorage.getItem(KEPT_AS)
    if (chosen === 'zh' || chosen === 'en') return chosen
  } catch {
    // Storage may be forbidden; the page then follows the browser.
  }
  return languageOf(navigator.languages ?? [])
}

/** The conversation is kept, so that it is there again in the other language. */
export function switchLanguage(): void {
  try {
    localStorage.setItem(KEPT_AS, language() === 'zh' ? 'en' : 'zh')
  } catch {
    // As above.
  }
  location.reload()
}

/** Sets the document's language, which everything that is said from now on follows. @param wanted by whoever put the page there */
export function chooseLanguage(wanted: Language = language()): void {
  document.documentElement.lang = wanted === 'zh' ? 'zh-CN' : 'en'
}

/** What the page says in the reader's language; where it speaks of something, a function that takes it. */
export function say<Key extends keyof typeof zh>(key: Key): (typeof zh)[Key] {
  return (isEnglish() ? en : zh)[key]
}

/** What to tell the reader of anything that was thrown. */
export function faultWords(error: unknown): string {
  if (!(error instanceof ServiceError)) return error instanceof Error ? error.message : String(error)
  const known = (isEnglish() ? enErrors : zhErrors)[error.code]
  if (known !== undefined) return known
  // What is wrong with a file comes in the reader's language; all else that the service says is English.
  const isReadable = isEnglish() || /\p{Script=Han}/u.test(error.message)
  return isReadable ? say('sentences')(error.message, error.hint) : say('notTaken')
}

/** @param kind as a trace names it; its names are English */
export function kindWords(kind: string): string {
  return isEnglish() ? kind : (zhKinds[kind] ?? kind)
}

/** @param warning as the reader of documents gives it; its words are English */
export function warningWords({ code, message }: { readonly code: string; readonly message: string }): string {
  return isEnglish() ? message : (zhWarnings[code] ?? message)
}

function isEnglish(): boolean {
  return pageLanguage() === 'en'
}
