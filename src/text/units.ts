// What does a number count? The unit or measure word after it, all spellings of one unit under one name.

export interface Unit {
  /** Shared by all spellings: 人 for 名 and 位, 公里 for 千米. */
  readonly name: string
  /** Units of one dimension convert into each other; `counter` and `generic` (个) don't measure. */
  readonly dimension: string
  /** Size in the dimension's base unit; 1 for measure words. */
  readonly factor: number
}

export interface UnitMention {
  readonly unit: Unit
  /** Characters that the unit takes. */
  readonly length: number
}

/** `dimension: name=factor spelling spelling | …` */
const MEASURES: Readonly<Record<string, string>> = {
  money: '元=1 块钱 圆 元人民币',
  dollar: '美元=1 美金',
  'hong-kong-dollar': '港元=1 港币',
  yen: '日元=1 日圆',
  euro: '欧元=1',
  pound: '英镑=1',
  'taiwan-dollar': '新台币=1 台币',
  length:
    '毫米=0.001 mm | 厘米=0.01 公分 cm | 米=1 公尺 m | 公里=1000 千米 km | 里=500 | 英尺=0.3048 | 英寸=0.0254 | 英里=1609.344 | 海里=1852',
  area: '平方米=1 平方公尺 平米 ㎡ | 亩=666.667 | 公顷=10000 | 平方公里=1000000 平方千米 | 平方英里=2589988',
  volume: '毫升=0.001 | 升=1 | 立方米=1000',
  weight: '毫克=0.001 | 克=1 公克 g | 斤=500 | 公斤=1000 千克 kg | 磅=453.59 | 吨=1000000 公吨',
  time: '秒=1 秒钟 | 分钟=60 | 小时=3600 个小时 钟头 个钟头 | 天=86400 | 周=604800 星期 个星期 礼拜 个礼拜',
  span: '个月=1 | 年=12 周年 载 | 世纪=1200 个世纪',
  month: '月=1 月份',
  day: '日=1 号',
  clock: '时=1 点 点钟 时许',
  temperature: '度=1 摄氏度 ℃ °c',
  power: '瓦=1 | 千瓦=1000 | 兆瓦=1000000',
  age: '岁=1 周岁',
  multiple: '倍=1',
}

/** Spellings that may stand for each other, the name first. */
const COUNTERS = [
  '人 名 位',
  '家 所 座 间 栋 幢',
  '次 回 场 场次 趟 遍',
  '篇 份',
  '台 辆 架 部',
  '本 册',
  '支 只 枝',
  '头 匹',
  '颗 粒 枚',
  '棵 株',
  '队 支队',
  ...'人次 项 件 例 张 套 种 类 条 块 片 级 等 期 批 组 对 户 处 站 层 楼 环 段 票 分 球 集 季度 首 曲 幅 版 代 届'.split(
    ' ',
  ),
  ...'科 属 发 句 字 页 尊 起 宗 学时 学分 艘 架次 台次 例次 章 款 卷 节 声道 步 大 强 佳 股 则 门 轮 口 床 笔 顶 根'.split(
    ' ',
  ),
]

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ['个', { name: '个', dimension: 'generic', factor: 1 }],
  ...COUNTERS.flatMap((group): [string, Unit][] => {
    const [name = '', ...others] = group.split(' ')
    return [name, ...others].map((form) => [form, { name, dimension: 'counter', factor: 1 }])
  }),
  ...Object.entries(MEASURES).flatMap(([dimension, units]) =>
    units.split(' | ').flatMap((unit): [string, Unit][] => {
      const [first = '', ...others] = unit.split(' ')
      const [name = '', factor] = first.split('=')
      return [name, ...others].map((form) => [form, { name, dimension, factor: Number(factor) }])
    }),
  ),
])
const LONGEST = Math.max(...[...UNITS.keys()].map((form) => form.length))

/** 余, 多, 来 and 几 stand between a numeral and its unit. */
const BETWEEN = /^[余多来几]?\s?/u
/** A unit's character that opens a word instead: 一大学, 三人民, 十分析 …; only asked of numerals of one character. */
const WORDS =
  /^(?:人[民才物类生工均力心气格文]|名[为叫誉义称]|位[于居置]|年[轻龄]|天[津然空气才下生]|月[球亮]|日[本益常前后报]|号[称召]|时[代候期间]|分[析别为布成行公局支配子工享散解离明]|点[击评燃缀]|度[过假]|元[素旦首]|里面|家[庭长乡族]|所[有以谓属在]|间[接断]|回[家到来归顾答应]|场[所地馆面]|部[分门队长署]|本[来身地质]|项目|种[植子族]|条[件例约]|支[持部援撑付]|只[有是要能会]|头[部发脑]|片面|等[于待]|期[间待刊]|批[准判评]|组[织成建]|队[伍员友长]|对[于比此手应话面立]|处[理于分置]|站在|层[次面]|段落|大[学量幅力型规会陆部多约]|代[表替理]|科[学研技室]|发[展现生布表明达]|起[到来初源]|强[调化大烈]|口[号腔岸]|根[据本]|轮流|章程|节[目日约]|周[边围]|股份|则[是为]|步[入伐骤]|面|级[别])/u

/**
 * The unit that starts at an offset.
 *
 * @param text with simplified characters and lower-case Latin letters
 * @param strict refuses a character that opens a longer word there
 */
export function unitAt(text: string, offset: number, strict = false): UnitMention | undefined {
  const between = BETWEEN.exec(text.slice(offset, offset + 2))?.[0].length ?? 0
  const start = offset + between
  for (let length = LONGEST; length > 0; length--) {
    const form = text.slice(start, start + length)
    const unit = UNITS.get(form)
    if (unit === undefined || form.length < length) continue
    if (/[a-z]$/u.test(form) && /^[a-z\d]/u.test(text.slice(start + length, start + length + 1))) continue
    if (strict && WORDS.test(text.slice(start, start + 2))) return undefined
    return { unit, length: between + length }
  }
  return undefined
}

/**
 * Whether two numbers count the same sort of thing as far as their units tell.
 *
 * `generic`: 个 against a measure word, right when the noun is the same.
 */
export function compareUnits(
  a: Unit | undefined,
  b: Unit | undefined,
): 'same' | 'generic' | 'unknown' | 'different' {
  if (a === undefined || b === undefined) return 'unknown'
  if (a.name === b.name) return 'same'
  if (a.dimension === b.dimension && a.dimension !== 'counter') return 'same'
  const kinds = [a.dimension, b.dimension]
  if (kinds.includes('generic') && kinds.includes('counter') && ![a.name, b.name].includes('人次'))
    return 'generic'
  return 'different'
}
