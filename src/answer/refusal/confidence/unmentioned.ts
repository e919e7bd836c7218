// Which words of a question stand nowhere in the reports it asks of? Said when nothing answers, so that the asker learns why.
import { EVERYDAY_WORDS } from '../../../search/everyday-words.ts'
import type { SearchResult } from '../../../search/passage.ts'
import { fold } from '../../../verify/fold.ts'
import { subjectOf } from '../../question/interrogatives.ts'
import type { AnswerSources } from '../../sources.ts'

/** Characters; more than this isn't read through for one message: it takes some 0.2 s, in which nobody else is served. */
const MOST_READ = 200_000
/**
 * More of them tell no more than that the question is of something else. They explain a refusal and never cause one: of questions
 * that reports do answer, more than half have such a word.
 */
const MOST_WORDS = 2

/** Say when, how sure or whose, and not what: their absence explains nothing. */
const GENERAL = new Set(
  '今天 昨天 明天 今年 去年 前年 明年 最近 近年 近期 目前 现在 当前 以前 以后 之前 之后 时候 一共 总共 大概 大约 平均 主要 具体 相关 有关 方面 情况 内容 问题 部分 其中 报告 文章 我们 你们 他们 它们 这个 那个 这些 那些 这家 那家 这里 那里 大家 自己 可以 能够 应该 需要 知道 觉得 认为 进行 开展 采取 实现 以及 或者 但是 因为 所以 如果 还是 已经 正在 曾经 增长 增加 减少 下降 提高 最多 最少 最高 最低 多少 哪里 什么 怎么 怎样'.split(
    ' ',
  ),
)

/** Beside other words a dictionary cuts it apart: 比上年少 has no 年少. */
const YEAR_BEFORE = /[比较]?(?:上一?年|去年|前一年)(?:度|末|底|同期)?/gu

/** 五种, 三家: how many, not what. */
const NUMBERED = /^[一二两三四五六七八九十几]+[个种位家名项类条次年月天]$/u

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** @returns words as the question has them, in its order; none where the reports are too many to read through */
export function unmentioned({ question, asked, routing }: SearchResult, sources: AnswerSources): string[] {
  const texts = textsOf(routing, sources)
  const subject = subjectOf(asked ?? question).replace(YEAR_BEFORE, ' ')
  const words = [...segmenter.segment(subject)]
    .map(({ segment }) => segment)
    .filter((word) => /^\p{Script=Han}{2,}$/u.test(word) && !NUMBERED.test(word))
    .filter((word) => !GENERAL.has(word) && !EVERYDAY_WORDS.has(word))
  if (texts.length === 0) return []
  return [...new Set(words)].filter((word) => !texts.some((text) => text.includes(word))).slice(0, MOST_WORDS)
}

/** Folded, without blanks: of the organisations that the question names, else of all reports. */
function textsOf({ organisations }: SearchResult['routing'], sources: AnswerSources): string[] {
  const named = sources
    .documents()
    .filter(
      ({ organisation }) =>
        organisations.length === 0 || (organisation !== undefined && organisations.includes(organisation)),
    )
  if (named.reduce((sum, { characters }) => sum + characters, 0) > MOST_READ) return []
  return named.map(({ id }) => fold(sources.document(id)?.text ?? '').replace(/\s/gu, ''))
}
