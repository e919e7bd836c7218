// Which short lines without number or mark are headings? Those that stand above text, in the shape of their fellows.
import { type Draft, eachOpen, nextContent, settle } from '../draft.ts'
import { chooseHeadings, findRuns } from './bare-runs.ts'

/** Longest heading without a number in a file whose headings are numbered: a longer line is rather a caption. */
const MAX_BARE_AMONG_NUMBERED = 20

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
