// How does an answer look on a terminal? Its text, what checking found, and the sources with their permalinks.
import type { Answer, AnsweredAnswer, Citation, Claim, RefusedAnswer } from '../../answer/answer.ts'
import type { Passage } from '../../search/passage.ts'
import type { Words } from '../language.ts'
import { bold, clipToWidth, dim, displayWidth, printable, wrapLines } from './wrapped-text.ts'

export interface AnswerViewOptions {
  readonly columns: number
  /** Bold and dim marks. */
  readonly isStyled: boolean
  say(words: Words): string
}

const INDENT = '    '
/** Nearest passages shown with a refusal; `wenbao search` shows more. */
const MOST_NEAREST = 3

/** The whole of it. */
export function answerText(answer: Answer, options: AnswerViewOptions): string {
  if (answer.kind === 'refused') return refusalText(answer, options)
  return [wrapped(answer.text, '', options), proofText(answer, options)].filter(Boolean).join('\n\n')
}

/** What stands below an answer's text: the sources, and every claim that they don't bear out. */
export function proofText(answer: AnsweredAnswer, options: AnswerViewOptions): string {
  const doubts = answer.claims.filter(({ verdict }) => verdict !== 'supported')
  return [
    ...answer.citations.map((citation) => citationBlock(citation, options)),
    ...doubts.map((claim) => doubtBlock(claim, options)),
  ].join('\n\n')
}

function citationBlock(citation: Citation, options: AnswerViewOptions): string {
  const { n, title, sectionPath, quote, url, page } = citation
  const sections = sectionPath[0] === title ? sectionPath : [title, ...sectionPath]
  const place = page === undefined ? '' : options.say({ en: ` (page ${page})`, zh: `（第 ${page} 页）` })
  return [
    `[${n}] ${strong(printable(sections.join(' > ')), options)}${place}`,
    wrapped(quote, INDENT, options),
    INDENT + faint(printable(url), options),
  ].join('\n')
}

function doubtBlock({ verdict, text, reasons }: Claim, options: AnswerViewOptions): string {
  const verdicts: Readonly<Record<Claim['verdict'], Words>> = {
    supported: { en: 'supported', zh: '有据' },
    partial: { en: 'partly supported', zh: '部分有据' },
    unsupported: { en: 'not supported', zh: '无据' },
    contradicted: { en: 'contradicted', zh: '与原文不符' },
  }
  const missed = reasons.filter(({ found }) => !found).map(({ detail }) => detail)
  return [
    `! ${strong(options.say(verdicts[verdict]), options)}: ${printable(text)}`,
    ...missed.map((detail) => INDENT + printable(detail)),
  ].join('\n')
}

function refusalText(refusal: RefusedAnswer, options: AnswerViewOptions): string {
  const { say } = options
  const blocks = [wrapped(refusal.message, '', options)]
  const { choices = [], nearest } = refusal
  if (choices.length > 0) {
    const lines = choices.map(({ name, title }, i) => `  ${i + 1}. ${printable(name)}  ${printable(title)}`)
    blocks.push([say({ en: 'Which one do you mean?', zh: '您问的是哪一家？' }), ...lines].join('\n'))
  }
  if (nearest.length > 0) {
    const shown = nearest.slice(0, MOST_NEAREST).map((passage) => nearestBlock(passage, options))
    blocks.push([say({ en: 'Nearest passages:', zh: '最接近的段落：' }), ...shown].join('\n'))
  }
  return blocks.join('\n\n')
}

function nearestBlock({ document, sectionPath, text }: Passage, options: AnswerViewOptions): string {
  const width = options.columns - displayWidth(INDENT)
  return [
    `  - ${strong(printable(sectionPath.join(' > ') || document.title), options)}`,
    INDENT + faint(clipToWidth(printable(text), width), options),
  ].join('\n')
}

function wrapped(text: string, indent: string, { columns }: AnswerViewOptions): string {
  const lines = text.split('\n').map(printable).join('\n')
  return wrapLines(lines, columns - displayWidth(indent))
    .map(({ start, end }) => indent + lines.slice(start, end))
    .join('\n')
}

function strong(text: string, { isStyled }: AnswerViewOptions): string {
  return isStyled ? bold(text) : text
}

function faint(text: string, { isStyled }: AnswerViewOptions): string {
  return isStyled ? dim(text) : text
}
