// Of plain short lines that follow each other above a paragraph, which is the heading?
import { type Draft, isHeading, nextContent } from '../draft.ts'
import { headsText, isPlainLine, isText } from './bare-headings.ts'

/** A heading of two lines: a half of at most 8 characters above one of at most 14. */
const MAX_FIRST_HALF = 8
const MAX_SECOND_HALF = 14

export interface BareHeading {
  readonly first: number
  /** Second line of a two-line heading. */
  readonly second?: number
  readonly style: string
}

/** Plain lines that follow each other; the last one stands above text. */
type Run = readonly number[]

export function findRuns(draft: Draft): Run[] {
  const runs: Run[] = []
  let open: number[] = []
  for (let i = 0; i < draft.blocks.length; i++) {
    if (!isPlainLine(draft, i)) {
      if (draft.verdicts[i]?.kind !== 'caption' && draft.verdicts[i]?.kind !== 'boilerplate') open = []
      continue
    }
    open.push(i)
    const next = nextContent(draft, i)
    if (next >= 0 && isPlainLine(draft, next)) continue
    if (open.length > 1 ? standsAbove(draft, i) : headsText(draft, i)) runs.push(open)
    open = []
  }
  return runs
}

/** As `headsText`, for a line that follows other plain lines and so never follows a full sentence. */
function standsAbove(draft: Draft, index: number): boolean {
  const next = nextContent(draft, index)
  return next >= 0 && draft.verdicts[next] === undefined && isText(draft, next)
}

export function chooseHeadings(draft: Draft, runs: readonly Run[]): BareHeading[] {
  const inText = runs.filter((run) => !isInFront(draft, run))
  const counts = countShapes(draft, inText.flat())
  const pairs = inText.filter((run) => run.length >= 2 && isTwoLines(draft, run))
  const singles = inText.filter((run) => run.length === 1).length
  const hasPairs = pairs.length >= 2 && pairs.length >= singles
  const nested = inText.filter((run) => run.length === 2).length >= 2 && singles > 0
  const chosen = inText.flatMap((run) => {
    const last = run.at(-1)
    const above = run.at(-2)
    if (last === undefined) return []
    if (hasPairs && above !== undefined && isTwoLines(draft, run))
      return [{ first: above, second: last, style: 'bare' }]
    if (above === undefined)
      return [{ first: last, style: nested && isClosing(draft, last) ? 'bare-upper' : 'bare' }]
    const alike = run.filter((i) => (counts.get(shapeOf(draft, i)) ?? 0) >= 2)
    const [only] = alike
    if (alike.length === 1 && only !== undefined) return [{ first: only, style: 'bare' }]
    if (run.length === 2 && nested)
      return [
        { first: above, style: 'bare-upper' },
        { first: last, style: 'bare' },
      ]
    return run.length === 2 ? [{ first: last, style: 'bare' }] : []
  })
  const front = runs.filter((run) => isInFront(draft, run)).flatMap((run) => frontHeading(draft, run, chosen))
  return [...front, ...chosen]
}

/** Parts that end a report and so stand beside its other main parts, even where they have no parts of their own. */
function isClosing(draft: Draft, index: number): boolean {
  return /问题|不足|困难|短板|下一?步|今后|打算|展望|建议|体会|启示|經驗|問題|檢討/.test(
    draft.blocks[index]?.text ?? '',
  )
}

/** No paragraph stands before the run: its last line may be a heading, or a slogan below the title. */
function isInFront(draft: Draft, run: Run): boolean {
  for (let i = (run[0] ?? 0) - 1; i >= 0; i--) {
    const verdict = draft.verdicts[i]
    if (verdict === undefined || (isHeading(verdict) && verdict.kind !== 'title')) return false
  }
  return true
}

/** A line right below the title is a heading when it has the shape, room and indent of the later ones. */
function frontHeading(draft: Draft, run: Run, later: readonly BareHeading[]): BareHeading[] {
  const last = run.at(-1)
  const block = last === undefined ? undefined : draft.blocks[last]
  if (last === undefined || block === undefined || later.some((h) => h.second !== undefined)) return []
  const fellows = later.map((heading) => draft.blocks[heading.first]).filter((fellow) => fellow !== undefined)
  const lengths = fellows.map((fellow) => fellow.text.length)
  const words = fellows.map((fellow) => fellow.text.split(/\s+/).length)
  const fits =
    fellows.length >= 2 &&
    block.text.length >= Math.min(...lengths) - 1 &&
    block.text.length <= Math.max(...lengths) + 1 &&
    words.every((count) => count === block.text.split(/\s+/).length) &&
    fellows.every((fellow) => fellow.indent === block.indent)
  const after = draft.blocks[nextContent(draft, last)]?.blanksBefore ?? 0
  const hasRoom = block.blanksBefore > after && fellows.every((f) => f.blanksBefore === block.blanksBefore)
  return fits || (hasRoom && fellows.length >= 2) ? [{ first: last, style: 'bare' }] : []
}

function isTwoLines(draft: Draft, run: Run): boolean {
  const first = draft.blocks[run.at(-2) ?? -1]
  const second = draft.blocks[run.at(-1) ?? -1]
  if (first === undefined || second === undefined) return false
  const areHalves = first.text.length <= MAX_FIRST_HALF && second.text.length <= MAX_SECOND_HALF
  return areHalves && !/\s/.test(first.text) && second.blanksBefore <= 2
}

/** Lengths of the words of a line that has several: headings of one file are often built alike (4+7). */
function shapeOf(draft: Draft, index: number): string {
  return (draft.blocks[index]?.text ?? '')
    .split(/\s+/)
    .map((word) => word.length)
    .join('+')
}

function countShapes(draft: Draft, indices: readonly number[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const index of indices) {
    const shape = shapeOf(draft, index)
    if (shape.includes('+')) counts.set(shape, (counts.get(shape) ?? 0) + 1)
  }
  return counts
}
