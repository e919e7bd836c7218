// In which language is this asked? Chinese where any character of it is, else English.

export type Language = 'zh' | 'en'

export function languageOf(question: string): Language {
  return /\p{Script=Han}/u.test(question) ? 'zh' : 'en'
}
