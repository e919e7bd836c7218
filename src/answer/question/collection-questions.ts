// Questions about the reports themselves: which there are, whose is the newest, what one is about. Answered from the record.
import type { DocumentSummary } from '../../collection/collection.ts'
import type { Document, Section } from '../../document/document.ts'
import { type Language, languageOf } from '../../text/language.ts'
import { readable } from '../../text/readable.ts'
import { splitSentences } from '../../text/sentences.ts'
import { fold } from '../../verify/fold.ts'
import type { AnsweredAnswer, Claim } from '../answer.ts'
import { citationOf, citationsOf, textOf } from '../extract/claims.ts'
import { tidy } from '../runs/phrase.ts'
import type { AnswerSources } from '../sources.ts'

const REPORT = '(?:报告|报道|文件|文档|资料|材料|文章)'
/** What stands before 多少份报告 where those of the collection are meant; after a verb (发表了多少篇文章) it is others. */
const HERE =
  '(?:请问|我们?|你们?|这里|(?:知识)?库[里中]?|系统里?|目前|现在|都|一共|总共|可以|能|查|问|看|有|收录?了?|存了?)*'
const WHICH = new RegExp(
  `^(?:这里|库里|系统里?|目前|现在|你这?里?|都|一共|总共|你?知道|收录了?|)*(?:有|收录了?|包含|包括)(?:了|哪些|什么|多少|几)+(?:份|篇|个|种)?${REPORT}|^${HERE}(?:哪些|多少|几)(?:份|篇|个)?${REPORT}(?:可以|能)?(?:查|问|用|看)?[?？]?$|^(?:which|what|how many) (?:reports|documents)`,
  'iu',
)
const NEWEST = new RegExp(
  `(?:${REPORT}.{0,6}最(?:新|近|晚)|最(?:新|近)的?(?:一?[份篇]|是?哪)?.{0,4}${REPORT})`,
  'u',
)
const ABOUT = new RegExp(
  `(?:这|那|该|此)(?:一?[份篇个])?${REPORT}.{0,6}(?:讲|说|写|介绍|内容|是关于|概括|总结)|${REPORT}(?:主要)?(?:讲|说|写|介绍)了?(?:什么|啥|哪些)`,
  'u',
)

/** Documents in one list; more are counted and not named. */
const LISTED = 30
/** Sections told of one report. */
const SECTIONS = 12
const SENTENCE_CHARACTERS = 60

/** @returns undefined for a question about what the reports say */
export function answerAboutCollection(question: string, sources: AnswerSources): AnsweredAnswer | undefined {
  const asked = fold(question.trim())
  const documents = [...sources.documents()].sort((a, b) => a.path.localeCompare(b.path))
  if (documents.length === 0) return undefined
  if (NEWEST.test(asked)) return newest(documents, sources)
  if (WHICH.test(asked)) return listed(documents, sources, languageOf(question))
  if (!ABOUT.test(asked)) return undefined
  const named = documents.filter((one) => isNamed(asked, one))
  const [only] = named.length > 0 ? named : documents
  return only !== undefined && (named.length === 1 || documents.length === 1)
    ? outlined(only, sources)
    : undefined
}

function isNamed(asked: string, { title, organisation, aliases }: DocumentSummary): boolean {
  return [title, organisation, ...aliases].some(
    (name) => name !== undefined && name.length > 1 && asked.includes(fold(name)),
  )
}

function listed(
  documents: readonly DocumentSummary[],
  sources: AnswerSources,
  language: Language,
): AnsweredAnswer | undefined {
  const shown = documents.slice(0, LISTED)
  const claims = shown.flatMap((one, i) => titleClaim(i + 1, one, sources, describe(one)))
  const { length } = documents
  const english = length === 1 ? 'There is 1 report:' : `There are ${length} reports:`
  return answeredFrom(claims, language === 'zh' ? `共有${length}份报告：` : english)
}

function newest(documents: readonly DocumentSummary[], sources: AnswerSources): AnsweredAnswer | undefined {
  const dated = documents
    .filter(({ date }) => date !== undefined)
    .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
  const [first] = dated
  if (first === undefined) return undefined
  const undated = documents.length - dated.length
  const aside = undated > 0 ? `（另有${undated}份没有注明日期）` : ''
  return answeredFrom(titleClaim(1, first, sources, `最新的是${describe(first)}${aside}`), '')
}

function outlined(summary: DocumentSummary, sources: AnswerSources): AnsweredAnswer | undefined {
  const document = sources.document(summary.id)
  if (document === undefined) return undefined
  const sections = document.outline.filter(({ level, role }) => level > 1 && role === 'section')
  const top = Math.min(...sections.map(({ level }) => level))
  const claims = sections
    .filter(({ level }) => level === top)
    .slice(0, SECTIONS)
    .flatMap((section, i) => sectionClaim(i + 1, section, document))
  return answeredFrom(claims, `${describe(summary)}，分${claims.length}个部分：`)
}

function sectionClaim(n: number, section: Section, document: Document): Claim[] {
  const range =
    section.inline || section.headingRange.end === section.headingRange.start
      ? section.range
      : section.headingRange
  const quoted = { start: range.start, end: Math.max(range.start, range.end) }
  const lead = leadOf(section, document)
  const sentence = lead === undefined ? '' : tidy(lead).slice(0, SENTENCE_CHARACTERS)
  const citation = citationOf(n, document, section.path, quoted)
  return [claimOf(`${section.heading}${sentence === '' ? '' : `：${sentence}`}`, citation)]
}

/** First sentence of the first paragraph under a heading, that of its first sub-section included. */
function leadOf(
  { level, headingRange }: Section,
  { outline, paragraphs, text }: Document,
): string | undefined {
  const next = outline.find((one) => one.level <= level && one.headingRange.start > headingRange.start)
  const paragraph = paragraphs.find(
    ({ kind, range }) =>
      kind === 'body' &&
      range.end > headingRange.end &&
      range.start < (next?.headingRange.start ?? text.length),
  )
  if (paragraph === undefined) return undefined
  const range = { start: Math.max(paragraph.range.start, headingRange.end), end: paragraph.range.end }
  const [lead] = splitSentences(readable(text, range, paragraph.gaps).text)
  return lead && readable(text, range, paragraph.gaps).text.slice(lead.start, lead.end)
}

function describe({ title, organisation, date, years }: DocumentSummary): string {
  const about = [organisation, date ?? (years.length > 0 ? `${years.join('、')}年` : undefined)].filter(
    (part) => part !== undefined,
  )
  return `《${title}》${about.length === 0 ? '' : `（${about.join('，')}）`}`
}

function titleClaim(n: number, { id }: DocumentSummary, sources: AnswerSources, text: string): Claim[] {
  const document = sources.document(id)
  const title = document?.outline[0]
  if (document === undefined || title === undefined) return []
  return [claimOf(text, citationOf(n, document, [document.title], title.headingRange))]
}

/** From the record itself: there is nothing a quotation could contradict. */
function claimOf(text: string, citation: Claim['citations'][number]): Claim {
  return { text, citations: [citation], verdict: 'supported', reasons: [] }
}

function answeredFrom(claims: readonly Claim[], lead: string): AnsweredAnswer | undefined {
  if (claims.length === 0) return undefined
  const text = [lead, textOf(claims)].filter((part) => part !== '').join('\n')
  return {
    kind: 'answered',
    text,
    claims,
    citations: citationsOf(claims),
    passages: [],
    origin: 'collection',
  }
}
