// Which unit do the name of a column, the name of a row and the line above a table tell, and for which numbers?
import { unitAt } from '../../text/units.ts'
import { fold } from '../../verify/fold.ts'

export interface Parted {
  /** Without the unit. */
  readonly name: string
  readonly unit?: string
}

/** Which of several numbers of one thing: 2022年, 上年, 年末, 计划, 一季度. */
const PERIODS = `(?:${[
  '(?:19|20)\\d\\d(?:[-~至](?:19|20)?\\d\\d)?学?年?度?[初末底]?',
  '\\d{1,2}月份?|[一二三四1-4]季度|[上下]半年|[上去今前本]年度?|[本上同][期月]|年[初末底]|期[初末]',
  '累计|合计|小计|实际|计划|预算|决算|目标|完成|预计|执行|金额|数值',
].join('|')})`
const ENDING = '(?:数|值|额|情况)?'
/** 床位数（张）, 收入(万元); 床位数（张）2022年. */
const BRACKETED = new RegExp(
  `^(?<name>.+?)[（(](?<unit>[^（）()]{1,10})[)）](?<period>${PERIODS}*${ENDING})$`,
  'u',
)
/** 单价/元, 金额：元. */
const SLASHED = /^(?<name>[^/／:：]{2,})[/／:：](?<unit>[^/／:：]{1,4})$/u
const OF_PERIOD = new RegExp(`^${PERIODS}+${ENDING}$`, 'u')
const PERIOD_BEHIND = new RegExp(`${PERIODS}+${ENDING}$`, 'u')
/** 单位：万元 above a table. */
const COMMON_UNIT = /单位[:：]\s*(?<unit>[^\s）)，,；;。]{1,8})/u
/** Numbers without a unit, or with one of their own whatever the line above says. */
const SHARE_OR_RANK =
  /率$|占比|比[例重值]$|百分比|[增涨降]幅|同比|环比|增[长减]$|排[名序位]|名次|位次|指数$|系数$/u
/** 户数, 人次, 数量: no sums of money. */
const COUNTED = /(?:[^总]数|数量|[人册例台件]次|面积)$/u

/** Whether a string is a unit and nothing else: 张, 万元, %, 元/次, DDDs isn't. */
export function isUnitText(text: string | undefined): text is string {
  if (text === undefined) return false
  const [measure = '', ...per] = fold(text).split('/')
  if (per.length > 1) return false
  const bare = measure.replace(/^[十百千万亿]+(?=.)/u, '')
  return /^(?:%|‰|[万亿]|万?千瓦时)$/u.test(measure) || unitAt(bare, 0)?.length === bare.length
}

/** A name and the unit that stands behind it, or before the period: 床位数（张）2022年. */
export function parted(head: string): Parted {
  const match = BRACKETED.exec(head)?.groups ?? SLASHED.exec(head)?.groups
  const unit = match?.['unit']
  if (match === undefined || !isUnitText(unit)) return { name: head }
  return { name: `${match['name'] ?? ''}${match['period'] ?? ''}`, unit }
}

/** The unit that a line above a table tells for all its numbers. */
export function commonUnit(lines: readonly string[]): string | undefined {
  return lines.map((line) => COMMON_UNIT.exec(line)?.groups?.['unit']).find(isUnitText)
}

/** Whether numbers under a name may be of the unit of the whole table: 户数 and 增长率 are no 万元. */
export function takesCommon(name: string, unit: string): boolean {
  return !isShareOrRank(name) && !(unit.endsWith('元') && COUNTED.test(name.replace(PERIOD_BEHIND, '')))
}

/** 增长率2023年, 位次: whatever the other numbers of the row count, these don't. */
export function isShareOrRank(name: string): boolean {
  return SHARE_OR_RANK.test(name.replace(PERIOD_BEHIND, ''))
}

/** 2022年, 目标值: says of which time or sort the numbers are, and leaves to the rows what is counted. */
export function isOfPeriod(name: string): boolean {
  return OF_PERIOD.test(name)
}
