// Shows what a search found: ranked passages, what they were lit for, and why each stands where it stands.
import { element, pieceNodes } from './elements.js'
import { cutPieces } from './pieces.js'
import { say } from './words.js'

/** Of the reports, whatever the page speaks: it decides which glyphs are drawn and how they are read aloud. */
const REPORT_LANGUAGE = 'zh-CN'

/** @param result as POST /api/search gives it */
export function passageItems(result) {
  return result.passages.map((passage) => passageItem(passage, result.trace))
}

function passageItem(passage, trace) {
  const { document, range, sectionPath } = passage
  const address = `/d/${document.id}#${range.start}-${range.end}`
  // The path begins with the title, which stands above it already.
  const sections = sectionPath[0] === document.title ? sectionPath.slice(1) : sectionPath
  const facts = [document.organisation, document.date].filter((fact) => fact !== undefined)
  return element(
    'li',
    { class: 'passage' },
    element(
      'h2',
      { class: 'where', lang: REPORT_LANGUAGE },
      element('a', { href: address }, document.title),
      ...sections.map((section) => element('span', { class: 'section' }, section)),
    ),
    element(
      'p',
      { class: 'facts' },
      ...facts.map((fact) => element('span', {}, fact)),
      passage.kind === 'body' ? undefined : element('span', { class: 'kind' }, say(passage.kind)),
    ),
    element(
      'blockquote',
      { class: 'quote', lang: REPORT_LANGUAGE },
      ...pieceNodes(cutPieces(passage.text, layersOf(passage))),
    ),
    element(
      'div',
      { class: 'under' },
      element('a', { class: 'open', href: address }, say('openInText')),
      passage.signals && whyDetails(passage, trace),
    ),
  )
}

/** Words of the question stand out on top of the sentence that is nearest to it. */
function layersOf({ bestSentence, highlights }) {
  return [
    ...(bestSentence ? [{ range: bestSentence, mark: 'nearest' }] : []),
    ...highlights.map((range) => ({
      range,
      mark: bestSentence && isWithin(range, bestSentence) ? 'word nearest' : 'word',
    })),
  ]
}

function isWithin(inner, outer) {
  return outer.start <= inner.start && inner.end <= outer.end
}

function whyDetails({ signals, score }, trace) {
  const rows = ['bm25', 'similarity', 'sentenceSimilarity'].map((name) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, say(name)),
      element('td', {}, signals[name].toFixed(name === 'bm25' ? 1 : 3)),
      element('td', {}, signed(signals.z[name])),
      element('td', {}, trace ? trace.weights[name].toFixed(2) : ''),
    ),
  )
  const head = ['signalHead', 'valueHead', 'standardHead', 'weightHead']
  return element(
    'details',
    { class: 'why' },
    element('summary', {}, say('why')),
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element('tr', {}, ...head.map((key) => element('th', { scope: 'col' }, say(key)))),
      ),
      element('tbody', {}, ...rows),
    ),
    element('p', {}, `${say('boost')} ${signed(signals.boost)} · ${say('total')} ${score.toFixed(2)}`),
  )
}

function signed(number) {
  return `${number < 0 ? '−' : '+'}${Math.abs(number).toFixed(2)}`
}
