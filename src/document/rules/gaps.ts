// Which short lines are captions only by the room around them? A gap where a picture was, or a missing indent.
import { type Draft, isHeading, nextContent, settle, startsAfresh } from '../draft.ts'
import { isPlainLine, isText } from './plain-lines.ts'

/** Blank lines before a line that show where a picture stood. */
const PICTURE_GAP = 3

interface Lone {
  readonly index: number
  readonly isAfterGap: boolean
  readonly isFlush: boolean
  readonly headsText: boolean
}

export function captionsByRoom(draft: Draft): void {
  const lones = findLones(draft)
  const settled = draft.verdicts.flatMap((v, i) => (isHeading(v) && v?.kind !== 'title' ? [i] : []))
  const plainHeads = lones.filter((l) => !l.isAfterGap && !l.isFlush && l.headsText).length
  const hasHeadings = settled.length > 0 || plainHeads >= 2

  const afterGap = lones.filter((lone) => lone.isAfterGap)
  if (hasHeadings || !areHeadings(afterGap)) {
    for (const { index } of afterGap) {
      settle(draft, index, { kind: 'caption', rule: 'caption-gap', guessed: true })
    }
  }
  // Headings that are flush themselves take the meaning from a missing indent.
  const indented = settled.filter((i) => (draft.blocks[i]?.indent ?? 0) >= draft.traits.bodyIndent).length
  const headingsAreIndented = settled.length > 0 ? indented > 0.7 * settled.length : plainHeads >= 2
  const flush = lones.filter((lone) => lone.isFlush)
  if (headingsAreIndented && (settled.length > 0 || !areHeadings(flush))) {
    for (const { index } of flush) {
      settle(draft, index, { kind: 'caption', rule: 'caption-indent', guessed: true })
    }
  }
}

function findLones(draft: Draft): Lone[] {
  const { blocks, traits } = draft
  return blocks.flatMap((block, index) => {
    if (!isPlainLine(draft, index)) return []
    const isGap = block.blanksBefore >= Math.max(PICTURE_GAP, traits.bodyGap + 2)
    const next = nextContent(draft, index)
    return [
      {
        index,
        isAfterGap: isGap || (block.spaceOnlyBefore && !traits.spaceOnlyIsUsual),
        isFlush: traits.bodyIndent > 0 && block.indent === 0,
        headsText: startsAfresh(draft, index) && next >= 0 && isText(draft, next),
      },
    ]
  })
}

/** Nearly all of them stand above a paragraph: that is how the headings of this file look. */
function areHeadings(lones: readonly Lone[]): boolean {
  const heads = lones.filter((lone) => lone.headsText).length
  return heads >= 2 && heads >= 0.8 * lones.length
}
