// What sort of answer does a question ask for? Its kind, and the unit a number must have to answer it.
import { fold } from '../../verify/fold.ts'
import type { AmountAsked } from './amount-asked.ts'
import { type CountedNoun, countedNoun } from './counted-noun.ts'
import type { NamedPart } from './named-part.ts'
import { postsAsked, roleAsked } from './post-asked.ts'
import { asksForPeopleAtLarge, type HouseAsked, houseAsked } from './who-but-no-person.ts'

/** What must stand in the sentence that answers: a number, a share, a time, a person, … */
export type AnswerKind =
  | 'count'
  | 'share'
  | 'money'
  | 'rank'
  | 'date'
  | 'year'
  | 'clock'
  | 'duration'
  | 'person'
  | 'place'
  | 'name'
  | 'list'
  | 'yes-no'
  | 'manner'
  | 'reason'
  | 'summary'
  | 'other'

export interface QuestionKind {
  readonly kind: AnswerKind
  /** Measure word or unit asked for: the 张 of 多少张床; absent when the question names none. */
  readonly unit?: string
  /** What is to be counted, where it follows the unit: the 座位 of 多少个座位 and of 多少座位. */
  readonly counted?: string
  /** Whether a number of what there is or one of what changed answers; absent where either may. */
  readonly amount?: AmountAsked
  /** Of which one of several alike, where the question names one. */
  readonly part?: NamedPart
  /** What an English question counts: the beds of how many beds. */
  readonly noun?: CountedNoun
  /** Post whose bearer is asked for, as the question has it: 院长, 纪委书记. */
  readonly role?: string
  /** Whoever builds, holds or pays for something: a house and no person. */
  readonly house?: HouseAsked
  /** Words for the post that an English question asks for; the bearer of any of them answers. */
  readonly posts?: readonly string[]
}

interface Rule {
  readonly kind: AnswerKind
  readonly pattern: RegExp
}

/** A unit follows directly: 多少人次, 几个, 多少平方米. Longest first, so that 人次 isn't read as 人. */
const UNITS =
  '平方米|平方公里|公里|千米|立方米|万元|亿元|小时|分钟|个百分点|百分点|人次|场次|台次|例次|批次|公顷|[个名位人家所项次例台套张间册本份篇件条处座种类场批届期年月天日岁层辆班路户亩吨米元块支部门级道回头只届T]'

/** 几 that asks: not the one of 这几年, 十几, 几十. */
const HOW_MANY = '(?<![这近前后哪十好])几(?![十百千万乎])'

// The first rule that fits decides: the narrow ones stand before the wide ones.
const RULES: readonly Rule[] = [
  { kind: 'year', pattern: /哪几年|哪一?年|何年|几几年|which year|what year/iu },
  { kind: 'list', pattern: /哪[几两二三四五六七八九十](?![日号月])/u },
  {
    kind: 'share',
    pattern:
      /百分之[多几]|百分比|[占达]?(?:多大|多少|几成|什么)(?:的)?(?:比例|比重|份额)|几成|多大一部分|(?:比例|占比|比重|[^效频]率)(?:大概|大约|达到|达|各|分别|又)?(?:是|为|有)?(?:多少|多高|几)|what (?:percentage|share|proportion)|what (?:was|is|were|are) .{0,40}\b(?:rate|ratio|satisfaction|percentage)\b/iu,
  },
  // 占总收入多少, but not 占地多少亩.
  {
    kind: 'share',
    pattern: new RegExp(`占(?![地用床])了?\\p{Script=Han}{0,12}?的?(?:多少|几成)(?!${UNITS}|钱)`, 'u'),
  },
  {
    kind: 'rank',
    pattern:
      /第几(?![届批期])|排(?:名|在|到|行)?(?:第|全[国省市])?.{0,4}(?:第?几|多少)|名次|几等奖|what rank|ranked? (?:where|what)/iu,
  },
  {
    kind: 'money',
    pattern:
      /多少(?:钱|经费|资金|资助|银子|费用|收入|元|万元|亿元)|(?:经费|资金|费用|收入|投资|花费|价格|收费)(?:总共|一共|共)?(?:是|为|有)?多少|怎么收费|how much (?:money|funding)|how much does .{0,40}cost|what (?:was|is|were|are) .{0,40}\b(?:revenue|income|turnover|budget|costs?|prices?|fees?|expenditure|spending|profits?|salary)\b/iu,
  },
  { kind: 'clock', pattern: /(?:早上|上午|中午|下午|晚上|夜里)?几点|几时|what time/iu },
  {
    kind: 'date',
    pattern: /哪一?天|几月几[日号]|几[日号]|什么日[子期]|which (?:day|date)|what (?:day|date)|on what date/iu,
  },
  { kind: 'date', pattern: /什么时[候间]|何时|啥时[候间]?|多会儿|哪个?月|几月|\bwhen\b/iu },
  {
    kind: 'duration',
    pattern:
      /多久|多长时间|(?:多少|(?<![这近前哪十])几)(?:年|个?月|天|小时|分钟)|how (?:long|old)|length of stay/iu,
  },
  {
    kind: 'count',
    pattern: new RegExp(
      `(?:多少|${HOW_MANY})(?:${UNITS})|多少|${HOW_MANY}|how many|how much|number of`,
      'iu',
    ),
  },
  { kind: 'list', pattern: /都有(?:谁|哪些人)/u },
  // 甲和乙谁的藏书多: numbers are compared, and 谁 is one of the two.
  { kind: 'count', pattern: /[和与跟同、].{1,24}谁的.{1,10}(?:更|比较)?[多少高低大小长短]/u },
  {
    kind: 'person',
    pattern:
      /谁|哪[一]?位|何人|哪些人|什么人|(?:姓名|名字)(?:是|叫)|(?:院长|书记|主任|局长|校长|馆长|负责人|教授|领导|作者|记者|编辑)(?:叫|是)(?:什么|啥|哪)|\bwho(?:se)?\b/iu,
  },
  { kind: 'list', pattern: /(?<![目以之提])前[两二三四五六七八九十\d]+[大位名种类项家个](?!月|季)/u },
  {
    kind: 'place',
    pattern:
      /哪里|哪儿|何处|什么地[方点]|哪个?(?:地方|位置|城市|省|市|县|镇|村)|什么位置|(?:位于|设在|开在|坐落在?)(?:哪|什么)|啥地方|\bwhere\b/iu,
  },
  {
    kind: 'summary',
    pattern:
      /概括|总结|概述|归纳|简述|总体|大致|主要(?:做|讲|说|内容|介绍)|介绍一下|讲了(?:什么|哪些)|summari[sz]e|overview/iu,
  },
  {
    kind: 'list',
    pattern:
      /哪[几两三四五六]|哪些|分别|各(?:是|有|自|为)|都有(?:什么|谁|啥)|有什么|which (?:\w+ ){0,2}?\w{3,}(?<!wa|ha|doe)s\b|what are/iu,
  },
  { kind: 'reason', pattern: /为什么|为何|什么原因|因为什么|\bwhy\b/iu },
  {
    kind: 'name',
    pattern:
      /叫(?:什么|啥|作什么)|(?:名称|名字|题目|主题|书名|品牌|口号|称号|全称)(?:是|叫|为)?(?:什么|啥|哪)|(?:什么|啥)(?:名|称号|主题|奖|歌|题目)|哪(?:个|种|家|一|科|部门|级)|什么|啥|which|what/iu,
  },
  { kind: 'manner', pattern: /怎么|怎样|如何|咋|\bhow\b/iu },
  {
    kind: 'yes-no',
    pattern:
      /吗|是不是|是否|有没有|有无|能不能|会不会|可不可以|对不对|没有?[？?]?$|^(?:is|are|was|were|do|does|did|can|has|have)\b/iu,
  },
]

const UNIT_ASKED = new RegExp(
  `(?:多少|${HOW_MANY})(?<unit>${UNITS})(?:(?<counted>\\p{Script=Han}{2,8})(?=[?,。]|$))?`,
  'u',
)
/** Without a measure word: 多少护士. */
const BARE_NOUN = /多少(?<counted>\p{Script=Han}{2,8})(?=[?,。]|$)/u

/**
 * @param question as given; one of several parts gets the kind that stands first among the rules
 */
export function questionKind(question: string): QuestionKind {
  const folded = fold(question)
  const rule = RULES.find(({ pattern }) => pattern.test(folded))
  const found = rule?.kind ?? 'other'
  const bare = found === 'count' ? BARE_NOUN.exec(folded) : null
  const { unit, counted } = (UNIT_ASKED.exec(folded) ?? bare)?.groups ?? {}
  const house = found === 'person' ? houseAsked(folded) : undefined
  const isNobody = house !== undefined || (found === 'person' && asksForPeopleAtLarge(folded))
  const kind = isNobody ? 'other' : found
  const role = kind === 'person' || kind === 'list' ? roleAsked(folded) : undefined
  const posts = kind === 'person' ? postsAsked(folded) : undefined
  const noun = kind === 'count' ? countedNoun(folded) : undefined
  return {
    kind,
    ...(unit !== undefined && { unit }),
    ...(counted !== undefined && { counted }),
    ...(noun !== undefined && { noun }),
    ...(house !== undefined && { house }),
    ...(role !== undefined && { role }),
    ...(posts !== undefined && { posts }),
  }
}
