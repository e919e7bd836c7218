// Which passages does a sentence of a model point to? Citation markers in every form that models write.

export interface Marked {
  /** The sentence without its markers. */
  readonly text: string
  /** Passages pointed to, from 1, each once, in order of mention; all within the count. */
  readonly passages: readonly number[]
  /** Markers, or numbers within one, that point to no passage. */
  readonly unresolved: number
}

/** What may stand before a number inside a marker. */
const LABEL =
  '(?:来源|引文|引用|引|资料|材料|文档|文献|段落|段|参考|参见|见|出处|注|依据|passages?|docs?|documents?|sources?|refs?|references?|cit(?:e|ation)s?|quotes?|quotations?|footnotes?|id|no)'
/** Spaces within a marker are few; bounded so that no run of them is scanned twice. */
const GAP = String.raw`[^\S\n]{0,3}`
const DIGITS = String.raw`\p{Nd}{1,12}`
const NUMBER = `(?:${GAP}${LABEL}?${GAP}[.:：#^]{0,2}${GAP}${DIGITS}\\^?)`
const SEPARATOR = String.raw`(?:[,，、;；&+/|和与及\s]|-{1,2}|[–—~～至到])`
const NUMBERS = `${NUMBER}(?:${GAP}${SEPARATOR}${NUMBER}){0,20}`
/** 【1†source】 */
const TRAILER = String.raw`(?:†[^\]］】〕\n]{0,40})?`
const OPEN = '[[［【〔]'
const CLOSE = String.raw`[\]］】〕]`
/** A link that was put behind a marker: [1](https://…), [1](#a). */
const LINK = String.raw`(?:\((?:https?:|[#/])[^)\s]{0,300}\))?`

const CLOSED = new RegExp(`${OPEN}{1,2}${NUMBERS}${GAP}${TRAILER}${CLOSE}{1,2}${LINK}`, 'giu')
const ROUND = new RegExp(`[(（](?<label>${GAP}(?:${LABEL}|\\^|#))?(?<numbers>${NUMBERS})${GAP}[)）]`, 'giu')
/** [1 at the end of what was written, or before a mark. */
const UNCLOSED = new RegExp(`${OPEN}{1,2}${NUMBERS}(?=${GAP}(?:[。！？；，,.!?;\\n]|$))`, 'giu')
const SUPERSCRIPT = /<sup>([^<]{1,40})<\/sup>/giu
/** 国发〔2022〕15号 is the number of a paper, not of a passage. */
const PAPER_NUMBER = /[[［【〔]((?:19|20)\d\d)[\]］】〕](?=\s{0,2}第?\d{1,5}\s{0,2}号)/gu
/** Brackets around nothing but digits would be taken for a citation by whoever reads the answer. */
const LEFT_OVER = /(?:[[［【〔][\s^#]*)+(?=\p{Nd})/gu
const KEPT_OPEN = '\uE000'
const KEPT_CLOSE = '\uE001'

/** Notes that a passage brought along, see prompt.ts; they are no citations. */
export const SOURCE_NOTE = '原注'

/**
 * @param sentence one sentence as a model wrote it, its markers included; no longer than some thousand characters
 * @param count passages that the model was shown, numbered from 1
 */
export function readMarkers(sentence: string, count: number): Marked {
  const passages = new Set<number>()
  let unresolved = 0
  const take = (marker: string) => {
    const { resolved, lost } = resolve(marker, count)
    for (const number of resolved) passages.add(number)
    unresolved += lost
    return ''
  }
  const text = sentence
    .replaceAll(KEPT_OPEN, '')
    .replaceAll(KEPT_CLOSE, '')
    .replace(PAPER_NUMBER, `${KEPT_OPEN}$1${KEPT_CLOSE}`)
    .replace(SUPERSCRIPT, (_, inside: string) =>
      /^[\s\p{Nd},，[\]-]+$/u.test(inside) ? `[${inside.replace(/[[\]]/g, '')}]` : inside,
    )
    .replace(new RegExp(`${OPEN}${SOURCE_NOTE}${GAP}${DIGITS}${CLOSE}`, 'gu'), '')
    .replace(CLOSED, take)
    .replace(ROUND, (marker: string, ...rest: unknown[]) =>
      isRoundCitation(marker, rest, count) ? take(marker) : marker,
    )
    .replace(UNCLOSED, take)
    .replace(LEFT_OVER, '')
    .replaceAll(KEPT_OPEN, '〔')
    .replaceAll(KEPT_CLOSE, '〕')
  return { text, passages: [...passages], unresolved }
}

/** (1) opens an item of a list and (2022) is a year: round brackets count with a label, or as the last thing of a sentence. */
function isRoundCitation(marker: string, rest: readonly unknown[], count: number): boolean {
  const groups = rest.at(-1) as { label?: string } // With named groups in the pattern, the last argument is the groups.
  const whole = String(rest.at(-2))
  const end = Number(rest.at(-3)) + marker.length
  if (groups.label !== undefined) return true
  const { resolved, lost } = resolve(marker, count)
  const isLast = /^[\s。！？；!?;.]*$/u.test(whole.slice(end)) && end > marker.length
  return isLast && lost === 0 && resolved.length > 0 && whole.slice(0, end - marker.length).trim() !== ''
}

interface Resolution {
  readonly resolved: readonly number[]
  readonly lost: number
}

const RANGE = new RegExp(`(${DIGITS})\\^?${GAP}(?:-{1,2}|[–—~～至到])${NUMBER}`, 'giu')

function resolve(marker: string, count: number): Resolution {
  const resolved: number[] = []
  let lost = 0
  const add = (number: number) => {
    if (number >= 1 && number <= count) resolved.push(number)
    else lost += 1
  }
  const singles = marker.replace(LINK_AT_END, '').replace(RANGE, (range) => {
    const [from = 0, to = 0] = numbersIn(range)
    for (let number = from; number <= Math.min(to, count); number++) add(number)
    // What lies beyond the last passage counts as one.
    if (to > count || to < from) lost += 1
    return ' '
  })
  for (const number of numbersIn(singles.replace(/†.*/u, ''))) add(number)
  return { resolved, lost }
}

const LINK_AT_END = /(?<=[\]］】〕])\([^)]*\)$/u

function numbersIn(text: string): number[] {
  return [...text.normalize('NFKC').matchAll(/\p{Nd}+/gu)].map(([digits]) => Number(digits))
}
