// Which characters stand side by side? What of a word is left when it is written in another order or cut short.

/** Of a word, in order, each as often as it stands there; none for a single character. */
export function pairsIn(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 1) }, (_, i) => word.slice(i, i + 2))
}

/** Of every run of Han characters in a text. */
export function hanPairs(text: string): string[] {
  return (text.match(/\p{Script=Han}{2,}/gu) ?? []).flatMap(pairsIn)
}
