// Which lines are of the web page or the newspaper and not of the report?
import { type Draft, eachOpen, settle } from '../draft.ts'
import { isProse, MAX_TESTED } from '../shape.ts'
import { PAGE_PATTERNS, type PagePattern } from './web-page-patterns.ts'

/** Lines at the two ends of a file where such lines are looked for whatever their length. */
const HEAD_LINES = 10
const TAIL_LINES = 15

/** Elsewhere only a line this short is taken for one. */
const MAX_INSIDE = 40

export function webPageLines(draft: Draft): void {
  const tailStart = draft.blocks.length - TAIL_LINES
  eachOpen(draft, (block, i) => {
    const text = block.text.replace(/^(?:>\s*|\*{1,2}(?=\S))/, '')
    const isAtEnd = i < HEAD_LINES || i >= tailStart
    if (!isAtEnd && text.length > MAX_INSIDE) return
    const tested = text.slice(0, MAX_TESTED)
    const hit = PAGE_PATTERNS.find(
      ({ regex, place }) => regex.test(tested) && (place !== 'end' || i >= HEAD_LINES),
    )
    // Only notices of rights are long.
    if (hit === undefined || (text.length > MAX_TESTED && hit.kind !== 'legal')) return
    if (isSentenceOfReport(text, hit, isAtEnd)) return
    settle(draft, i, { kind: 'boilerplate', boilerplate: hit.kind, rule: hit.rule })
  })
  linksBelowText(draft)
}

/** A sentence that only begins like a publish line (“来源：主要是财政拨款……。”) and stands among the text. */
function isSentenceOfReport(text: string, { kind, rule }: PagePattern, isAtEnd: boolean): boolean {
  if (kind === 'credit' || kind === 'legal') return false
  const isSentence = /[。！？]$/.test(text) && text.length > MAX_INSIDE
  if (kind === 'publication') return isSentence || (!isAtEnd && /[，。]/.test(text))
  return isSentence && rule !== 'greeting' && rule !== 'follow'
}

/** What stands below the text of a web page; a line among these that no rule knows belongs to them. */
const BELOW_TEXT = new Set(['related', 'neighbour', 'page-tool', 'notice', 'link', 'follow'])

/** After such lines near the end, without running text among them, all is links and addresses. */
function linksBelowText(draft: Draft): void {
  const { blocks, verdicts } = draft
  let first = -1
  for (let i = blocks.length - 1; i >= 0; i--) {
    const verdict = verdicts[i]
    if (verdict === undefined && isProse(blocks[i]?.text ?? '')) break
    if (verdict?.kind === 'boilerplate' && BELOW_TEXT.has(verdict.rule)) first = i
  }
  // Above the text there are such lines too.
  if (first < HEAD_LINES && !blocks.slice(0, Math.max(first, 0)).some(({ text }) => isProse(text))) return
  for (let i = first + 1; i < blocks.length; i++) {
    settle(draft, i, { kind: 'boilerplate', boilerplate: 'navigation', rule: 'tail-link' })
  }
}
