// How long is a text, roughly, in tokens? For the usage that clients show and add up; nothing is charged by it.

/** Of Latin letters, digits and blanks; the vocabularies in use take 3 to 5. */
const CHARACTERS_PER_TOKEN = 4

/** A Chinese, Japanese or Korean character counts as one token, of all others four do: right to about a third. */
export function estimateTokens(text: string): number {
  const ideographs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)
  const ideographCount = ideographs?.length ?? 0
  return ideographCount + Math.ceil(([...text].length - ideographCount) / CHARACTERS_PER_TOKEN)
}
