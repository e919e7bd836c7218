// What does Markdown itself say? ATX, setext and bold headings, and signs that hold no words.
import { firstSentenceMark } from '../../text/punctuation.ts'
import { type Draft, eachOpen, isOpen, nextContent, settle } from '../draft.ts'
import { isProse, isSeparator, isShort, MAX_TESTED } from '../shape.ts'
import { parseNumbering } from './numbering.ts'

const ATX = /^(#{1,6})\s*(?=[^#\s])(.*?)\s*#*$/

const BOLD = /^(?:#{1,6}\s*)?(\*\*|__)(?=\S)(.{1,80}?)\1[。]?$/

/** A bold beginning and then text: `**要点。** …` or `**要点**：…`. */
const BOLD_HEAD = /^(\*\*|__)(?=\S)(.{1,40}?)\1/

export function markdownHeadings(draft: Draft): void {
  codeFences(draft)
  atxHeadings(draft)
  setextHeadings(draft)
  separators(draft)
  boldHeadings(draft)
  boldRunIns(draft)
}

/** Lines between ``` fences stand as they are; the fences are marks only. */
function codeFences(draft: Draft): void {
  const fences = draft.blocks.flatMap((block, i) => (/^(?:```|~~~)/.test(block.text) ? [i] : []))
  for (let k = 0; k + 1 < fences.length; k += 2) {
    const from = fences[k] ?? 0
    const to = fences[k + 1] ?? 0
    settle(draft, from, { kind: 'boilerplate', boilerplate: 'running', rule: 'fence' })
    settle(draft, to, { kind: 'boilerplate', boilerplate: 'running', rule: 'fence' })
    for (let i = from + 1; i < to; i++) settle(draft, i, { kind: 'table', rule: 'fenced' })
  }
}

function atxHeadings(draft: Draft): void {
  eachOpen(draft, (block, i) => {
    if (block.text.length > MAX_TESTED) return
    const match = ATX.exec(block.text)
    // `#话题#` is a tag of a social network.
    if (match === null || /^#[^#\s]{1,30}#/.test(block.text)) return
    const heading = unmarked(match[2] ?? '')
    if (heading === '') return
    settle(draft, i, { kind: 'heading', rule: 'atx', heading, style: `atx-${match[1]?.length ?? 1}` })
  })
}

function setextHeadings(draft: Draft): void {
  eachOpen(draft, (block, i) => {
    const match = /^(=|-)\1{2,}$/.exec(block.text)
    const above = draft.blocks[i - 1]
    if (match === null || above === undefined || block.blanksBefore > 0 || !isOpen(draft, i - 1)) return
    if (!isShort(above.text, 60) || above.cells > 1) return
    const style = match[1] === '=' ? 'atx-1' : 'atx-2'
    settle(draft, i - 1, { kind: 'heading', rule: 'setext', heading: unmarked(above.text), style })
    settle(draft, i, { kind: 'heading-rest', rule: 'setext' })
  })
}

function separators(draft: Draft): void {
  eachOpen(draft, (block, i) => {
    const isComment = /^<!--.{0,190}-->$/.test(block.text)
    if (block.text === '' || isSeparator(block.text) || isComment) {
      settle(draft, i, { kind: 'boilerplate', boilerplate: 'running', rule: 'separator' })
    }
  })
}

/** A line that is bold from end to end heads what follows, unless it is a sentence. */
function boldHeadings(draft: Draft): void {
  eachOpen(draft, (block, i) => {
    const match = block.text.length <= MAX_TESTED ? BOLD.exec(block.text) : null
    const inner = match?.[2] ?? ''
    if (match === null || inner.includes('**') || !isShort(inner.replace(/[：:。]$/, ''))) return
    if (nextContent(draft, i) < 0) return
    const heading = unmarked(inner)
    // Numbers say more about the level than being bold does.
    const style = parseNumbering(heading)?.family ?? 'bold'
    settle(draft, i, { kind: 'heading', rule: 'bold', heading, style })
  })
}

/** Bold beginnings are heads when the file has at least two of them. */
function boldRunIns(draft: Draft): void {
  const heads: { index: number; heading: string; headLength: number }[] = []
  eachOpen(draft, (block, index) => {
    const match = BOLD_HEAD.exec(block.text.slice(0, 60))
    if (match === null || !isProse(block.text)) return
    const inner = match[2] ?? ''
    const isHead = /[。：:]$/.test(inner) || /^[：:。]/.test(block.text.slice(match[0].length))
    const heading = unmarked(inner).replace(/[。：:]$/, '')
    if (isHead && heading !== '' && firstSentenceMark(heading) < 0) {
      heads.push({ index, heading, headLength: match[0].length })
    }
  })
  if (heads.length < 2) return
  for (const { index, heading, headLength } of heads) {
    settle(draft, index, { kind: 'run-in', rule: 'bold-head', heading, style: 'bold-head', headLength })
  }
}

/** Heading text without the marks of emphasis and links around it. */
function unmarked(text: string): string {
  return text
    .replace(/\[([^\]]{1,80})\]\([^)]{0,300}\)/g, '$1')
    .replace(/(\*\*|__)(.+?)\1/g, '$2')
    .replace(/^[*_]{1,3}|[*_]{1,3}$/g, '')
    .trim()
}
