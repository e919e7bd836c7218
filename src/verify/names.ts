// Are the people, organisations and places of the claim those of the evidence, in the same places?
import { isFunctionWord } from './align.ts'
import { type Comparison, type Side, written } from './comparison.ts'
import { isPronoun } from './name-forms.ts'
import { type NamePiece, readName, textOf } from './name-reading.ts'
import { type Aspect, contradicted, missing, type Reason } from './reason.ts'
import type { Change, TokenRange } from './redline.ts'

const NUMERAL = /^[一二三四五六七八九十\d]$/u

export function judgeNames(comparison: Comparison, changes: readonly Change[]): Reason[] {
  return changes.flatMap((change) => {
    const ours = trimmed(comparison.claim, change.claim)
    if (ours === undefined) return []
    const mine = readName(comparison.claim, ours)
    const theirs = trimmed(comparison.evidence, besideAnchor(comparison, change, ours))
    const replaces = theirs !== undefined && change.anchored === 'both'
    const isOneForOne =
      replaces && inOneClause(comparison.claim, ours) && inOneClause(comparison.evidence, theirs)
    return (isOneForOne ? judgeReplaced(comparison, ours, mine, theirs) : judgeNew(comparison, mine)) ?? []
  })
}

function judgeReplaced(
  comparison: Comparison,
  ours: TokenRange,
  mine: NamePiece,
  theirs: TokenRange,
): Reason | undefined {
  const { claim, evidence } = comparison
  const other = readName(evidence, theirs)
  const text = written(claim, mine.range.from, mine.range.to)
  const instead = written(evidence, other.range.from, other.range.to)
  // 三院 and 四院: a numeral inside a name.
  if (NUMERAL.test(textOf(claim, ours)) && NUMERAL.test(textOf(evidence, theirs)))
    return contradicted(
      'number',
      written(claim, ours.from, ours.to + 1),
      written(evidence, theirs.from, theirs.to + 1),
    )
  if (isSameName(comparison, mine, other)) return undefined
  if (other.isOrdinary) return judgeNew(comparison, mine)
  if (isName(mine) || isName(other) || (mine.form === 'unknown' && other.form === 'unknown'))
    return contradicted(aspectOf(isName(mine) ? mine : other), text, instead)
  if (!isContent(mine) || !isContent(other) || sharesCharacter(mine.name, other.name))
    return judgeNew(comparison, mine)
  // One word of the dictionary for another may be a synonym; anything else is another name.
  const aspect: Aspect = mine.isOneWord && other.isOneWord ? 'wording' : 'name'
  return missing(aspect, text, `原文为“${instead}”，未见“${text}”`)
}

/** A name that the claim adds must be spoken of somewhere. */
function judgeNew(comparison: Comparison, mine: NamePiece): Reason | undefined {
  if (!isName(mine) || isKnown(comparison, mine.name)) return undefined
  return missing(aspectOf(mine), written(comparison.claim, mine.range.from, mine.range.to))
}

function aspectOf({ form }: NamePiece): Aspect {
  return form === 'organisation' ? 'organisation' : 'name'
}

/** `unknown` may be any word that the dictionary lacks. */
function isName({ form }: NamePiece): boolean {
  return form !== undefined && form !== 'unknown'
}

/** More than common words, and more than one character. */
function isContent({ name, isOrdinary }: NamePiece): boolean {
  return !isOrdinary && name.length > 1
}

function sharesCharacter(a: string, b: string): boolean {
  return [...a].some((character) => b.includes(character))
}

/**
 * Two names of the evidence's organisation are one, so are a short form and its full name, a pronoun and what it
 * stands for. 市三院 is short for many: where the evidence tells whose it is, only that one's names will do.
 */
function isSameName(comparison: Comparison, mine: NamePiece, other: NamePiece): boolean {
  if (mine.name === other.name || isPronoun(mine.name)) return true
  if (isName(other) && isOwnName(comparison, other.name)) return isOwnName(comparison, mine.name)
  if (isShortFormOf(mine.name, other.name) || isShortFormOf(other.name, mine.name)) return true
  if (!isName(other)) return isKnown(comparison, mine.name)
  return mine.isOrdinary || (!isName(mine) && isKnown(comparison, mine.name))
}

/** The evidence speaks of it somewhere, or is from it. */
function isKnown(comparison: Comparison, name: string): boolean {
  return comparison.squeezed.includes(name) || isOwnName(comparison, name)
}

function isOwnName({ organisations }: Comparison, name: string): boolean {
  return organisations.some((known) => isShortFormOf(name, known))
}

/** 市三院 of …市第三人民医院: every character in order, and the same end (医学院 is no short form of its 医院). */
function isShortFormOf(short: string, full: string): boolean {
  if (short.length < 2 || short.at(-1) !== full.at(-1)) return false
  let at = -1
  for (const character of short) {
    at = full.indexOf(character, at + 1)
    if (at === -1) return false
  }
  return true
}

/** Without 的, 和 and quantities at its ends; undefined when nothing is left. */
function trimmed({ tokens }: Side, { from, to }: TokenRange): TokenRange | undefined {
  const isEmpty = (i: number) => {
    const token = tokens[i]
    return token === undefined || isFunctionWord(token) || token.quantity !== undefined
  }
  let start = from
  let end = to
  while (start < end && isEmpty(start)) start += 1
  while (end > start && isEmpty(end - 1)) end -= 1
  return start < end ? { from: start, to: end } : undefined
}

function inOneClause({ tokens }: Side, { from, to }: TokenRange): boolean {
  return tokens[from]?.clause === tokens[to - 1]?.clause
}

/** Of several clauses of the evidence, the one that the equal text beside the change belongs to. */
function besideAnchor(
  { claim, evidence }: Comparison,
  { evidence: range }: Change,
  ours: TokenRange,
): TokenRange {
  const clauseAt = (side: Side, i: number) => side.tokens[i]?.clause
  let { from, to } = range
  if (!inOneClause(claim, ours)) return range
  if (clauseAt(claim, ours.to) === clauseAt(claim, ours.from))
    while (from < to && clauseAt(evidence, from) !== clauseAt(evidence, to)) from += 1
  else if (clauseAt(claim, ours.from - 1) === clauseAt(claim, ours.from))
    while (from < to && clauseAt(evidence, to - 1) !== clauseAt(evidence, from - 1)) to -= 1
  return { from, to }
}
