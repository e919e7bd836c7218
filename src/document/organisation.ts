// Which house is the report about, by its full name and by the short names that the report uses?

/** Words at the end of a house's name, longest first. */
const SUFFIX =
  /疾病预防控制中心|股份有限公司|有限责任公司|街道办事处|妇幼保健院|管理委员会|有限公司|人民政府|卫生院|保健院|研究院|研究所|设计院|检察院|幼儿园|图书馆|圖書館|博物馆|博物館|文化馆|美术馆|档案馆|纪念馆|体育馆|科技馆|管委会|委员会|委員會|办公室|办事处|管理局|出版社|电视台|合作社|联合会|基金会|总工会|医学院|医院|醫院|学院|學院|大学|大學|中学|中學|小学|小學|学校|學校|法院|银行|公司|集团|集團|协会|協會|学会|商会|中心|总站|总队|支队|大队|报社|监狱|景区|公园|农场|林场|政府|[局厅廳]/g

/** After a house's name, words that lead on to a longer one: 大学附属医院. */
const LEADS_ON = /^(?:附属|附屬|附设|附設|直属|第[一二三四五六七八九十]|[\p{Script=Han}]{2,4}分[院局行校])/u

/** Words that never stand inside a name, so a name begins after them. */
const STOPS =
  /[一二三四五六七八九十百千两几数\d]+(?:多|余)?[家所个座名项间]|选取|代表|近年来|今年以来|长期以来|以来|目前|记者|走进|来到|来自|位于|坐落|通过|依托|作为|随着|围绕|根据|按照|关于|欢迎|联合|支持|邀请|担任|挂牌|打造|成立|拥有|现有|市民|获评|荣获|创建|落户|前往|参观|委托|管理|接管|加强|推进|推动|建设|服务|全国|全省|全市|全县|全区|我[省市县区院校]|我們|[我的在与與为為将將被让讓是了着把给給跟其你他她它这這那也已并並而或则則但从從对對由及]|和(?![平田县县顺硕静林龙政])|于(?![都田洪])|[至赴等各该該本]/g

/** Places before a name, from the largest: 某省某市. The last one gives the short names their beginning. */
const PLACE = /^(?:\p{Script=Han}{1,7}?(?:省|自治区|自治州|自治县|市|县|縣|区|區|州(?!市)|盟|旗|镇|鎮|乡))+/u

/** Kinds of houses instead of one house. */
const GENERIC =
  /^(?:乡镇|城乡|农村|社区|基层|公立|民营|私立|[一二三]级|三甲|国有|中央|地方|[省市县区村]级|中小|高等|职业|定点|综合|专科|大型|重点|有关|相关|上级|下级|所属|各级|多家|部分|互联网|党委|党政|现代|一流|人民|儿童|中医)(?:医疗|公立|综合|专科|管理|服务|行政)?(?:医院|卫生院|学校|大学|中学|小学|公司|集团|银行|中心|政府|局|委员会|办公室|法院|学院|协会)$/

/** Short names of public bodies that are the same in every place. */
const REGULAR_SHORT: readonly (readonly [long: string, short: string])[] = [
  ['卫生健康委员会', '卫健委'],
  ['卫生健康局', '卫健局'],
  ['发展和改革委员会', '发改委'],
  ['发展和改革局', '发改局'],
  ['住房和城乡建设', '住建'],
  ['人力资源和社会保障', '人社'],
  ['市场监督管理', '市场监管'],
  ['文化和旅游', '文旅'],
  ['疾病预防控制', '疾控'],
  ['残疾人联合会', '残联'],
  ['妇女联合会', '妇联'],
  ['管理委员会', '管委会'],
  ['附属医院', '附院'],
]

const MAX_NAME = 26
const MIN_NAME = 4

export interface Names {
  readonly official?: string
  /** Short and second names as they occur, without the official one; in order of their first place. */
  readonly aliases: readonly string[]
}

export interface NameSources {
  /** Title, subtitle, banner. */
  readonly titles: readonly string[]
  readonly source?: string
  readonly signature: string
  /** Running text. */
  readonly body: string
}

/** Characters of running text in which names are looked for; a report names its house early. */
const SEARCHED = 60_000

export function findNames({ titles, source, signature, body }: NameSources): Names {
  const text = body.slice(0, SEARCHED)
  const title = titles.join('\n')
  const counts = countNames([title, source ?? '', signature, text].join('\n'))
  const inTitle = new Set(namesIn(title))
  const elsewhere = new Set([...namesIn(source ?? ''), ...namesIn(signature)])
  let official: string | undefined
  let best = 3
  for (const [name, count] of counts) {
    const score =
      (inTitle.has(name) ? 8 : 0) +
      (elsewhere.has(name) ? 3 : 0) +
      (shortForms(name).some((form) => title.includes(form)) ? 6 : 0) +
      (PLACE.test(name) ? 2 : 0) +
      Math.min(count, 6) -
      (/^[省市县縣区區]/.test(name) ? 3 : 0)
    if (score > best || (score === best && name.length > (official?.length ?? 0))) {
      official = name
      best = score
    }
  }
  if (official === undefined) return { aliases: [] }
  const full = fullest(official, [...counts.keys()])
  return { official: full, aliases: findAliases(full, official, `${title}\n${source ?? ''}\n${text}`) }
}

/** Names as they stand in a text, each as long as it can be. */
export function namesIn(text: string): string[] {
  const names: string[] = []
  for (const { 0: run } of text.matchAll(/[\p{Script=Han}]{4,}/gu)) {
    const suffixes = [...run.matchAll(SUFFIX)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }))
    for (const { end } of suffixes) {
      const leadsOn = suffixes.some(
        (s) => s.start === end || (s.end > end && LEADS_ON.test(run.slice(end, s.end))),
      )
      if (leadsOn) continue
      const name = afterStops(run.slice(Math.max(0, end - MAX_NAME), end))
      if (name.length >= MIN_NAME && !GENERIC.test(name)) names.push(name)
    }
  }
  return names
}

function afterStops(text: string): string {
  let start = 0
  for (const match of text.matchAll(STOPS)) {
    const end = match.index + match[0].length
    if (text.length - end >= MIN_NAME) start = end
  }
  return text.slice(start)
}

function countNames(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of namesIn(text)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** A name without its place is completed by the one that has it. */
function fullest(name: string, all: readonly string[]): string {
  const longer = all.filter((other) => {
    const before = other.slice(0, other.length - name.length)
    if (!other.endsWith(name) || before === '' || before.length > 8) return false
    return /^[省市县縣区區]/.test(name)
      ? before.length >= 2 && before.length <= 4
      : /[省市县縣区區州]$/.test(before)
  })
  return longer.sort((a, b) => a.length - b.length)[0] ?? name
}

/** Regular short names of a house: 某市第二人民医院 gives 市二院, 某二院, 某市二院, 市第二人民医院. */
export function shortForms(name: string): string[] {
  const places = PLACE.exec(name)?.[0] ?? ''
  const forms = /附属医院$/.test(name) ? ['附院', name.replace(/附属医院$/, '附院')] : []
  if (places === '') return [...forms, ...brandOf(name)].filter((form) => form !== name)
  const place = places.match(/\p{Script=Han}+?[省市县縣区區州盟旗镇鎮乡](?!市)/gu)?.at(-1) ?? places
  const rest = name.slice(places.length)
  const begins = [place.slice(-1), place.slice(0, -1), place]
  forms.push(...coresOf(rest).flatMap((core) => begins.map((begin) => begin + core)), ...brandOf(rest))
  return [...new Set(forms)].filter((form) => form !== name && form.length >= 2)
}

/** What may stand for a name after its place. */
function coresOf(rest: string): string[] {
  const ordinal = /第([一二三四五六七八九十])(?:人民|中)?(医|醫|中|小)[院学學]$/.exec(rest)
  const kind = ordinal?.[2]
  return [
    rest,
    ...(ordinal === null ? [] : [`${ordinal[1]}${kind === '中' || kind === '小' ? kind : '院'}`]),
    ...(/人民政府$/.test(rest) ? ['政府'] : []),
    rest.replace(/委员会$/, '委'),
    ...REGULAR_SHORT.filter(([long]) => rest.includes(long)).map(([long, short]) =>
      rest.replace(long, short),
    ),
  ]
}

/** A company is called by its name without its legal form. */
function brandOf(name: string): string[] {
  const brand = name.replace(/(?:股份|责任)?有限(?:责任)?公司$/, '')
  if (brand === name || brand.length < 2) return []
  const core = brand.replace(/集团$/, '')
  return core.length >= 2 ? [brand, core] : [brand]
}

function findAliases(official: string, found: string, text: string): string[] {
  const aliases = new Map<string, number>()
  const add = (alias: string, at: number) => {
    if (alias !== official && alias.length >= 2 && !aliases.has(alias)) aliases.set(alias, at)
  }
  if (found !== official) add(found, text.indexOf(found))
  for (const form of shortForms(official)) {
    const at = placeOutside(text, form, official)
    if (at >= 0) add(form, at)
  }
  const quoted = official.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  for (const match of text.matchAll(new RegExp(`${quoted}\\s?[（(]([^（）()]{2,30})[）)]`, 'g'))) {
    const inside = match[1] ?? ''
    const called = /(?:简称|簡稱|下称|又称|又名)(?:为|為)?[：:]?\s*[“"「‘]?([^”"」’，,]{2,12})/.exec(inside)
    if (called?.[1] !== undefined) add(called[1], match.index)
    else if (namesIn(inside)[0] === inside) add(inside, match.index)
  }
  return [...aliases].sort((a, b) => a[1] - b[1]).map(([alias]) => alias)
}

/** Where the form stands for itself and isn't a part of the official name; -1 when it never does. */
function placeOutside(text: string, form: string, official: string): number {
  const inside = official.indexOf(form)
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    if (inside < 0 || !text.startsWith(official, at - inside)) return at
  }
  return -1
}
