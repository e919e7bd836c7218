// Which lines are a table of contents? Their headings come again in the text, where they count.
import type { Line } from '../lines.ts'
import { isShort } from '../shape.ts'
import type { LineVerdicts } from './line-verdicts.ts'

const CONTENTS_TITLE = /^[【[（(]?\s*(?:目\s*[录錄次]|内容提要|table of contents|contents)\s*[】\]）)]?$/i

/** Dots, hyphens or blanks that lead to a page number at the end of the line. */
const LEADERS = /^(.{1,80}?)\s*(?:[.．。·…⋯•‥_]{2,}|-{3,}|—{3,}|…+)\s*[（(]?(\d{1,4})?[）)]?$/

/** An entry that leads to a place in the same Markdown file. */
const LINK = /^(?:[-*+]|\d{1,2}\.)?\s*\[[^\]]{1,80}\]\(#[^)]{0,120}\)$/

/** Longest entry. */
const MAX_ENTRY = 100

const NUMBER_AT_END = /^(.{1,80}?)\s+[（(]?(\d{1,4})[）)]?$/

export function markContents(lines: readonly Line[], found: LineVerdicts): void {
  const places = lastPlaces(lines)
  const ruleAt = (i: number, inContents: boolean) => {
    const line = lines[i]
    return line === undefined ? undefined : entryRule(line, i, places, inContents)
  }
  let inContents = false
  for (const [i, line] of lines.entries()) {
    if (found.has(i)) continue
    if (CONTENTS_TITLE.test(line.text)) {
      inContents = true
      mark(found, i, 'contents-title')
      continue
    }
    const rule = ruleAt(i, inContents)
    if (rule !== undefined) mark(found, i, rule)
    // A page's head may stand between two entries.
    else if (ruleAt(i + 1, inContents) === undefined) inContents = false
  }
  dropSoleTitles(lines, found)
}

function entryRule(
  line: Line,
  index: number,
  places: ReadonlyMap<string, number>,
  inContents: boolean,
): string | undefined {
  if (line.text.length > MAX_ENTRY) return undefined
  if (LINK.test(line.text)) return 'contents-link'
  const leaders = LEADERS.exec(line.text)
  if (leaders !== null && leaders[2] !== undefined && line.cells < 4) return 'contents-leaders'
  const comesAgain = (text: string | undefined) => (places.get(keyOf(text ?? '')) ?? -1) > index
  if (leaders !== null && comesAgain(leaders[1])) return 'contents-leaders'
  const numbered = NUMBER_AT_END.exec(line.text)
  if (numbered !== null && comesAgain(numbered[1])) return 'contents-number'
  if (!inContents) return undefined
  if (numbered !== null && isShort(line.text)) return 'contents-number'
  return isShort(line.text) && comesAgain(line.text) ? 'contents-entry' : undefined
}

/** A title 目录 that no entry follows is a line of the text. */
function dropSoleTitles(lines: readonly Line[], found: LineVerdicts): void {
  for (const i of lines.keys()) {
    const next = found.get(i + 1)
    if (found.get(i)?.rule === 'contents-title' && next?.rule.startsWith('contents') !== true) found.delete(i)
  }
}

/** Where each short line stands for the last time. */
function lastPlaces(lines: readonly Line[]): Map<string, number> {
  const places = new Map<string, number>()
  for (const [i, line] of lines.entries()) if (line.text.length <= 80) places.set(keyOf(line.text), i)
  return places
}

function keyOf(text: string): string {
  return text.replace(/^#+/, '').replace(/[\s*]/g, '')
}

function mark(found: LineVerdicts, index: number, rule: string): void {
  found.set(index, { kind: 'boilerplate', boilerplate: 'contents', rule })
}
