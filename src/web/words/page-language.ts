// Which language does the page speak? As its document says, which is set before anything else is.

export function pageLanguage(): 'zh-CN' | 'en' {
  // Without a document, as in a test of the client alone, the service's own language.
  return globalThis.document?.documentElement.lang === 'zh-CN' ? 'zh-CN' : 'en'
}
