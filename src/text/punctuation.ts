// Where does a sentence stop? Marks as regular expressions for lines that were trimmed.

/** A line that stops for good: a mark that ends a sentence or a clause of a list, then closing quotes or brackets. */
const STOPS = /(?:[。！？!?…；;：:]|[\p{L}\p{N})\]]\.)[”’"'）)》】」』\]]{0,4}$/u

const STOP_INSIDE = /[。！？!?；;]/

/** The line ends where a sentence or a clause ends; such a line isn't joined to the next one. */
export function endsSentence(text: string): boolean {
  return STOPS.test(text.slice(-6))
}

/** A mark that parts sentences stands somewhere in the line; decimal points and commas don't count. */
export function holdsSentenceMark(text: string): boolean {
  return STOP_INSIDE.test(text)
}

/** Offset of the first mark that ends a sentence (。！？ and their half-width forms but not the full stop), or -1. */
export function firstSentenceMark(text: string): number {
  return text.search(/[。！？!?]/)
}

export function endsWithColon(text: string): boolean {
  return /[：:]$/.test(text)
}
