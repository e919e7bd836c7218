// Which names of houses (authorities, hospitals, schools, companies) stand in a text? By the words that end them.

/** Words at the end of a house's name, longest first. */
const SUFFIX =
  /疾病预防控制中心|股份有限公司|有限责任公司|街道办事处|妇幼保健院|管理委员会|有限公司|人民政府|卫生院|保健院|研究院|研究所|设计院|检察院|幼儿园|图书馆|圖書館|博物馆|博物館|文化馆|美术馆|档案馆|纪念馆|体育馆|科技馆|管委会|委员会|委員會|办公室|办事处|管理局|出版社|电视台|合作社|联合会|基金会|总工会|医学院|医院|醫院|学院|學院|大学|大學|中学|中學|小学|小學|学校|學校|法院|银行|公司|集团|集團|协会|協會|学会|商会|中心|总站|总队|支队|大队|报社|监狱|景区|公园|处理厂|[水电]厂|福利院|敬老院|养老院|疗养院|居委会|村委会|事务所|管理处|牧场|农场|林场|政府|[局厅廳]/g

/** After a house's name, words that lead on to a longer one: 大学附属医院. */
const LEADS_ON = /^(?:附属|附屬|附设|附設|直属|第[一二三四五六七八九十]|[\p{Script=Han}]{2,4}分[院局行校])/u

/** Words that never stand inside a name, so a name begins after them at the earliest. */
const STOPS =
  /[一二三四五六七八九十百千两几数\d]+(?:多|余)?(?:[家所个座名项间]|年度?|月|日)|\d+|选取|代表|近年来|今年以来|长期以来|以来|目前|记者|走进|来到|来自|位于|坐落|通过|依托|作为|随着|围绕|根据|按照|关于|邀请|担任|获评|荣获|前往|参观|全省|全市|全县|全区|我[省市县区院校]|我們|[我的在与與為为將将被让讓是了着把给給跟其你他她它这這那也已并並而或则則但從由及到至赴等该該]|从(?!化)|[对對](?!外)|和(?![平田县縣顺硕静林龙政]|城乡|改革|旅游|社会|规划|信息|农村|卫生|计划|技术|体育|统计|广播|新闻|法制)|于(?![都田洪])|本(?!溪)|各/g

/** Words that stand before names and also inside them (建设局); a name begins after them only with a place. */
const VERBS =
  /欢迎|联合|支持|挂牌|打造|成立|拥有|现有|市民|创建|落户|委托|管理|接管|加强|推进|推动|建设|服务|全国/g

/** Places before a name, from the largest: 某省某市. The last one gives the short names their beginning. */
export const PLACE =
  /^(?:\p{Script=Han}{1,7}?(?:省|自治区|自治州|自治县|市|县|縣|区|區|州(?!市)|盟|旗|镇|鎮|乡))+/u

/** Kinds of houses instead of one house. */
const GENERIC =
  /^(?:乡镇|乡村|城乡|农村|社区|基层|公立|民营|私立|[一二三]级|三甲|国有|中央|地方|[省市县区村]级|中小|高等|职业|定点|综合|专科|大型|重点|有关|相关|上级|下级|所属|各级|多家|部分|互联网|党委|党政|现代|一流|人民|儿童|中医)(?:医疗|公立|综合|专科|管理|服务|行政)?(?:医院|卫生院|学校|大学|中学|小学|公司|集团|银行|中心|政府|局|委员会|办公室|法院|学院|协会)$/

/** Characters of a name. */
const MAX_NAME = 26
const MIN_NAME = 4

/** Suffixes after one that may belong to the same name. */
const NEAR_SUFFIXES = 3

/** Names as they stand in a text, each as long as it can be; one name as often as it stands there. */
export function namesIn(text: string): string[] {
  const names: string[] = []
  for (const { 0: run } of text.matchAll(/[\p{Script=Han}\d]{4,}/gu)) {
    const suffixes = Array.from(run.matchAll(SUFFIX), ({ index, 0: word }) => ({
      start: index,
      end: index + word.length,
    }))
    for (const [i, { end }] of suffixes.entries()) {
      const later = suffixes.slice(i + 1, i + 1 + NEAR_SUFFIXES)
      if (later.some((next) => next.start === end || LEADS_ON.test(run.slice(end, next.end)))) continue
      const name = fromItsBeginning(run.slice(Math.max(0, end - MAX_NAME), end))
      if (name.length >= MIN_NAME && !GENERIC.test(name)) names.push(name)
    }
  }
  return names
}

function fromItsBeginning(text: string): string {
  let name = text
  for (const match of text.matchAll(STOPS)) name = text.slice(match.index + match[0].length)
  for (const match of name.matchAll(VERBS)) {
    const rest = name.slice(match.index + match[0].length)
    if (rest.length >= MIN_NAME && PLACE.test(rest)) return rest
  }
  return name
}
