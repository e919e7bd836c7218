// Does the claim deny what the evidence affirms, or the other way round? Negating words and opposites.
import { type Comparison, type Side, written } from './comparison.ts'
import { EXCLUDING_PAIRS } from './opposites.ts'
import { contradicted, missing, type Reason } from './reason.ts'
import type { Change, TokenRange } from './redline.ts'

/** What follows a negating character where it only belongs to a word: 不断, 未来, 无论. */
const IN_WORDS: Readonly<Record<string, string>> = {
  不: '断|仅|但|同|少|久|过|论|管|止|忘|懈|禁|愧|凡|朽|锈|动产|得不|折不扣|可或缺|计其数|约而同|时|单|只|光|惜|辞|遗余力|胜|等|定期|畏|良|超过|足|到|满|低于|高于|已|妨|料|谈|知不觉',
  没: '收|落|药|入',
  未: '来|必|央|婚|成年|雨|名',
  无: '论|数|疑|私|偿|锡|线|人|缝|痛|障碍|菌|限|穷|比|愧|畏|声|形|机|烟|纸|症状|患|不|业|辜|名|非|几|产|尘|量|颜|神|上|极|陪|管',
}
const NEGATORS = new RegExp(
  `${Object.entries(IN_WORDS)
    .map(([character, words]) => `(?<![差无莫])${character}(?!${words})`)
    .join('|')}|[并绝而决亦实皆既若]非|非(?=是|为)|否(?=认|定|决)|勿|禁止|严禁|缺乏|缺少`,
  'gu',
)

/** A negating word reaches the words that follow it this closely. */
const REACH = 3
/** A longer stretch of the evidence was left out as a whole, with its own negations. */
const REPLACED = 8

export function judgeNegation(comparison: Comparison, changes: readonly Change[]): Reason[] {
  const inClaim = negatingTokens(comparison.claim)
  const inEvidence = negatingTokens(comparison.evidence)
  return changes.flatMap((change) => {
    const claimed = count(nearAnchor(change.claim, change, comparison.claim), inClaim)
    const given = count(nearAnchor(change.evidence, change, comparison.evidence), inEvidence)
    if (claimed % 2 !== given % 2) return judgePolarity(comparison, change, claimed) ?? []
    // 不需要 against 无需: both deny.
    return (claimed === 0 ? judgeOpposites(comparison, change) : undefined) ?? []
  })
}

/** Indices of tokens that begin a negation. */
function negatingTokens({ folded, tokens }: Side): ReadonlySet<number> {
  const starts = new Set(
    [...folded.matchAll(NEGATORS)].map((match) => match.index).filter((at) => !isChoice(folded, at)),
  )
  return new Set([...tokens.keys()].filter((i) => starts.has(tokens[i]?.start ?? -1)))
}

/** 是不是, 有没有. */
function isChoice(folded: string, at: number): boolean {
  return at > 0 && folded[at - 1] === folded[at + 1]
}

/** One side denies and the other doesn't. */
function judgePolarity({ claim, evidence }: Comparison, change: Change, claimed: number): Reason | undefined {
  const text = written(claim, Math.max(0, change.claim.from - 2), change.claim.to + 2)
  if (change.anchored === 'left') return claimed > 0 ? missing('negation', text) : undefined
  return contradicted(
    'negation',
    text,
    written(evidence, Math.max(0, change.evidence.from - 2), change.evidence.to + 2),
  )
}

/**
 * The part of a change that speaks of the equal text beside it: what stands in one clause with the text after it. A
 * clause that was left out takes its negations with it.
 */
function nearAnchor(range: TokenRange, { anchored }: Change, { tokens }: Side): TokenRange {
  if (anchored === 'left') return { from: range.from, to: Math.min(range.to, range.from + REACH) }
  const clause = tokens[anchored === 'both' && isLast(range, tokens) ? range.to - 1 : range.to]?.clause
  const reach = anchored === 'both' && range.to - range.from <= REPLACED ? REPLACED : REACH
  let from = range.to
  while (from > Math.max(range.from, range.to - reach) && tokens[from - 1]?.clause === clause) from -= 1
  return { from, to: range.to }
}

/** Nothing of the sentence follows. */
function isLast({ to }: TokenRange, tokens: Side['tokens']): boolean {
  return tokens[to]?.sentence !== tokens[to - 1]?.sentence
}

/** 没有 and 并未 are one negation: neighbours count once. */
function count({ from, to }: TokenRange, negating: ReadonlySet<number>): number {
  let negations = 0
  for (let i = from; i < to; i++) if (negating.has(i) && !negating.has(i - 1)) negations += 1
  return negations
}

function judgeOpposites({ claim, evidence, squeezed }: Comparison, change: Change): Reason | undefined {
  const size = change.evidence.to - change.evidence.from
  if (change.claim.from === change.claim.to || size === 0 || size > REPLACED * 2) return undefined
  const ours = sideWords(claim, change.claim)
  const theirs = sideWords(evidence, change.evidence)
  const clash = EXCLUDING_PAIRS.find(
    ([said, given]) => holds(ours, said, given) && holds(theirs, given, said),
  )
  if (clash === undefined) return undefined
  // Where more was changed, the word may have come from the next clause of the evidence.
  if (size > REACH && clash[0].length > 1 && squeezed.includes(clash[0])) return undefined
  return contradicted(
    'negation',
    written(claim, change.claim.from, change.claim.to),
    written(evidence, change.evidence.from, change.evidence.to),
  )
}

interface SideWords {
  readonly exact: string
  /** With one token on either side, so that 最高 against 最低 is seen although both share 最. */
  readonly wide: string
}

/** A single character must stand alone: 西 in 西安 is no direction. */
function holds(words: SideWords, word: string, other: string): boolean {
  if (word.length === 1) return words.exact === word
  return words.wide.includes(word) && !words.wide.includes(other)
}

function sideWords({ folded, tokens }: Side, { from, to }: TokenRange): SideWords {
  const slice = (first: number, last: number) =>
    folded.slice(tokens[Math.max(0, first)]?.start ?? 0, tokens[Math.min(last, tokens.length) - 1]?.end ?? 0)
  return { exact: slice(from, to), wide: slice(from - 1, to + 1) }
}
