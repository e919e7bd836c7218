// What stands above the first paragraph? Title, banner of a series, subtitle, byline, day, and lines that only adorn.

import { holdsSentenceMark } from '../../text/punctuation.ts'
import { findDate, isDateLine } from '../dates.ts'
import { type Draft, isOpen, type NoteKind, settle, type Verdict } from '../draft.ts'
import { isBullet, isProse } from '../shape.ts'
import { isByline, isLoneName, isPaperNumber } from './names.ts'

/** Longest title on one line. */
const MAX_TITLE = 80

/** What papers that report call themselves; such a line is the title even below the name of the house. */
export const PAPER =
  /报告|報告|总结|總結|年报|年報|白皮书|白皮書|纪实|紀實|综述|綜述|要点|规划|規劃|计划|計畫|方案|意见|通知|公报|公報|简报|簡報|汇报|調查|调查|分析|回顾|纪要|手册|指南|问答|問答|成果|情况|办法|通报/

/** The house that issues a paper, above its title: 某某文件, 某某简报. */
const LETTERHEAD = /(?:文件|简报|簡報|内参|專刊|专刊|专报|快报|通讯|月刊|周刊|特刊|专版|專版)$/

export function frontPart(draft: Draft): void {
  const title = titleByMarkdown(draft) ?? titleByPlace(draft)
  if (title !== undefined) notesBelow(draft, title)
}

/** Of several first-level headings, a banner and its note come first and the article's own title has the text. */
function titleByMarkdown(draft: Draft): number | undefined {
  const tops = draft.verdicts.flatMap((v, i) => (v?.kind === 'heading' && v.style === 'atx-1' ? [i] : []))
  const [first, second] = tops
  if (first === undefined || hasOwnTitleAbove(draft, first)) return undefined
  const isBanner = second !== undefined && tops.length === 2 && isLongerBelow(draft, first, second)
  const title = isBanner ? second : first
  if (isBanner) retitle(draft, first, 'series')
  retitle(draft, title, 'title')
  return title
}

function hasOwnTitleAbove(draft: Draft, top: number): boolean {
  const above = openIndices(draft, 0, top).map((i) => draft.blocks[i]?.text ?? '')
  return (
    above.some((text) => isTitleLike(text)) &&
    !above.some(isProse) &&
    above.length <= 3 &&
    isNumberedTop(draft, top)
  )
}

function isNumberedTop(draft: Draft, top: number): boolean {
  return /^#?\s*(?:第.{1,4}[章节節编編篇部]|[一二三四五六七八九十]+、|\d{1,2}[.、\s])/.test(
    draft.blocks[top]?.text ?? '',
  )
}

/** Below the second heading stands a byline or subtitle, or more than twice the text that stands below the first. */
function isLongerBelow(draft: Draft, first: number, second: number): boolean {
  const after = draft.blocks[second + 1]?.text ?? ''
  if (isSubtitle(after) || isByline(after)) return true
  const between = charactersIn(draft, first, second)
  return charactersIn(draft, second, draft.blocks.length) > 2 * between && between < 600
}

function charactersIn(draft: Draft, from: number, to: number): number {
  let sum = 0
  for (let i = from + 1; i < to; i++) sum += draft.blocks[i]?.text.length ?? 0
  return sum
}

function retitle(draft: Draft, index: number, role: 'series' | 'title'): void {
  const old = draft.verdicts[index]
  if (old?.kind !== 'heading') return
  const changed: Verdict =
    role === 'title'
      ? { kind: 'title', rule: `${old.rule}-title`, heading: old.heading }
      : { ...old, rule: `${old.rule}-series`, level: 1, role: 'series' }
  draft.verdicts[index] = changed
}

/** The first short line above the text, unless a line below it calls itself a report and it is only a letterhead. */
function titleByPlace(draft: Draft): number | undefined {
  const zone = openIndices(draft, 0, zoneEnd(draft, 0))
  const candidates = zone.filter((i) => isTitleLike(draft.blocks[i]?.text ?? ''))
  const [first] = candidates
  if (first === undefined) return titleFromHeading(draft)
  const firstText = draft.blocks[first]?.text ?? ''
  const better = candidates.slice(1, 4).find((i) => PAPER.test(draft.blocks[i]?.text ?? ''))
  const isColumn = candidates.length > 1 && /^[【〖［[〔].*[】〗］\]〕]$/.test(firstText)
  const isLetterhead = LETTERHEAD.test(firstText) || (!PAPER.test(firstText) && isHouseName(firstText))
  const title = isColumn ? (candidates[1] ?? first) : better !== undefined && isLetterhead ? better : first
  const heading = (draft.blocks[title]?.text ?? '').replace(/^\*\*(.+)\*\*$/, '$1')
  settle(draft, title, { kind: 'title', rule: 'first-line', heading })
  if (title !== first) settle(draft, first, { kind: 'note', rule: 'letterhead', note: 'organisation' })
  return title
}

/** A file may begin with a bold or second-level heading that stands alone on its level: that is its title. */
function titleFromHeading(draft: Draft): number | undefined {
  const index = draft.verdicts.findIndex(
    (v) => v !== undefined && v.kind !== 'boilerplate' && v.kind !== 'caption',
  )
  const verdict = draft.verdicts[index]
  if (verdict?.kind !== 'heading' || !/^(?:atx-|bold$)/.test(verdict.style)) return undefined
  const peers = draft.verdicts.filter((v) => v?.kind === 'heading' && v.style === verdict.style)
  const others = draft.verdicts.filter((v) => v?.kind === 'heading' && v.style !== verdict.style)
  const isAbove = openIndices(draft, 0, index).length === 0
  if (!isAbove || (peers.length > 1 && !(verdict.style === 'bold' && others.length > 0))) return undefined
  retitle(draft, index, 'title')
  return index
}

function isHouseName(text: string): boolean {
  return (
    text.length <= 24 &&
    /(?:[局厅廳委部处處馆館院所站台社校团團会會司]|中心|政府|集团|集團|公司|大学|大學|中学|小学|办公室)$/.test(
      text,
    )
  )
}

function isTitleLike(text: string): boolean {
  if (text.length < 2 || text.length > MAX_TITLE || isBullet(text) || isDateLine(text)) return false
  if (isSubtitle(text) || isByline(text) || isPaperNumber(text)) return false
  if (/[，,、；;：:。]$/.test(text) || /^[（(].*[）)]$/.test(text)) return false
  return text.length <= 45 ? !/[。；;]/.test(text) : !holdsSentenceMark(text)
}

/** Lines between the title and the first paragraph: what they are when they aren't a heading. */
function notesBelow(draft: Draft, title: number): void {
  const end = zoneEnd(draft, title + 1)
  const zone = openIndices(draft, 0, end)
  for (const i of zone) {
    const text = draft.blocks[i]?.text ?? ''
    if (isProse(text)) continue
    const note = noteKind(text, i > title)
    // The last line above the text may be its heading; that is decided by the headings of the whole file.
    const isLast = i === zone.at(-1) && i > title && i === end - 1
    if (note !== undefined) settle(draft, i, { kind: 'note', rule: `front-${note}`, note })
    else if (!isLast) settle(draft, i, { kind: 'note', rule: 'front-kicker', note: 'kicker' })
  }
}

function noteKind(text: string, isBelow: boolean): NoteKind | undefined {
  if (isSubtitle(text)) return 'subtitle'
  if (isByline(text) || (isBelow && isLoneName(text))) return 'byline'
  if (isDateLine(text)) return 'date'
  if (/^[（(].*[）)]$/.test(text)) return findDate(text) === undefined ? 'kicker' : 'date'
  return isPaperNumber(text) ? 'kicker' : undefined
}

export function isSubtitle(text: string): boolean {
  return (
    /^(?:——?|--+|－－?|──?|―+)\s*[^\s—\-─]/.test(text) && text.length <= MAX_TITLE && !/[。—\-─]$/.test(text)
  )
}

/** Index of the first paragraph or heading at or after `from`. */
export function zoneEnd(draft: Draft, from: number): number {
  for (let i = from; i < draft.blocks.length; i++) {
    const verdict = draft.verdicts[i]
    if (verdict === undefined) {
      const text = draft.blocks[i]?.text ?? ''
      const isLongTitle = i === 0 && isTitleLike(text)
      if ((isProse(text) && !isLongTitle && !isSubtitle(text)) || isBullet(text)) return i
    } else if (verdict.kind === 'heading' || verdict.kind === 'run-in' || verdict.kind === 'table') {
      if (verdict.kind !== 'heading' || verdict.role !== 'series') return i
    }
  }
  return draft.blocks.length
}

function openIndices(draft: Draft, from: number, to: number): number[] {
  const open: number[] = []
  for (let i = Math.max(from, 0); i < to; i++) if (isOpen(draft, i)) open.push(i)
  return open
}
