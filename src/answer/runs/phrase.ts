// How does a run of sentences read as an answer? It says who it is about, begins at a beginning, and leaves out what only links.
import { fold } from '../../verify/fold.ts'
import type { Run } from './runs.ts'

/** Words that tie a sentence to the one before it and mean nothing without it. */
const LINK =
  /^(?:同时|此外|另外|其次|再次|最后|首先|然而|不过|但是|但|而且|并且|因此|所以|于是|例如|比如|与此同时|在此基础上|不仅如此|除此之外|一方面|另一方面|据介绍|据了解|据悉)[,，、:：]\s*/u
/** Marks of lists, captions and headings at the start of a sentence. */
const MARK = /^[\s▲△●■◆·•—\-#>*]+(?=[^\s])/u
/** 1. and （一） at its start, which number a part that isn't shown, or not whole; 1.5 and 一、二期 are no marks. */
const NUMBER =
  /^(?:\d{1,2}[.．、](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十\d]))\s*/u
const MARK_OR_LINK = [MARK, NUMBER, LINK]
/** Ends with a quotation that has its own full stop. */
const WHOLE = /[。！？!?…][”’」』]$/u
const END = /[。！？!?；;…：:，,、\s]+$/u

/**
 * The words of a claim: the run's sentences, with the organisation in front unless they name it.
 *
 * @param names official name and aliases; the first is put in front
 * @param plan heading that is put in front as well: 座位达到80个 reads as if it were done
 */
export function phraseRun(run: Run, names: readonly string[], plan = ''): string {
  const sentences = run.map(({ sentence: { text } }, i) => (i === 0 ? text : text.replace(NUMBER, '')))
  const text = tidy(sentences.map((one, i) => stopped(one, i === run.length - 1)).join(''))
  const [name = ''] = names
  const isNamed = names.some((one) => one !== '' && fold(text).includes(fold(one)))
  const lead = (isNamed ? '' : name) + plan
  return lead === '' ? text : `${lead}：${text}`
}

/** Headings and captions have no mark at their end; in running text they need one. */
function stopped(text: string, isLast: boolean): string {
  return isLast || /[。！？!?；;…：:，,、.][”’"'）)》】」』]*$/u.test(text) ? text : `${text}；`
}

/** One sentence from its first word to a full stop. */
export function tidy(text: string): string {
  const begun = MARK_OR_LINK.reduce(
    (rest, pattern) => rest.replace(pattern, ''),
    text.replace(/\s*\n\s*/gu, ' ').trim(),
  )
  if (WHOLE.test(begun)) return closed(begun)
  const body = begun.replace(END, '')
  const lastMark = /[！？!?…]$/u.exec(begun.trimEnd())?.[0]
  return closed(body === '' ? begun : body + (lastMark ?? '。'))
}

/** A quotation whose other half was left outside the run is closed, or its stray end taken off. */
function closed(text: string): string {
  const opening = [...text].filter((c) => c === '“').length
  const closing = [...text].filter((c) => c === '”').length
  if (opening === closing + 1) return `${text.replace(/。$/u, '')}”。`
  return closing === opening + 1 ? text.replace('”', '') : text
}
