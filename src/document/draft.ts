// What was decided so far? The blocks of a file with a verdict each; rules fill it in, the first to decide wins.
import { endsSentence } from '../text/punctuation.ts'
import type { Block } from './blocks.ts'
import type { BoilerplateKind, SectionRole } from './document.ts'
import type { Traits } from './traits.ts'

/** What makes two headings of a file look alike; headings of one style stand on one level. */
export type HeadingStyle = string

export type Verdict =
  | { readonly kind: 'boilerplate'; readonly boilerplate: BoilerplateKind; readonly rule: string }
  | { readonly kind: 'caption'; readonly rule: string; readonly guessed: boolean }
  | { readonly kind: 'title'; readonly rule: string; readonly heading: string }
  | {
      readonly kind: 'heading'
      readonly rule: string
      readonly heading: string
      readonly style: HeadingStyle
      /** Fixed by the source or by an override; otherwise ranked by style. */
      readonly level?: number
      readonly role?: SectionRole
    }
  /** The heading is the beginning of the block: its characters up to `headLength`. */
  | {
      readonly kind: 'run-in'
      readonly rule: string
      readonly heading: string
      readonly style: HeadingStyle
      readonly headLength: number
      readonly level?: number
    }
  /** A further line of the heading before it. */
  | { readonly kind: 'heading-rest'; readonly rule: string }
  | { readonly kind: 'note'; readonly rule: string; readonly note: NoteKind }
  | { readonly kind: 'table'; readonly rule: string }
  | { readonly kind: 'body'; readonly rule: string }

export type NoteKind = 'subtitle' | 'byline' | 'date' | 'kicker' | 'signature' | 'organisation' | 'footnote'

export interface Draft {
  /** The normalised text. */
  readonly source: string
  readonly blocks: readonly Block[]
  readonly traits: Traits
  /** One per block; undefined while open. */
  readonly verdicts: (Verdict | undefined)[]
}

export type Rule = (draft: Draft) => void

/** Records a verdict unless an earlier rule has already decided. */
export function settle(draft: Draft, index: number, verdict: Verdict): void {
  draft.verdicts[index] ??= verdict
}

export function isOpen(draft: Draft, index: number): boolean {
  return index >= 0 && index < draft.blocks.length && draft.verdicts[index] === undefined
}

/** Calls `visit` for every block without a verdict, in order; verdicts given on the way are seen. */
export function eachOpen(draft: Draft, visit: (block: Block, index: number) => void): void {
  for (const [index, block] of draft.blocks.entries()) if (isOpen(draft, index)) visit(block, index)
}

/** The next block that isn't a caption or boilerplate; -1 at the end. */
export function nextContent(draft: Draft, index: number): number {
  for (let i = index + 1; i < draft.blocks.length; i++) if (!isAside(draft.verdicts[i])) return i
  return -1
}

/** The block before that isn't a caption or boilerplate; -1 at the beginning. */
export function previousContent(draft: Draft, index: number): number {
  for (let i = index - 1; i >= 0; i--) if (!isAside(draft.verdicts[i])) return i
  return -1
}

function isAside(verdict: Verdict | undefined): boolean {
  return verdict?.kind === 'caption' || verdict?.kind === 'boilerplate'
}

export function isHeading(verdict: Verdict | undefined): boolean {
  return (
    verdict?.kind === 'heading' ||
    verdict?.kind === 'run-in' ||
    verdict?.kind === 'title' ||
    verdict?.kind === 'heading-rest'
  )
}

/** The sentence before this block is over: a heading, a note or a line that stops for good stands there, or nothing. */
export function startsAfresh(draft: Draft, index: number): boolean {
  const before = previousContent(draft, index)
  if (before < 0 || (isHeading(draft.verdicts[before]) && draft.verdicts[before]?.kind !== 'run-in'))
    return true
  const verdict = draft.verdicts[before]
  if (verdict?.kind === 'note' || verdict?.kind === 'table') return true
  return endsSentence(draft.blocks[before]?.text ?? '')
}
