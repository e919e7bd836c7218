// Which words of which passages support a sentence? The shortest run of theirs that does, the cited passages first.
import type { Verdict } from '../../verify/claim.ts'
import type { Evidence } from '../../verify/comparison.ts'
import { fold } from '../../verify/fold.ts'
import { missing } from '../../verify/reason.ts'
import { candidateRuns, gatheredRuns, type Run, type Sought } from './candidate-runs.ts'
import { pairsOf, type Source, shareOf } from './sources.ts'

export type Verify = (claim: string, evidence: Evidence) => Verdict | Promise<Verdict>

export type Quotation = Pick<Run, 'source' | 'range'>

export interface Support {
  readonly verdict: Verdict
  /** What the verdict speaks of; a supported sentence has at least one, and all are of one document. */
  readonly quotations: readonly Quotation[]
}

/** Letters and figures up to which a sentence says something only together with the question it answers. */
const BARE = 6
/** Share of the question that must stand beside what such a sentence says. */
const BARE_SHARE = 0.2
/** Neighbouring characters from which a clause says something of its own. */
const CLAUSE_PAIRS = 5
/** Share of them that must stand in the passage or in the question. */
const CLAUSE_SHARE = 0.2

export async function findSupport(sought: Sought, verify: Verify): Promise<Support> {
  const best = await bestSupport(sought, verify)
  if (best.verdict.kind !== 'supported') return best
  const { claim, question } = sought
  const asked = pairsOf(question)
  const said = new Set(best.quotations.flatMap(({ source }) => pairsBeside(source)))
  // 六名 stands in many places: it answers where the words of the question stand beside it.
  if (isBare(claim) && shareOf(asked, said) < BARE_SHARE) return lowered(best, claim)
  const invented = clausesOf(claim).find((clause) => isInvented(pairsOf(clause), said, asked))
  return invented === undefined ? best : lowered(best, invented)
}

async function bestSupport(sought: Sought, verify: Verify): Promise<Support> {
  const runs = candidateRuns(sought)
  const held = async (quotations: readonly Run[]): Promise<Support> => ({
    verdict: await verify(sought.claim, evidenceOf(quotations)),
    quotations,
  })
  let best: Support | undefined
  for (const run of runs) {
    const support = await held([run])
    if (isBetter(support, best)) best = support
    if (support.verdict.kind === 'supported') return support
  }
  const together = gatheredRuns(sought.claim, runs)
  const joined = together.length > 1 ? await held(together) : undefined
  if (joined !== undefined && isBetter(joined, best)) return joined
  return best ?? held([])
}

function evidenceOf(runs: readonly Run[]): Evidence {
  const texts = runs.map(({ text }) => text)
  const document = runs[0]?.source.document
  if (document === undefined) return { texts }
  const { title, organisation, aliases, date } = document
  return {
    texts,
    title,
    aliases,
    sectionPath: runs.flatMap((run) => run.source.passage.sectionPath),
    ...(organisation !== undefined && { organisation }),
    ...(date !== undefined && { date }),
  }
}

const RANK = { supported: 3, partial: 2, contradicted: 1, unsupported: 0 } as const

function isBetter(a: Support, b: Support | undefined): boolean {
  if (b === undefined) return true
  const difference = RANK[a.verdict.kind] - RANK[b.verdict.kind]
  return difference > 0 || (difference === 0 && a.verdict.support > b.verdict.support)
}

function isBare(claim: string): boolean {
  return fold(claim).replace(/[^\p{L}\p{N}]/gu, '').length <= BARE
}

function pairsBeside({ pairs, passage, document }: Source): string[] {
  const about = [document.title, document.organisation ?? '', ...document.aliases, ...passage.sectionPath]
  return [...pairs, ...about.flatMap((text) => [...pairsOf(text)])]
}

function clausesOf(claim: string): string[] {
  return claim.split(/[，。；：！？、,;!?\s]+/u)
}

/** A true statement carries a good deal of invention before the sentence as a whole sounds wrong. */
function isInvented(
  clause: ReadonlySet<string>,
  said: ReadonlySet<string>,
  asked: ReadonlySet<string>,
): boolean {
  return clause.size >= CLAUSE_PAIRS && shareOf(clause, said) + shareOf(clause, asked) < CLAUSE_SHARE
}

function lowered(support: Support, part: string): Support {
  const { verdict } = support
  return {
    ...support,
    verdict: { ...verdict, kind: 'partial', reasons: [...verdict.reasons, missing('wording', part)] },
  }
}
