// In which language does the command line speak? Chinese where the machine does, else English.
import type { Environment } from '../config.ts'

/** One thing to say, in every language there is. */
export interface Words {
  readonly en: string
  readonly zh: string
}

export type Language = keyof Words

/** As the C library would choose: LC_ALL, then LC_MESSAGES, then LANG; empty ones don't count. */
export function languageOf(env: Environment): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
