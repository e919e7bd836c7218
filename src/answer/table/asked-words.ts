// Which words of a question does a table have, and which are left over?
import { pairsIn } from '../../text/pairs.ts'
import { fold } from '../../verify/fold.ts'
import { subjectOf } from '../question/interrogatives.ts'
import { type AskedWord, endsAsName, isKnownName, joinedNames } from './asked-names.ts'

/** Words that say when, how sure or in what manner of an answer, and not what. */
const GENERAL = new Set(
  '今天 今年 最近 近年 近期 目前 现在 当前 一共 总共 大概 大约 主要 具体 相关 有关 方面 情况 内容 信息 数据 其中 报告 文章 表格 表里 表中 我们 你们 这个 那个 这些 那些 这家 这里 那里 大家 一下 一次 一个 一年 介绍 告诉 查询 请问 是多少 多少 哪里 什么 怎么 怎样 数量 数目 人数 医院 单位 公司 学校 分别 全部 所有 每个 各个 列出 时候 贵院 贵校 贵馆 贵局 贵单位 属于 拥有 设有 配备 配有 达到 担任 负责 哪年 哪月'.split(
    ' ',
  ),
)
/** 医院, 目前: says nothing of which thing is meant. */
export function isGeneral(word: string): boolean {
  return GENERAL.has(word)
}

/** Characters that link a name to what is said of it. */
const LINKS = new Set([
  ...'的地得和与及跟同或在是对从由给把被让请问我你他它这那该本各每某看查说有为份类项个了都也去来能可以里内中上下岁、',
])
/** After a number: 10月5日 is named whole. */
const DATED = /^[年月日号届期](?:\d{1,2}[月日号])*/u
/** Picks rows by what a cell is or isn't, which no name of a row tells. */
const CONDITION =
  /^(?:没|未|不|非|无|超|超过|高于|低于|多于|少于|大于|小于|以上|以下|比|没有|不到|不足|未达|至少)$/u
const TOKEN = /\d+(?:\.\d+)?|\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}])+/gu
/** 哪所学校 is no 所学. */
const WHICH = /[哪几]一?[所家个位项种类名台张间座款条支部门组天年月]/gu
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * What two wordings of one name share: numbers, words of letters, pairs of Han characters. The 年 after a number is part of it.
 *
 * @param folded see verify/fold.ts
 */
export function tokensOf(folded: string): Set<string> {
  const found = folded.replace(/(?<=\d)(?:年度?|月份?)/gu, ' ').match(TOKEN) ?? []
  return new Set(found.flatMap((token) => (/^\p{Script=Han}{2,}/u.test(token) ? pairsIn(token) : [token])))
}

/** Where a name stands in a text, not as part of a longer number or word of letters; -1 for nowhere. */
export function placeOf(name: string, text: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text[at - 1] ?? '', text[at + name.length] ?? '']
    if (!isOneWord(before, name[0] ?? '') && !isOneWord(name.at(-1) ?? '', after)) return at
  }
  return -1
}

/** The same length of blanks in place of a name, everywhere. */
export function blanked(text: string, name: string): string {
  return text.replaceAll(name, ' '.repeat(name.length))
}

/**
 * Words of the question that nothing known accounts for: neither a name of the table nor what it is about nor a word that only asks.
 *
 * @param named cells of the table that the question names, folded
 * @param known all else that may account for a word: titles, names of columns, names of the organisation
 */
export function leftOver(question: string, named: readonly string[], known: readonly string[]): string[] {
  const folded = fold(question)
  const names = known.map(fold)
  const whole = subjectOf(question.replace(WHICH, (words) => ' '.repeat(words.length)))
  const subject = [...named, ...placesIn(names)].reduce(blanked, whole)
  const about = names.join(' ')
  const isKnown = (word: string) => (/\d/u.test(word) ? placeOf(word, about) >= 0 : about.includes(word))
  const covers = ({ text, isJoined }: AskedWord) => {
    const pairs = [...tokensOf(text)]
    if (isJoined && (text.length < 3 || endsAsName(text))) return isKnownName(text, names)
    return isKnown(text) || pairs.filter(isKnown).length * 2 >= pairs.length
  }
  const telling = [...segmenter.segment(subject)].filter(({ segment, index, isWordLike }) => {
    if (isWordLike !== true || GENERAL.has(segment)) return false
    if (/^\p{Script=Han}+$/u.test(segment) && [...segment].every((one) => LINKS.has(one))) return false
    return segment.length > 1 || !/\d/u.test(folded[index - 1] ?? '')
  })
  const words = telling.map(({ segment, index }) => ({
    text: segment + datedBy(folded, index + segment.length),
    at: index,
  }))
  const conditions = words.filter(({ text }) => CONDITION.test(text))
  const others = words.filter((word) => !conditions.includes(word))
  const left = [
    ...conditions.map((word) => ({ ...word, isJoined: false })),
    // 肾 of 肾内科 where the table has 内科 is another name; elsewhere one character says nothing.
    ...joinedNames(others, folded).filter(
      ({ text, at }) => !/^\p{Script=Han}?$/u.test(text) || (text !== '' && touches(folded, at, named)),
    ),
  ]
    .filter((word) => !GENERAL.has(word.text) && !covers(word))
    .sort((a, b) => a.at - b.at)
  return [...new Set(left.map(({ text, at }) => wholeName(folded, text, at, named)))]
}

/** 霞栖市 of 霞栖市图书馆: what the report is about is known wherever it stands. */
function placesIn(names: readonly string[]): string[] {
  return names.flatMap((name) => /^\p{Script=Han}{2,5}?[省市县区州旗镇乡村]/u.exec(name)?.[0] ?? [])
}

const PLACE_KINDS = /[省市县区州旗镇乡]/gu
const HOUSES = '院校馆局厂'

/** What the report's own organisation as a whole is called: 全区 of 青山区教育局, 全馆 of 青山市图书馆. */
export function wholesOf(organisation: string): string[] {
  const name = fold(organisation)
  const place = [...name.matchAll(PLACE_KINDS)].at(-1)?.[0]
  const house = name.at(-1) ?? ''
  return [
    ...(place === undefined ? [] : [`全${place}`]),
    ...(house !== '' && HOUSES.includes(house) ? [`全${house}`] : []),
  ]
}

function datedBy(question: string, at: number): string {
  return /\d/u.test(question[at - 1] ?? '') ? (DATED.exec(question.slice(at))?.[0] ?? '') : ''
}

/** Of two names that stand beside it, it is part of neither. */
const COMPARES = /^[比没未不非无超多少高低差]$/u

/** 肾内科 rather than 肾, which alone says nothing. */
function wholeName(question: string, text: string, at: number, named: readonly string[]): string {
  if (text.length > 1 || COMPARES.test(text)) return text
  const after = named.find((name) => question.startsWith(name, at + 1)) ?? ''
  const before = named.find((name) => question.slice(0, at).endsWith(name)) ?? ''
  return before + text + after
}

function touches(question: string, at: number, named: readonly string[]): boolean {
  return named.some(
    (name) =>
      question.startsWith(name, at + 1) || (at >= name.length && question.startsWith(name, at - name.length)),
  )
}

function isOneWord(a: string, b: string): boolean {
  return (/\d/u.test(a) && /\d/u.test(b)) || (/[a-z]/u.test(a) && /[a-z]/u.test(b))
}
