// What was found of a claim, and what was not? One reason a fact, in words that a reader can check.

export type Aspect =
  | 'number'
  | 'unit'
  | 'counted'
  | 'date'
  | 'organisation'
  | 'name'
  | 'title'
  | 'negation'
  | 'wording'

export interface Reason {
  readonly aspect: Aspect
  /** The evidence says it too. */
  readonly found: boolean
  /** The evidence says something else in the same place; never together with `found`. */
  readonly contradicted: boolean
  /** The part of the claim, as written there. */
  readonly text: string
  /** For the reader, in Chinese: 原文为29名，未见32名. */
  readonly detail: string
}

export function found(aspect: Aspect, text: string, detail = `原文有“${text}”`): Reason {
  return { aspect, found: true, contradicted: false, text, detail }
}

export function missing(aspect: Aspect, text: string, detail = `原文未见“${text}”`): Reason {
  return { aspect, found: false, contradicted: false, text, detail }
}

/** @param instead what the evidence says in that place, as written there */
export function contradicted(aspect: Aspect, text: string, instead: string): Reason {
  return { aspect, found: false, contradicted: true, text, detail: `原文为“${instead}”，未见“${text}”` }
}
