// In which language is this written? Chinese where any character of it is, else English.

export type Language = 'zh' | 'en'

export function languageOf(text: string): Language {
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
}
