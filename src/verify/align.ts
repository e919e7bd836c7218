// Where does each token of the claim stand in the evidence? One path through both, as a redline would be drawn.
import { dropChanceMatches } from './chance-matches.ts'
import type { Quantity } from './quantity-reading.ts'
import type { Token } from './tokens.ts'

/** For each claim token the index of the evidence token it stands for, or -1. */
export type Alignment = Int32Array

/** Points for an equal token; what carries meaning weighs more than 的 and 了. */
const CONTENT = 1
const FUNCTION = 0.4
const QUANTITY = 2
/** The same number with another unit. */
const SAME_NUMBER = 1.8
/** Two different quantities in one place: enough to be paired rather than both passed over. */
const OTHER_QUANTITY = 0.8
const SAME_UNIT = 0.1
/** Two quantities that can hardly be mistaken for each other, such as a year and a share. */
const OTHER_SORT = 0.1
/** Of two equal ways the one with fewer gaps is the better reading. */
const RUN = 0.02
/** A claim token without counterpart. */
const NOVEL = 0.4
/** An evidence token passed over, and the start of a clause passed over in the middle of one of the claim's. */
const SKIP = 0.05
const SKIP_CLAUSE = 0.8
/** Going on at another place of the evidence: where the claim starts a clause, and elsewhere. */
const JUMP_AT_CLAUSE = 1
const JUMP_INSIDE = 3

const STEP_NOVEL = 0
const STEP_MATCH = 1
const STEP_SKIP = 2
const STEP_JUMP = 3

const FUNCTION_WORDS = new Set('的了在是和与及等并为于也就都而且之其这那着过地得将把被对从由向以')

export function isFunctionWord(token: Token): boolean {
  return FUNCTION_WORDS.has(token.key)
}

/**
 * The best path: equal tokens in the same order, with jumps where the claim goes on elsewhere. Time and memory grow
 * with the product of both lengths, so callers pass slices (see window.ts).
 */
export function align(claim: readonly Token[], evidence: readonly Token[]): Alignment {
  const path = new Path(claim, evidence)
  for (const row of claim.keys()) path.addRow(row)
  return dropChanceMatches(claim, evidence, path.trace())
}

/** The table of best scores, one row a claim token, of which only the last two rows and the steps are kept. */
class Path {
  readonly #claim: readonly Token[]
  readonly #evidence: readonly Token[]
  readonly #width: number
  readonly #ids: ReadonlyMap<string, number>
  readonly #evidenceIds: Int32Array
  /** 1 where an evidence token starts a clause. */
  readonly #startsClause: Uint8Array
  readonly #steps: Uint8Array
  readonly #jumpFrom: Int32Array
  #previous: Float64Array
  #current: Float64Array

  constructor(claim: readonly Token[], evidence: readonly Token[]) {
    this.#claim = claim
    this.#evidence = evidence
    this.#width = evidence.length + 1
    this.#ids = new Map([...new Set(evidence.map((token) => token.key))].map((key, id) => [key, id]))
    this.#evidenceIds = Int32Array.from(evidence, (token) => this.#ids.get(token.key) ?? -1)
    this.#startsClause = Uint8Array.from(evidence, (token, i) =>
      Number(evidence[i - 1]?.clause !== token.clause),
    )
    this.#steps = new Uint8Array((claim.length + 1) * this.#width)
    this.#jumpFrom = new Int32Array(claim.length + 1)
    this.#previous = new Float64Array(this.#width)
    this.#current = new Float64Array(this.#width)
  }

  addRow(row: number): void {
    const token = this.#claim[row]
    if (token === undefined) return
    const endsClause = this.#claim[row + 1]?.clause !== token.clause
    this.#fill(token, row, endsClause ? SKIP : SKIP + SKIP_CLAUSE)
    this.#offerJumps(row + 1, endsClause ? JUMP_AT_CLAUSE : JUMP_INSIDE)
    ;[this.#previous, this.#current] = [this.#current, this.#previous]
  }

  #fill(token: Token, row: number, skipClause: number): void {
    const previous = this.#previous
    const current = this.#current
    const steps = this.#steps
    const above = row * this.#width
    const id = this.#ids.get(token.key) ?? -1
    const equal = token.quantity !== undefined ? QUANTITY : isFunctionWord(token) ? FUNCTION : CONTENT
    current[0] = (previous[0] ?? 0) - NOVEL
    for (let column = 1; column < this.#width; column++) {
      let best = (previous[column] ?? 0) - NOVEL
      let step = STEP_NOVEL
      const points =
        this.#evidenceIds[column - 1] === id ? equal : this.#pairPoints(token.quantity, column - 1)
      if (points > 0) {
        const run = steps[above + column - 1] === STEP_MATCH ? RUN : 0
        const matched = (previous[column - 1] ?? 0) + points + run
        if (matched > best) {
          best = matched
          step = STEP_MATCH
        }
      }
      const skipped = (current[column - 1] ?? 0) - (this.#startsClause[column - 1] === 1 ? skipClause : SKIP)
      if (skipped > best) {
        best = skipped
        step = STEP_SKIP
      }
      current[column] = best
      steps[above + this.#width + column] = step
    }
  }

  #pairPoints(quantity: Quantity | undefined, column: number): number {
    const other = quantity === undefined ? undefined : this.#evidence[column]?.quantity
    if (quantity === undefined || other === undefined) return 0
    if (quantity.value === other.value) return SAME_NUMBER
    if (quantity.date !== other.date || quantity.kind !== other.kind) return OTHER_SORT
    return OTHER_QUANTITY + (quantity.unit?.name === other.unit?.name ? SAME_UNIT : 0)
  }

  #offerJumps(row: number, cost: number): void {
    const current = this.#current
    let from = 0
    for (let column = 1; column < this.#width; column++)
      if ((current[column] ?? 0) > (current[from] ?? 0)) from = column
    this.#jumpFrom[row] = from
    const landing = (current[from] ?? 0) - cost
    for (let column = 0; column < this.#width; column++) {
      if ((current[column] ?? 0) >= landing) continue
      current[column] = landing
      this.#steps[row * this.#width + column] = STEP_JUMP
    }
  }

  /** Follows the steps back from the best end. */
  trace(): Alignment {
    const alignment = new Int32Array(this.#claim.length).fill(-1)
    let column = 0
    for (let i = 1; i < this.#width; i++)
      if ((this.#previous[i] ?? 0) > (this.#previous[column] ?? 0)) column = i
    for (let row = this.#claim.length; row > 0; ) {
      const step = this.#steps[row * this.#width + column]
      if (step === STEP_SKIP) column -= 1
      else if (step === STEP_JUMP) column = this.#jumpFrom[row] ?? 0
      else {
        if (step === STEP_MATCH) {
          column -= 1
          alignment[row - 1] = column
        }
        row -= 1
      }
    }
    return alignment
  }
}
