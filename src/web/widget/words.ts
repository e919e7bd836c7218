// What does the launcher say, in Chinese and in English?

export type Language = 'zh' | 'en'

/** @param asked tags, wanted most first; who reads Chinese at all gets Chinese, as do those who ask for neither */
export function languageOf(asked: readonly string[]): Language {
  return !asked.some((tag) => /^zh\b/i.test(tag)) && /^en\b/i.test(asked[0] ?? '') ? 'en' : 'zh'
}

const zh = {
  label: '向报告提问',
  close: '关闭',
  waiting: '正在打开…',
  unreachable: '问答服务暂时无法打开：服务没有应答，或没有允许本网站使用。',
}

export const WORDS: Readonly<Record<Language, typeof zh>> = {
  zh,
  en: {
    label: 'Ask the reports',
    close: 'Close',
    waiting: 'Opening…',
    unreachable: 'This can’t be opened just now: the service doesn’t answer, or doesn’t allow this site.',
  },
}
