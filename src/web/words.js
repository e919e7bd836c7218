// Every word that the pages say, in Chinese and in English.

const WORDS = {
  name: { zh: '问报', en: 'wenbao' },
  headline: { zh: '向报告提问，看原文怎么说', en: 'Ask the reports, read what they say' },
  question: { zh: '问题', en: 'Question' },
  placeholder: {
    zh: '例如：这一年的门诊量是多少？',
    en: 'For example: how many outpatient visits were there?',
  },
  ask: { zh: '查找', en: 'Search' },
  tryThese: { zh: '可以这样问', en: 'For example' },
  exampleOf: { zh: (name) => `${name}有哪些进展？`, en: (name) => `What progress did ${name} make?` },
  exampleAbout: { zh: (title) => `《${title}》讲了什么？`, en: (title) => `What is “${title}” about?` },
  held: {
    zh: (documents, chunks) => `已学习 ${documents} 份报告，共 ${chunks} 个片段`,
    en: (documents, chunks) => `${documents} reports learnt, ${chunks} chunks`,
  },
  learning: {
    zh: (done, all) => `正在学习报告：${done} / ${all} 个片段。完成后即可提问。`,
    en: (done, all) =>
      `Learning the reports: ${done} of ${all} chunks. Questions can be asked when it is done.`,
  },
  searching: { zh: '正在查找…', en: 'Searching…' },
  foundCount: { zh: (count) => `找到 ${count} 段`, en: (count) => `${count} passages` },
  foundNothing: { zh: '没有找到相关的段落。换个说法试试？', en: 'No passage found. Try other words?' },
  onlyIn: { zh: (names) => `只在${names}中查找`, en: (names) => `only in ${names}` },
  firstIn: { zh: (names) => `优先${names}`, en: (names) => `${names} first` },
  years: { zh: (years) => `${years}年`, en: (years) => years },
  ambiguous: { zh: (name) => `“${name}”可能指：`, en: (name) => `“${name}” may be:` },
  clearChoice: { zh: '不限机构', en: 'any organisation' },
  openInText: { zh: '在原文中查看', en: 'Open in the report' },
  why: { zh: '为何是它', en: 'Why this one' },
  bm25: { zh: '字词', en: 'words' },
  similarity: { zh: '段落语义', en: 'meaning of the passage' },
  sentenceSimilarity: { zh: '最近的一句', en: 'nearest sentence' },
  boost: { zh: '机构与年份加分', en: 'organisation and year' },
  signalHead: { zh: '信号', en: 'signal' },
  valueHead: { zh: '原值', en: 'value' },
  standardHead: { zh: '标准化', en: 'standardised' },
  weightHead: { zh: '权重', en: 'weight' },
  total: { zh: '总分', en: 'score' },
  caption: { zh: '图注', en: 'caption' },
  note: { zh: '附注', en: 'note' },
  table: { zh: '表格', en: 'table' },
  unreachable: { zh: '连不上服务，它还在运行吗？', en: 'The service does not answer. Is it still running?' },
  busy: { zh: '服务繁忙，请稍后再试。', en: 'The service is busy. Try again shortly.' },
  'not-ready': { zh: '报告还在学习中，请稍候。', en: 'The reports are still being learnt. Just a moment.' },
  'not-found': {
    zh: '没有这份报告，可能已被更新或移除。',
    en: 'There is no such report; it may have been replaced.',
  },
  internal: {
    zh: '服务内部出错，详见日志。',
    en: 'Something went wrong inside the service; its log says what.',
  },
  'index-missing': {
    zh: '还没有学习任何报告。请运行 wenbao index 文件夹。',
    en: 'No report was learnt yet. Run: wenbao index FOLDER',
  },
  'index-stale': {
    zh: '学习结果出自另一个模型，请运行 wenbao index --rebuild。',
    en: 'What was learnt came from another model. Run: wenbao index --rebuild',
  },
  'index-damaged': {
    zh: '学习结果已损坏，请运行 wenbao doctor 查看如何修复。',
    en: 'What was learnt is damaged. wenbao doctor says how to mend it.',
  },
  'model-unavailable': {
    zh: '向量模型不可用，请运行 wenbao doctor 查看原因。',
    en: 'The embedding model can not be used. wenbao doctor says why.',
  },
  upstream: { zh: '向量接口没有正确答复。', en: 'The embedding endpoint did not answer as it should.' },
  outline: { zh: '目录', en: 'Contents' },
  back: { zh: '返回查找', en: 'Back to search' },
  skipToResults: { zh: '跳到结果', en: 'Skip to the results' },
  skipToText: { zh: '跳到正文', en: 'Skip to the text' },
  alsoKnownAs: { zh: (names) => `又称 ${names}`, en: (names) => `also ${names}` },
  footnote: {
    zh: '全部在本机运行；结果均为报告原文，不是生成的文字。',
    en: 'Runs on this machine alone; results quote the reports, nothing is generated.',
  },
  interface: { zh: '接口说明', en: 'API' },
  otherLanguage: { zh: 'English', en: '中文' },
}

const KEPT_AS = 'wenbao-language'

/** @returns {'zh' | 'en'} as chosen before, else as the browser says */
export function language() {
  const chosen = kept()
  if (chosen === 'zh' || chosen === 'en') return chosen
  const asked = navigator.languages?.length ? navigator.languages : [navigator.language ?? 'zh']
  return asked.some((tag) => tag.toLowerCase().startsWith('zh')) || !/^en/i.test(asked[0]) ? 'zh' : 'en'
}

/** @param {keyof typeof WORDS} key @param {...(string | number)} values */
export function say(key, ...values) {
  const words = WORDS[key][language()]
  return typeof words === 'function' ? words(...values) : words
}

/** @param {string} code of an error; undefined when we have no words of our own for it */
export function sayError(code) {
  return Object.hasOwn(WORDS, code) ? say(code) : undefined
}

/** Puts the words of the reader's language into the page's HTML, which is written in Chinese. */
export function translatePage() {
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en'
  for (const node of document.querySelectorAll('[data-say]')) node.textContent = say(node.dataset.say)
  for (const node of document.querySelectorAll('[data-say-placeholder]'))
    node.placeholder = say(node.dataset.sayPlaceholder)
  for (const node of document.querySelectorAll('[data-say-label]'))
    node.setAttribute('aria-label', say(node.dataset.sayLabel))
}

export function switchLanguage() {
  try {
    localStorage.setItem(KEPT_AS, language() === 'zh' ? 'en' : 'zh')
  } catch {
    // Storage may be forbidden; the page then follows the browser.
  }
  location.reload()
}

function kept() {
  try {
    return localStorage.getItem(KEPT_AS)
  } catch {
    return null
  }
}
