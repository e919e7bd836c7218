// Which short lines without number or mark are headings? Those that stand above text, in the shape of their fellows.
import { endsWithColon } from '../../text/punctuation.ts'
import { type Draft, eachOpen, isOpen, nextContent, previousContent, settle, startsAfresh } from '../draft.ts'
import { isBullet, isProse, isShort } from '../shape.ts'
import { chooseHeadings, findRuns } from './bare-runs.ts'
import { goesOnFrom } from './joins.ts'

/** Longest heading without a number. */
const MAX_BARE = 36

/** The same in a file whose headings are numbered: there a longer line is rather a caption. */
const MAX_BARE_AMONG_NUMBERED = 20

/** Longest heading with a comma: two halves of eleven. */
const MAX_WITH_COMMA = 24

/** Longest heading that asks or calls: 钱从哪里来？ */
const MAX_CALL = 20

/** Headings by their words alone. */
const BY_NAME =
  /^(?:前\s*言|引\s*言|序\s*言|导\s*[言语]|導\s*言|摘\s*要|内容摘要|概\s*述|緒\s*論|绪\s*论|结\s*[语論论]|結\s*[語論]|结\s*束\s*语|后\s*记|後\s*記|附\s*[录錄]\s*[\dA-Z一二三四五六七八九十]?|参考文献|參考文獻|致\s*[谢謝])$/

/** Words that end the line under a photograph. */
const PICTURE_WORDS =
  /(?:现场|現場|合影|掠影|一角|全景|外景|留念|效果[图圖]|示意[图圖]|仪式|儀式|[资資]料[图圖]片?)$/

export function bareHeadings(draft: Draft): void {
  headingsByName(draft)
  const runs = findRuns(draft)
  const chosen = chooseHeadings(draft, runs)
  const isNumbered = draft.verdicts.some(
    (v) => v?.kind === 'run-in' || (v?.kind === 'heading' && v.role === undefined),
  )
  const fitting = chosen.filter(({ first }) => !isNumbered || fitsAmongNumbered(draft, first))
  if (fitting.length < 2) return
  for (const { first, second, style } of fitting) {
    const rest = second === undefined ? '' : ` ${draft.blocks[second]?.text ?? ''}`
    const heading = `${draft.blocks[first]?.text ?? ''}${rest}`
    const rule = second === undefined ? 'bare' : 'bare-two-lines'
    settle(draft, first, { kind: 'heading', rule, heading, style })
    if (second !== undefined) settle(draft, second, { kind: 'heading-rest', rule })
  }
}

/** An open line in the shape of a heading without number or mark. */
export function isPlainLine(draft: Draft, index: number): boolean {
  const block = draft.blocks[index]
  if (block === undefined || !isOpen(draft, index) || block.cells > 1) return false
  const { text } = block
  const isCall = text.length <= MAX_CALL && /^[^“"，,]+[？！?!]$/.test(text)
  const isLine = isShort(isCall ? text.slice(0, -1) : text, MAX_BARE)
  if (text.length < 2 || !isLine || isBullet(text) || (isProse(text) && !isCall)) return false
  if (text.length > MAX_WITH_COMMA && /[，,]/.test(text)) return false
  if (/^[（(].*[）)]$/.test(text) || /^[\d\s.,%％+-]+$/.test(text) || !/\p{L}/u.test(text)) return false
  const before = draft.blocks[previousContent(draft, index)]
  return before === undefined || !endsWithColon(before.text)
}

/** The line stands above text of its own: a paragraph, a list, a table, or the first of numbered heads. */
export function headsText(draft: Draft, index: number): boolean {
  const next = nextContent(draft, index)
  const block = draft.blocks[next]
  if (block === undefined || !startsAfresh(draft, index)) return false
  const verdict = draft.verdicts[next]
  if (verdict === undefined) return isText(draft, next) || isBullet(block.text)
  if (verdict.kind === 'table') return true
  const opensCount = /^[（(]?\s?(?:[1一①壹]|0?1)(?![\d一二三四五六七八九十])/.test(block.text)
  return (verdict.kind === 'heading' || verdict.kind === 'run-in') && opensCount
}

/** Running text begins here: prose, or a line in mid-sentence that goes on in the next one. */
export function isText(draft: Draft, index: number): boolean {
  return (
    isProse(draft.blocks[index]?.text ?? '') ||
    (isOpen(draft, index + 1) && goesOnFrom(draft, index, index + 1))
  )
}

function headingsByName(draft: Draft): void {
  eachOpen(draft, ({ text }, i) => {
    if (text.length > 60) return
    const next = nextContent(draft, i)
    if (BY_NAME.test(text) && next >= 0) {
      settle(draft, i, { kind: 'heading', rule: 'heading-name', heading: text, style: 'named', level: 2 })
    }
  })
}

function fitsAmongNumbered(draft: Draft, index: number): boolean {
  const text = draft.blocks[index]?.text ?? ''
  return text.length <= MAX_BARE_AMONG_NUMBERED && !PICTURE_WORDS.test(text)
}
