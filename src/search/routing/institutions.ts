// Where does the name of an institution end? The words for what it is.

/** Whoever says only the kind may mean any of them: 医院, 学校. */
const KINDS = '医院|大学|学院|学校|中学|小学|幼儿园|公司|集团|银行|委员会|博物馆|图书馆|酒店|机场'
/** Say enough to be a name without a place. */
const NAMED_KINDS = '管理局|研究院|研究所|卫健委|出版社'
/** Only after a place are they the end of a name: 养老院, 法院 and 档案馆 are also any. */
const PLACED_KINDS =
  '卫生院|保健院|敬老院|福利院|养老院|法院|检察院|设计院|文化馆|体育馆|档案馆|美术馆|纪念馆|科技馆|展览馆'
/** So are the authorities of a place; 布局, 餐厅 and 常委 aren't. */
const OFFICES =
  '(?<![布格结僵])局(?![部面限势])|(?<![餐客大展舞门])厅(?![级局])|(?<![常党纪团政省市县区])委(?![员托派任书])|人民政府|办公室'

export const INSTITUTION_KINDS = `${KINDS}|${PLACED_KINDS}`
/** Ends a name wherever it stands. */
export const INSTITUTION = `${KINDS}|${NAMED_KINDS}`
/** Ends one that begins with a place, such as 青山市. */
export const PLACED_INSTITUTION = `${INSTITUTION}|${PLACED_KINDS}|${OFFICES}`
/** Two to four characters and what level of place it is: 青山市, 青山 alone says too little. */
export const LEVELLED_PLACE = /^\p{Script=Han}{2,4}?[省市县区旗盟州]/u
