// Of plain short lines that follow each other above a paragraph, which is the heading?
import { type Draft, isHeading, nextContent } from '../draft.ts'
import { headsText, isPlainLine, isText } from './plain-lines.ts'

/** A heading of two lines: a half of at most 8 characters above one of at most 14. */
const MAX_FIRST_HALF = 8
const MAX_SECOND_HALF = 14

/** Longest heading of a main part that stands right above the heading of its first part. */
const MAX_UPPER = 10

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

/** How the headings of this file are built, as far as their runs show it. */
interface Habit {
  /** Headings have two lines. */
  readonly inPairs: boolean
  /** Main parts have parts of their own, with a heading right below the other. */
  readonly nested: boolean
  /** How many lines have a shape. */
  readonly shapes: ReadonlyMap<string, number>
}

export function chooseHeadings(draft: Draft, runs: readonly Run[]): BareHeading[] {
  const inText = runs.filter((run) => !isInFront(draft, run))
  const singles = inText.filter((run) => run.length === 1).length
  const pairs = inText.filter((run) => isTwoLines(draft, run)).length
  const uppers = inText.filter((run) => run.length === 2 && lengthOf(draft, run[0]) <= MAX_UPPER).length
  const habit: Habit = {
    inPairs: pairs >= 2 && pairs >= singles,
    nested: uppers >= 2 && singles > 0,
    shapes: countShapes(draft, inText.flat()),
  }
  const chosen = inText.flatMap((run) => chooseInRun(draft, run, habit))
  const front = runs.filter((run) => isInFront(draft, run)).flatMap((run) => frontHeading(draft, run, chosen))
  return [...front, ...chosen]
}

function chooseInRun(draft: Draft, run: Run, habit: Habit): BareHeading[] {
  const last = run.at(-1)
  const above = run.at(-2)
  if (last === undefined) return []
  if (habit.inPairs) {
    // Where headings have two lines, a line alone is a caption that lost the room around it.
    return above !== undefined && isTwoLines(draft, run)
      ? [{ first: above, second: last, style: 'bare' }]
      : []
  }
  if (above === undefined)
    return [{ first: last, style: habit.nested && isClosing(draft, last) ? 'bare-upper' : 'bare' }]
  const [only, ...others] = run.filter((i) => (habit.shapes.get(shapeOf(draft, i)) ?? 0) >= 2)
  if (only !== undefined && others.length === 0) return [{ first: only, style: 'bare' }]
  if (run.length > 2) return []
  const below: BareHeading = { first: last, style: 'bare' }
  const isUpper = habit.nested && lengthOf(draft, above) <= MAX_UPPER
  return isUpper ? [{ first: above, style: 'bare-upper' }, below] : [below]
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
  const [i, k] = run.slice(-2)
  if (i === undefined || k !== i + 1) return false
  const first = draft.blocks[i]
  const second = draft.blocks[k]
  if (first === undefined || second === undefined) return false
  const areHalves = first.text.length <= MAX_FIRST_HALF && second.text.length <= MAX_SECOND_HALF
  return areHalves && !/\s/.test(first.text) && second.blanksBefore <= 2
}

function lengthOf(draft: Draft, index: number | undefined): number {
  return draft.blocks[index ?? -1]?.text.length ?? 0
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
