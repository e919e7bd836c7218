// What does an answer say as one text? Its words with their marks, then, where wanted, links; a refusal says why and what else.
import type { Answer, RefusedAnswer } from '../../answer/answer.ts'
import type { Language } from '../../text/language.ts'
import { type Link, labelOf, passageResults } from './evidence.ts'
import { linkList } from './source-list.ts'

export interface Wording {
  readonly listsSources: boolean
  /** Of the headings above links. */
  readonly language: Language
  readonly link: Link
}

export interface Content {
  /** What the answer itself says; of a streamed one, its deltas together. */
  readonly words: string
  /** Stands behind them. */
  readonly links: string
}

export function contentOf(answer: Answer, wording: Wording): Content {
  if (answer.kind === 'refused') return refusalContent(answer, wording)
  const { listsSources, language, link } = wording
  const sources = answer.citations
    .toSorted((a, b) => a.n - b.n)
    .map((citation) => ({ n: citation.n, title: labelOf(citation), url: link(citation.url) }))
  return { words: answer.text, links: listsSources ? linkList('sources', sources, language) : '' }
}

/** Choices stand in every refusal: without them nobody knows how to go on. */
function refusalContent(
  { message, choices = [], nearest }: RefusedAnswer,
  { listsSources, language, link }: Wording,
): Content {
  const chosen = choices.map(({ name, documentId, title }) => ({
    title: `${name}（${title}）`,
    url: link(`/d/${documentId}`),
  }))
  const near = listsSources ? linkList('nearest', passageResults(nearest, link), language) : ''
  return { words: message, links: linkList('choices', chosen, language) + near }
}
