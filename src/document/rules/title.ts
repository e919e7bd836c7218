// Which line is the title?
import { type Draft, settle, type Verdict } from '../draft.ts'
import { isProse } from '../shape.ts'
import { isSubtitle, isTitleLike, openIndices, zoneEnd } from './front-zone.ts'
import { isByline, isHouseName } from './names.ts'

/** What papers that report call themselves; such a line is the title even below the name of the house. */
export const PAPER =
  /报告|報告|总结|總結|年报|年報|白皮书|白皮書|纪实|紀實|综述|綜述|要点|规划|規劃|计划|計畫|方案|意见|通知|公报|公報|简报|簡報|汇报|調查|调查|分析|回顾|纪要|手册|指南|问答|問答|成果|情况|办法|通报/

/** The house that issues a paper, above its title: 某某文件, 某某简报. */
const LETTERHEAD = /(?:文件|简报|簡報|内参|專刊|专刊|专报|快报|通讯|月刊|周刊|特刊|专版|專版)$/

/** Of several first-level headings, a banner and its note come first and the article's own title has the text. */
export function titleByMarkdown(draft: Draft): number | undefined {
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
export function titleByPlace(draft: Draft): number | undefined {
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
