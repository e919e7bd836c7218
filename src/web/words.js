// Every word that the pages say, in Chinese and in English.

const WORDS = {
  name: { zh: '问报', en: 'wenbao' },
  headline: { zh: '向报告提问，看原文怎么说', en: 'Ask the reports, read what they say' },
  question: { zh: '问题', en: 'Question' },
  placeholder: {
    zh: '例如：这一年的门诊量是多少？',
    en: 'For example: how many outpatient visits were there?',
  },
  followUp: { zh: '接着问，例如：那上一年呢？', en: 'Ask on, for example: and the year before?' },
  ask: { zh: '提问', en: 'Ask' },
  search: { zh: '查找', en: 'Search' },
  mode: { zh: '提问还是查找', en: 'Ask or search' },
  modeAsk: { zh: '回答', en: 'Answer' },
  modeSearch: { zh: '只找原文', en: 'Passages only' },
  stop: { zh: '停止', en: 'Stop' },
  history: {
    zh: (count) => `接着前面的 ${count} 个问题往下问`,
    en: (count) => `Goes on from ${count} earlier question${count === 1 ? '' : 's'}`,
  },
  forget: { zh: '换个话题', en: 'New topic' },
  answering: { zh: (count) => `查到 ${count} 段，正在作答…`, en: (count) => `${count} passages, answering…` },
  stopped: { zh: '已停止。', en: 'Stopped.' },
  source: { zh: (n, title) => `出处 ${n}：${title}`, en: (n, title) => `Source ${n}: ${title}` },
  partial: { zh: '部分有据', en: 'partly supported' },
  unsupported: { zh: '无据', en: 'not supported' },
  contradicted: { zh: '与原文不符', en: 'contradicted' },
  'origin-extract': { zh: '摘自报告原文', en: 'Sentences of the reports' },
  'origin-collection': { zh: '出自报告目录', en: 'From the list of reports' },
  'origin-model': { zh: '由语言模型撰写', en: 'Written by a language model' },
  allChecked: { zh: '每句均已对照原文核对', en: 'every sentence checked against its source' },
  removed: { zh: (count) => `核对时去掉 ${count} 处`, en: (count) => `${count} taken out by checking` },
  degraded: {
    zh: (reason) => `语言模型未能作答（${reason}），以下为报告原句。`,
    en: (reason) => `The language model was of no use (${reason}); these are sentences of the reports.`,
  },
  missing: { zh: (names) => `报告中没有：${names}`, en: (names) => `Not in the reports: ${names}` },
  whichOne: { zh: '您问的是：', en: 'Which one?' },
  nearest: { zh: '最接近的段落', en: 'Nearest passages' },
  whyThese: { zh: '为何是这些段落', en: 'Why these passages' },
  searchedFor: { zh: '查找的问题', en: 'searched for' },
  carried: { zh: '承接前文', en: 'carried over' },
  questionType: { zh: '问题类型', en: 'kind of question' },
  limitedTo: { zh: '机构与年份', en: 'organisation and year' },
  confidence: { zh: '把握 / 门槛', en: 'confidence / threshold' },
  replaced: {
    zh: '这份报告后来更新过，以下是现在的内容。',
    en: 'This report was replaced since; this is what it says now.',
  },
  changed: {
    zh: '引用的这段文字后来有改动，标出的是最接近的位置。',
    en: 'The cited words were changed since; the nearest place is lit.',
  },
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
  upstream: { zh: '模型接口没有正确答复。', en: 'The model endpoint did not answer as it should.' },
  outline: { zh: '目录', en: 'Contents' },
  back: { zh: '返回提问', en: 'Back to the question' },
  skipToResults: { zh: '跳到结果', en: 'Skip to the results' },
  skipToText: { zh: '跳到正文', en: 'Skip to the text' },
  alsoKnownAs: { zh: (names) => `又称 ${names}`, en: (names) => `also ${names}` },
  footnote: {
    zh: '每句回答都对照报告原文核对，点编号可看出处。',
    en: 'Every sentence is checked against the reports; its number opens the source.',
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
function sayError(code) {
  return Object.hasOwn(WORDS, code) ? say(code) : undefined
}

/** What to tell the reader of an error that the service gave. */
export function faultWords(error) {
  return sayError(error.code) ?? [error.message, error.hint].filter(Boolean).join(' ')
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
