// Sentences of a text that is still being written. What was cut depends on the text alone, never on how it arrived.

export interface Cut {
  /** With its end mark and the citation markers after it; never blank. */
  readonly text: string
  /** It ended by a mark or a line break, not because the writing stopped. */
  readonly isWhole: boolean
}

export interface SentenceCutter {
  push(piece: string): Cut[]
  /** The rest, when nothing more comes. */
  end(): Cut[]
}

/** Characters; what has no end mark by then is cut all the same. */
const LONGEST_SENTENCE = 600
/** Unclosed quotation marks keep a sentence together for so many characters. */
const LONGEST_QUOTATION = 200
const THOUGHT_TAG = /<(\/?)(?:think(?:ing)?|reasoning|thought)>/iu
const THOUGHT_CLOSE = /<\/(?:think(?:ing)?|reasoning|thought)>/iu
/** Characters that may be the beginning of such a tag. */
const LONGEST_TAG = 13
const END_MARKS = '。！？；!?…'
const CLOSING = '”’）》】」』〕)"\''
/** Citation markers that follow an end mark; a round bracket only as the last thing of its line, else it opens an item. */
const MARKER =
  /[^\S\n]{0,8}(?:[[［【〔][^\]］】〕\n。！？]{0,40}[\]］】〕]{1,2}|<sup>[^<\n]{0,40}<\/sup>|[（(][^）)\n。！？]{0,12}\p{Nd}[^）)\n。！？]{0,12}[）)](?=[^\S\n]{0,8}(?:\n|$)))/uy
/** Characters by which every such marker has ended, or is none. */
const LONGEST_MARKER = 72
const HAN_OR_MARK = /[\p{Script=Han}“”‘’（）《》【】「」『』〕\]，。：、]/u

export function createSentenceCutter(): SentenceCutter {
  let buffer = ''
  let isThinking = false
  const take = (ended: boolean): Cut[] => {
    const cuts: Cut[] = []
    for (;;) {
      const tag = (isThinking ? THOUGHT_CLOSE : THOUGHT_TAG).exec(buffer)
      if (tag === null) break
      // A tag ends whatever stood before it.
      if (!isThinking) cutAll(buffer.slice(0, tag.index), true, cuts)
      isThinking = tag[1] === ''
      buffer = buffer.slice(tag.index + tag[0].length)
    }
    buffer = isThinking ? buffer.slice(-LONGEST_TAG) : cutAll(buffer, ended, cuts)
    return cuts
  }
  return {
    push(piece) {
      buffer += piece
      return take(false)
    },
    end: () => take(true),
  }
}

/** @returns what may still go on */
function cutAll(text: string, ended: boolean, cuts: Cut[]): string {
  let from = 0
  for (;;) {
    const rest = text.slice(from)
    const length = sentenceLength(rest, ended)
    const sentence = rest.slice(0, length)
    if (length === undefined && !ended) return rest
    if (sentence.trim() !== '') cuts.push({ text: sentence, isWhole: length !== undefined })
    if (length === undefined) return ''
    from += length
  }
}

/** Of the first sentence, marks and markers included; undefined while what follows may still change it. */
function sentenceLength(text: string, ended: boolean): number | undefined {
  let quotes = 0
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '\n') return at + 1
    if (at >= LONGEST_SENTENCE)
      return ended || text.length > at + LONGEST_TAG ? wholeCharacter(text, at) : undefined
    if ('“《「『'.includes(character)) quotes += 1
    if ('”》」』'.includes(character)) quotes = Math.max(0, quotes - 1)
    if (quotes > 0 && at < LONGEST_QUOTATION) continue
    const isEnd = isEndMark(text, at, ended)
    if (isEnd === undefined) return undefined
    if (isEnd) return afterMarkers(text, at + 1, ended)
  }
  return undefined
}

/** @returns undefined when the next character decides and hasn't come */
function isEndMark(text: string, at: number, ended: boolean): boolean | undefined {
  const character = text.charAt(at)
  if ('。！？；'.includes(character)) return true
  if (!'!?;.'.includes(character)) return false
  if (at + 1 >= text.length && !ended) return undefined
  const before = text.slice(Math.max(0, at - 3), at)
  const after = text.charAt(at + 1)
  const isBreak = after === '' || /\s/u.test(after) || '"”’)）[［【'.includes(after)
  // A full stop needs a word or a longer number before it: neither `1.` nor `Dr.` ends a sentence.
  if (character === '.')
    return isBreak && /(?:[a-z]{3}|\p{Script=Han}|[^\s\d]\d{1,2}|\d{3}|[)\]"'”%])$/iu.test(before)
  return isBreak || (HAN_OR_MARK.test(before.slice(-1)) && HAN_OR_MARK.test(after))
}

function afterMarkers(text: string, from: number, ended: boolean): number | undefined {
  let end = from
  while (end < text.length && (END_MARKS + CLOSING).includes(text.charAt(end))) end += 1
  for (;;) {
    MARKER.lastIndex = end
    const marker = MARKER.exec(text)
    if (marker === null || (MARKER.lastIndex === text.length && !ended)) break
    end = MARKER.lastIndex
  }
  return ended || isDecided(text.slice(end, end + LONGEST_MARKER + 1)) ? end : undefined
}

/** Nothing that may come can still belong to the sentence. */
function isDecided(rest: string): boolean {
  const next = rest.trimStart()
  if (rest.slice(0, rest.length - next.length).includes('\n')) return true
  if (next === '') return rest.length > LONGEST_MARKER
  if (!'[［【〔<(（'.includes(next.charAt(0))) return true
  return rest.length > LONGEST_MARKER || next.includes('\n')
}

function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at
}
