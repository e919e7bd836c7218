// Shows an answer: its text with chips that open what it cites, what checking found, the sources, or why there is none.
import { answerPieces } from './answer-pieces.js'
import { element } from './elements.js'
import { passageItems } from './results.js'
import { say } from './words.js'

/** Of the reports and of answers from them, whatever the page speaks. */
const REPORT_LANGUAGE = 'zh-CN'

/** @param {string} text so far @param {object[]} claims checked so far */
export function textNodes(text, claims) {
  const cited = new Map(
    claims.flatMap(({ citations }) => citations).map((citation) => [citation.n, citation]),
  )
  return answerPieces(text, claims).map((piece) => {
    if (piece.cites !== undefined) return chip(piece.cites, cited.get(piece.cites))
    const verdict = claims[piece.claim]?.verdict ?? 'supported'
    if (verdict === 'supported') return piece.text
    const mark = element('span', { class: 'verdict' }, say(verdict))
    return element('span', { class: `claim is-${verdict}` }, piece.text, mark)
  })
}

function chip(n, citation) {
  const text = String(n)
  if (citation === undefined) return element('span', { class: 'cite' }, text)
  const { title, sectionPath, quote, url } = citation
  const where = [...new Set([title, ...sectionPath])].join(' › ')
  return element(
    'a',
    { class: 'cite', href: url, title: `${where}\n${quote}`, 'aria-label': say('source', n, title) },
    text,
  )
}

/** What stands below the text of a finished answer. */
export function proofNodes(answer) {
  const doubted = answer.claims.filter(({ verdict }) => verdict !== 'supported')
  return [
    answer.degraded && element('p', { class: 'notice' }, say('degraded', answer.degraded.reason)),
    doubted.length > 0 ? element('ul', { class: 'doubts' }, ...doubted.map(doubtItem)) : undefined,
    element('p', { class: 'checked' }, checkedWords(answer, doubted.length)),
    answer.citations.length > 0
      ? element('ol', { class: 'sources' }, ...answer.citations.map(sourceItem))
      : undefined,
    whyDetails(answer.trace, answer.passages),
  ].filter(Boolean)
}

function doubtItem({ verdict, text, reasons }) {
  const missed = reasons.filter(({ found }) => !found).map(({ detail }) => detail)
  return element(
    'li',
    { class: `is-${verdict}` },
    element('span', { class: 'verdict' }, say(verdict)),
    element('q', { lang: REPORT_LANGUAGE }, text),
    element('span', { class: 'reason' }, missed.join(' ')),
  )
}

function checkedWords({ origin, claims, removed }, doubts) {
  const taken = removed ? removed.numbers + removed.citations + removed.sentences : 0
  return [
    say(`origin-${origin}`),
    ...(claims.length > 0 && doubts === 0 ? [say('allChecked')] : []),
    ...(taken > 0 ? [say('removed', taken)] : []),
  ].join(' · ')
}

function sourceItem({ n, title, sectionPath, quote, url }) {
  const sections = sectionPath[0] === title ? sectionPath.slice(1) : sectionPath
  return element(
    'li',
    {},
    element(
      'a',
      { class: 'source', href: url, lang: REPORT_LANGUAGE },
      element('span', { class: 'cite', 'aria-hidden': 'true' }, String(n)),
      element(
        'span',
        { class: 'from' },
        element('span', {}, title),
        ...sections.map((section) => element('span', { class: 'section' }, section)),
      ),
      element('span', { class: 'cited' }, quote),
    ),
  )
}

/** @param {object} refusal @param {(choice: { name: string, documentId: string }) => void} choose asks again about that one */
export function refusalNodes({ message, missing, choices = [], nearest, trace }, choose) {
  const buttons = choices.map((choice) =>
    element(
      'button',
      { type: 'button', class: 'chip', title: choice.title, onclick: () => choose(choice) },
      choice.name,
    ),
  )
  return [
    element('p', { class: 'refusal', lang: REPORT_LANGUAGE }, message),
    missing.length > 0 ? element('p', { class: 'checked' }, say('missing', missing.join('、'))) : undefined,
    buttons.length > 0 ? element('p', { class: 'choices' }, say('whichOne'), ...buttons) : undefined,
    nearest.length > 0 ? element('h3', { class: 'nearest-head' }, say('nearest')) : undefined,
    nearest.length > 0
      ? element('ol', { class: 'results' }, ...passageItems({ passages: nearest }))
      : undefined,
    whyDetails(trace, []),
  ].filter(Boolean)
}

/** What was searched for, how sure it is, and all passages that were found. */
function whyDetails(trace, passages) {
  if (trace === undefined && passages.length === 0) return undefined
  const facts = trace
    ? [
        [say('searchedFor'), trace.question],
        [say('carried'), trace.carried.join('、')],
        [say('questionType'), trace.questionType],
        [say('limitedTo'), [...trace.routing.organisations, ...trace.routing.years].join('、')],
        [say('confidence'), `${trace.confidence.toFixed(2)} / ${trace.threshold.toFixed(2)}`],
      ].filter(([, value]) => value !== '')
    : []
  return element(
    'details',
    { class: 'trace' },
    element('summary', {}, say('whyThese')),
    element(
      'dl',
      {},
      ...facts.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]),
    ),
    element('ol', { class: 'results' }, ...passageItems({ passages })),
  )
}
