// Which sentences of what was found stand side by side? Each once, however many passages show it.
import type { Passage, PassageSentence } from '../../search/passage.ts'
import type { Candidate } from '../likelihood/likelihood.ts'

/** Sentences that can be read one after the other, in text order; never empty. */
export type Chain = readonly Candidate[]

/** @returns every sentence in one chain; two passages that overlap are one chain */
export function chainsOf(candidates: readonly Candidate[]): Chain[] {
  const distinct = new Map<string, Candidate>()
  for (const one of candidates) {
    const key = keyOf(one.passage, one.sentence)
    if (!distinct.has(key)) distinct.set(key, one)
  }
  const next = new Map<string, string>()
  const followers = new Set<string>()
  for (const passage of new Set(candidates.map((one) => one.passage))) {
    for (const [before, after] of neighboursIn(passage)) {
      const [from, to] = [keyOf(passage, before), keyOf(passage, after)]
      if (!distinct.has(from) || !distinct.has(to) || next.has(from) || followers.has(to)) continue
      next.set(from, to)
      followers.add(to)
    }
  }
  return [...distinct.keys()]
    .filter((key) => !followers.has(key))
    .map((start) => {
      const chain: Candidate[] = []
      for (let key: string | undefined = start; key !== undefined; key = next.get(key)) {
        const candidate = distinct.get(key)
        if (candidate !== undefined) chain.push(candidate)
      }
      return chain
    })
}

function keyOf({ document }: Passage, { range }: PassageSentence): string {
  return `${document.id} ${range.start}`
}

function neighboursIn(passage: Passage): (readonly [PassageSentence, PassageSentence])[] {
  const sentences = passage.sentences ?? []
  return sentences.flatMap((after, i) => {
    const before = sentences[i - 1]
    return before === undefined || isApart(passage, before, after) ? [] : [[before, after] as const]
  })
}

/** The line under one picture says nothing of the next one. */
function isApart({ kind, range, text }: Passage, before: PassageSentence, after: PassageSentence): boolean {
  if (kind !== 'caption') return false
  // Where lines were joined the text is shorter than its range, and places in it can't be told.
  const isAsItStands = text.length === range.end - range.start
  return (
    !isAsItStands || /\n/u.test(text.slice(before.range.end - range.start, after.range.start - range.start))
  )
}
