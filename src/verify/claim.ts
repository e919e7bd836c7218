// What may be said of a claim, given the passages it cites? The verdict, and every fact that led to it.
import { type Comparison, compare, type Evidence } from './comparison.ts'
import { judgeCounted } from './counted.ts'
import { judgeMarkedNames } from './marked-names.ts'
import { judgeNames } from './names.ts'
import { judgeNegation } from './negation.ts'
import { judgeQuantities } from './quantities.ts'
import { type Aspect, missing, type Reason } from './reason.ts'
import { changesOf } from './redline.ts'
import { judgeRoles } from './roles.ts'
import { wordingCovered } from './wording.ts'

export type VerdictKind = 'supported' | 'partial' | 'unsupported' | 'contradicted'

export interface Verdict {
  readonly kind: VerdictKind
  /** Facts of the claim in the order number, name, negation, wording; those that were found as well. */
  readonly reasons: readonly Reason[]
  /** 0 to 1: share of the wording that the evidence has, lessened by every fact it lacks. */
  readonly support: number
}

export interface VerifyOptions {
  /** How alike two sentences are in meaning, 0 to 1: one more signal for wording, never for a number or a name. */
  readonly similarity?: (claim: string, evidence: string) => number
}

/** Share of the wording from which a claim counts as said, and below which it counts as not said. */
const SAID = 0.72
const UNSAID = 0.36

/**
 * What similarity may add to the wording: cosines of unrelated sentences are high, so it lifts a verdict by one step
 * at most.
 */
const LIFT = SAID - UNSAID
/** Aspects in which a paraphrase may rightly differ: what isn't found makes a claim partial, not unsupported. */
const SOFT: ReadonlySet<Aspect> = new Set(['counted', 'negation', 'wording'])

/** Checks one claim against the passages it cites. Never throws; the order of the passages makes no difference. */
export function verifyClaim(claim: string, evidence: Evidence, options: VerifyOptions = {}): Verdict {
  const comparison = compare(claim, evidence)
  const changes = changesOf(comparison)
  const facts = [
    ...judgeQuantities(comparison),
    ...judgeCounted(comparison, changes),
    ...judgeMarkedNames(comparison),
    ...judgeNames(comparison, changes),
    ...judgeRoles(comparison),
    ...judgeNegation(comparison, changes),
  ]
  const wording = wordingScore(comparison, claim, evidence, options)
  const lacking = facts.filter((reason) => !reason.found).length
  return {
    kind: kindOf(facts, wording),
    reasons: wording < SAID ? [...facts, missing('wording', claim)] : facts,
    support: wording / (1 + lacking),
  }
}

function kindOf(facts: readonly Reason[], wording: number): VerdictKind {
  if (facts.some((reason) => reason.contradicted)) return 'contradicted'
  if (facts.some((reason) => !reason.found && !SOFT.has(reason.aspect))) return 'unsupported'
  if (wording < UNSAID) return 'unsupported'
  return wording < SAID || facts.some((reason) => !reason.found) ? 'partial' : 'supported'
}

function wordingScore(
  comparison: Comparison,
  claim: string,
  { texts }: Evidence,
  { similarity }: VerifyOptions,
): number {
  const covered = wordingCovered(comparison)
  if (similarity === undefined) return covered
  const alike = texts.reduce((most, text) => Math.max(most, similarity(claim, text)), 0)
  return Math.max(covered, Math.min(alike, covered + LIFT))
}
