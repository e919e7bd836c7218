// The words of a model without what dresses them: HTML, Markdown, list marks. Text stays text wherever it is shown.

/** Element names are short; a `<` that opens no tag is a sign for less than. */
const TAG = /<[/!]?[a-z][^<>]{0,400}>|<!--[\s\S]{0,400}?-->/giu
/** Cut off by the end of the sentence. */
const OPEN_TAG = /<[/!]?[a-z!][^<>]{0,400}$/iu
const IMAGE = /!\[([^\]\n]{0,200})\]\([^)\n]{0,500}\)/gu
const LINK = /\[([^\]\n]{0,200})\]\([^)\n]{0,500}\)/gu
const LINE_START =
  /^[ \t]{0,8}(?:#{1,6}[ \t]|>[ \t]?|[-*+•·●][ \t]+|(?:\d{1,2}|[a-z])[.)、．][ \t]*(?!\d)|[（(]?\d{1,2}[)）][ \t]*)/iu
const RULE = /^[ \t]*(?:[-*_=~|:][ \t]*){3,}$/u
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&nbsp;', ' '],
  ['&amp;', '&'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&lt;', '＜'],
  ['&gt;', '＞'],
])
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Surrogate}\uFFFD]/gu

/** @param sentence one line at most, without citation markers */
export function plainText(sentence: string): string {
  if (RULE.test(sentence)) return ''
  return sentence
    .replace(/[\t\n\r]+/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(TAG, '')
    .replace(OPEN_TAG, '')
    .replace(IMAGE, '$1')
    .replace(LINK, '$1')
    .replace(/&(?:nbsp|amp|quot|#39|lt|gt);/gu, (entity) => ENTITIES.get(entity) ?? entity)
    .replace(/<(?=[/!a-z])/giu, '')
    .replace(LINE_START, '')
    .replace(/\*\*|__|~~|`{1,3}/gu, '')
    .replace(/(?<![\p{L}\p{N}])\*(?=\S)|(?<=\S)\*(?![\p{L}\p{N}])/gu, '')
    .replace(/[^\S\n]{2,}/gu, ' ')
    .trim()
}
