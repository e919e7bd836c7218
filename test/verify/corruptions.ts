// True sentences made false in six ways, each a small change that a language model could make.

export type CorruptionKind = 'number' | 'unit' | 'year' | 'organisation' | 'negation' | 'name'

export interface Corruption {
  readonly kind: CorruptionKind
  readonly text: string
}

/** Uniform in [0, 1). */
export type Random = () => number

/** Mulberry32: small, seeded, even enough for choosing. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** At most one corruption of each kind; kinds that the sentence offers no hold for are left out. */
export function seedCorruptions(sentence: string, random: Random): Corruption[] {
  const ways: Record<CorruptionKind, (sentence: string, random: Random) => string | undefined> = {
    number: otherNumber,
    unit: otherUnit,
    year: otherYear,
    organisation: otherOrganisation,
    negation: otherPolarity,
    name: otherName,
  }
  return Object.entries(ways).flatMap(([kind, corrupt]) => {
    const text = corrupt(sentence, random)
    return text === undefined || text === sentence ? [] : [{ kind: kind as CorruptionKind, text }]
  })
}

function pick<T>(items: readonly T[], random: Random): T | undefined {
  return items[Math.floor(random() * items.length)]
}

function replaceMatch(sentence: string, match: RegExpMatchArray, group: number, replacement: string): string {
  const whole = match.index ?? 0
  const at = whole + match[0].indexOf(match[group] ?? '')
  return sentence.slice(0, at) + replacement + sentence.slice(at + (match[group] ?? '').length)
}

const MEASURE =
  '人次|個百分點|个百分点|億元|亿元|萬元|万元|美元|元|平方公里|平方米|公里|公尺|公頃|小時|小时|分鐘|分钟|個月|个月|名|位|人|個|个|家|所|座|項|项|篇|例|張|张|台|次|場|场|天|年|歲|岁|種|种|條|条|部|米|噸|吨|公斤|克|層|层|艘|輛|辆|萬|万|億|亿|%|％|‰'
const ARABIC = /(?<![\dA-Za-z.,])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\d年])/gu
const CHINESE = new RegExp(
  `(?<![一二三四五六七八九十百千第])([二三四五六七八九两兩]|[一二三四五六七八九]?十[一二三四五六七八九]?)(?=${MEASURE})`,
  'gu',
)

function otherNumber(sentence: string, random: Random): string | undefined {
  const match = pick([...sentence.matchAll(ARABIC), ...sentence.matchAll(CHINESE)], random)
  if (match === undefined) return undefined
  const number = match[1] ?? ''
  // Now and then the number of another thing in the same sentence.
  const others = [...sentence.matchAll(ARABIC)].map((m) => m[1] ?? '').filter((n) => n !== number)
  const swapped = random() < 0.3 ? pick(others, random) : undefined
  return replaceMatch(sentence, match, 1, swapped ?? changedDigit(number, random))
}

function changedDigit(number: string, random: Random): string {
  const digits = /\d/u.test(number) ? '0123456789' : '一二三四五六七八九'
  const places = [...number.matchAll(/[\d一二三四五六七八九两兩]/gu)]
  const place = pick(places, random)
  if (place === undefined) return '三十'
  const first = place.index === 0
  const choices = [...digits].filter(
    (d) => d !== place[0] && !(first && d === '0') && !(d === '二' && /[两兩]/u.test(place[0])),
  )
  return number.slice(0, place.index) + (pick(choices, random) ?? '') + number.slice(place.index + 1)
}

const OTHER_UNITS: Readonly<Record<string, readonly string[]>> = {
  人次: ['人', '家次', '天'],
  名: ['家', '人次', '项'],
  位: ['家', '年', '万'],
  人: ['人次', '家', '天'],
  个: ['万个', '年', '元'],
  個: ['萬個', '年', '元'],
  家: ['人', '次', '万家'],
  所: ['人', '次'],
  座: ['人', '公里'],
  项: ['人', '亿元', '家'],
  項: ['人', '億元', '家'],
  篇: ['部', '项', '万篇'],
  例: ['万例', '天', '台次'],
  张: ['间', '万张', '人'],
  張: ['間', '萬張', '人'],
  台: ['万台', '套', '次'],
  次: ['年', '天', '人'],
  场: ['天', '万场', '人'],
  場: ['天', '萬場', '人'],
  天: ['年', '小时', '个月'],
  岁: ['个月', '年级'],
  歲: ['個月', '年級'],
  种: ['次', '人'],
  種: ['次', '人'],
  条: ['人', '万条'],
  條: ['人', '萬條'],
  部: ['年', '集'],
  亿元: ['万元', '元'],
  億元: ['萬元', '元'],
  万元: ['亿元', '元', '万美元'],
  萬元: ['億元', '元', '萬美元'],
  美元: ['元', '日元'],
  元: ['万元', '美元'],
  平方公里: ['平方米', '公顷'],
  平方米: ['平方公里', '亩'],
  公里: ['米', '英里'],
  公尺: ['公里', '英尺'],
  公頃: ['平方公里', '公尺'],
  米: ['公里', '厘米'],
  小时: ['分钟', '天'],
  小時: ['分鐘', '天'],
  分钟: ['小时', '秒'],
  分鐘: ['小時', '秒'],
  个月: ['年', '天'],
  個月: ['年', '天'],
  吨: ['公斤', '万吨'],
  噸: ['公斤', '萬噸'],
  公斤: ['吨', '克'],
  克: ['公斤', '吨'],
  层: ['米', '座'],
  層: ['公尺', '座'],
  艘: ['架', '萬艘'],
  輛: ['艘', '萬輛'],
  辆: ['艘', '万辆'],
  万: ['亿', '千'],
  萬: ['億', '千'],
  亿: ['万', '千万'],
  億: ['萬', '千萬'],
  '%': ['‰', '个百分点', '倍'],
  '％': ['‰', '个百分点', '倍'],
}

function otherUnit(sentence: string, random: Random): string | undefined {
  const matches = [
    ...sentence.matchAll(
      new RegExp(`(?<=\\d[多余餘]?|[二三四五六七八九十百千萬万亿][多余餘]?)(${MEASURE})`, 'gu'),
    ),
  ]
  const usable = matches.filter(
    (m) => OTHER_UNITS[m[1] ?? ''] !== undefined && !/[0-9]{4}$/u.test(sentence.slice(0, m.index)),
  )
  const match = pick(usable, random)
  const unit = match === undefined ? undefined : pick(OTHER_UNITS[match[1] ?? ''] ?? [], random)
  return match === undefined || unit === undefined ? undefined : replaceMatch(sentence, match, 1, unit)
}

function otherYear(sentence: string, random: Random): string | undefined {
  const match = pick([...sentence.matchAll(/(?<!\d)([12]\d{3})(?=年|至|到|-|—)/gu)], random)
  if (match === undefined) return undefined
  const shift = (1 + Math.floor(random() * 9)) * (random() < 0.5 ? -1 : 1)
  return replaceMatch(sentence, match, 1, String(Number(match[1]) + shift))
}

/** Group 1 is the place or proper name that tells one organisation from another. */
const ORGANISATION =
  /(?<=^|[，。、：“《（(在由与和於是到向为為从,])(\p{Script=Han}{2,4}?)(?:市|省|县|縣)?(?:(?:第[一二三四]|人民|中心|附属|附屬|国立|國立|理工|师范|師範|医科|醫科|科技|石油|电子|電子|音乐|音樂|艺术|藝術)+(?:医院|醫院|大学|大學|学院|學院|中学|中學|公司|集团|集團|政府)|大学(?!生)|大學(?!生)|公司|出版社|電視台|电视台|博物馆|博物館|委員會|委员会|俱乐部|俱樂部|研究所|研究院)/gu
const OTHER_PLACES = ['青岚', '临川', '望江', '白石', '东湖', '云岭', '海宁', '松原', '嘉禾', '凤台']

function otherOrganisation(sentence: string, random: Random): string | undefined {
  const usable = [...sentence.matchAll(ORGANISATION)].filter(
    (m) => !/[的了是该該本这這各所被把将將对對向]|全国|全國|有限|公立/u.test(m[1] ?? ''),
  )
  const match = pick(usable, random)
  const place = pick(OTHER_PLACES, random)
  return match === undefined || place === undefined ? undefined : replaceMatch(sentence, match, 1, place)
}

const SWAPPED_WORDS: readonly (readonly [string, string])[] = (
  '增长 下降|增加 减少|增加 減少|上升 下降|提高 降低|提升 下降|扩大 缩小|擴大 縮小|高于 低于|高於 低於|超过 不足|超過 不足|成功 失败|成功 失敗|' +
  '支持 反对|支持 反對|开始 结束|開始 結束|最大 最小|最高 最低|有 没有|有 沒有|没有 有|沒有 有|并非 是|並非 是|不是 是|未能 得以|无法 可以|無法 可以|不能 能|加入 退出'
)
  .split('|')
  .map((pair) => pair.split(' ') as [string, string])
/** Verbs that 未 or 没有 may stand before. */
const VERBS =
  /(?<![不未没沒无無])(?:获得|獲得|荣获|榮獲|开展|開展|完成|建立|成立|设立|設立|举行|舉行|发表|發表|参加|參加|加入|使用|采用|採用|包括|进入|進入|通过|通過|成为|成為|位于|位於|属于|屬於|出版|发行|發行|开通|開通|引进|引進|推出|实施|實施|落实|落實|接受|担任|擔任|支持|拥有|擁有|存在|影响|影響|改善|发生|發生|出现|出現|提供|建造|认为|認為|出生|毕业|畢業|是)/gu

function otherPolarity(sentence: string, random: Random): string | undefined {
  const swaps = SWAPPED_WORDS.filter(([word]) => word.length > 1 && sentence.includes(word))
  const swap = random() < 0.5 ? pick(swaps, random) : undefined
  if (swap !== undefined) return sentence.replace(swap[0], swap[1])
  const verb = pick([...sentence.matchAll(VERBS)], random)
  if (verb === undefined) return undefined
  const denied = verb[0] === '是' ? '不是' : `${pick(['未', '没有', '并未'], random)}${verb[0]}`
  return sentence.slice(0, verb.index) + denied + sentence.slice(verb.index + verb[0].length)
}

const OTHER_PEOPLE = ['周明远', '沈佳', '顾小川', '罗文静', '郝建业', '韩立', '宋雨桐', '吕志强']
const OTHER_FOREIGNERS = ['安德烈·莫里斯', '托马斯·哈代尔', '玛丽安·科恩', '列昂·别林']
const OTHER_TITLES = ['远行的人', '星河档案', '质量管理实施细则', '山城旧事', '年度工作要点']
const OTHER_QUOTED = ['暖阳行动', '青松计划', '银河先锋', '四个到位', '百川']

function otherName(sentence: string, random: Random): string | undefined {
  const options: (readonly [RegExpMatchArray, readonly string[]])[] = []
  const offer = (pattern: RegExp, names: readonly string[]) => {
    for (const match of sentence.matchAll(pattern)) options.push([match, names])
  }
  offer(/《([^《》]{2,30})》/gu, OTHER_TITLES)
  offer(/[“「]([^“”「」，。]{2,12})[”」]/gu, OTHER_QUOTED)
  offer(/(\p{Script=Han}{2,6}(?:[·‧・]\p{Script=Han}{1,6})+)/gu, OTHER_FOREIGNERS)
  offer(
    /(?:书记|院长|主任|主席|总统|總統|教授|院士|导演|導演|作者|作家|医师|記者|记者|演员|演員|皇帝)([王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧钱錢]\p{Script=Han}{1,2})(?=说|說|表示|介绍|介紹|[，、。的在於于与與]|荣|獲|获)/gu,
    OTHER_PEOPLE,
  )
  const chosen = pick(options, random)
  const name = chosen === undefined ? undefined : pick(chosen[1], random)
  return chosen === undefined || name === undefined ? undefined : replaceMatch(sentence, chosen[0], 1, name)
}
