// What does a piece of text look like: a person, an organisation, a place, or ordinary words?
import { isOrdinaryWord } from './ordinary-words.ts'
import { isKnownPlace } from './places.ts'
import { wordsOf } from './words.ts'

export type NameForm = 'person' | 'organisation' | 'place' | 'foreign' | 'unknown'

/** The surnames of nine in ten people; rarer ones are left to the test for unknown words. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝谈匡',
)
/** Surnames that are common adverbs and verbs as well: 曾请求, 于当日. */
const ADVERB_TOO = new Set('曾于向时成应单方高常经从过和连车计支包任万尚全单及易')
const COMPOUND_SURNAME =
  /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|司徒|夏侯|端木|南宫|独孤|轩辕)/u
/** Characters that foreign names are written with. */
const TRANSLITERATION = new Set(
  '阿埃艾爱安奥巴拜班邦包保鲍贝本比彼宾波伯勃布查茨达戴丹道德登迪蒂丁顿多恩尔法菲费芬丰佛弗夫福盖甘冈戈格根古哈海汉豪赫亨华怀霍基吉加杰金卡凯坎康考科克肯孔库夸拉莱兰朗劳勒雷里利丽莉林琳卢鲁路伦罗洛马玛麦曼梅门蒙米密明莫默姆穆娜纳南内尼妮涅宁纽诺欧帕派潘庞培佩彭皮珀普齐奇乔切琼丘让热日荣瑞若萨塞桑瑟沙山舍圣史斯丝苏索塔泰坦汤唐特提廷图托瓦万王威韦维伟魏温沃乌伍西希锡夏香肖谢辛休雪雅亚扬耶叶伊英尤约扎詹珍兹朱佐',
)
const ORGANISATION =
  /(?:医院|大学|学院|学校|中学|小学|幼儿园|公司|集团|企业|银行|委员会|卫健委|中心|协会|学会|联合会|研究所|研究院|法院|检察院|出版社|报社|日报|晚报|电视台|电台|党委|支部|政府|议会|国会|法庭|基金会|联盟|俱乐部|乐团|剧团|书院|美术馆|博物馆|图书馆|教会|教堂|组织|机构|机场|车站|局|厅|署|司|院|校|社|队|团|站|所|厂|馆|党|会|寺|庙|科|室|部)$/u
const PLACE =
  /(?:省|市|县|区|州|国|镇|乡|村|路|街|岛|山|河|江|湖|海|湾|港|洲|府|郡|城|门|桥|半岛|群岛|盆地|高原|平原|沙漠|洋|峡|关|宫|殿|塔|王朝|帝国)$/u
const LATIN = /^[a-z][a-z\d.'-]*(?: [a-z\d.'-]+)*$/iu
const ROLE_BEFORE =
  /(?:书记|院长|主任|局长|部长|处长|科长|所长|会长|校长|厂长|市长|省长|县长|队长|团长|站长|行长|董事长|总裁|经理|主席|总统|总理|首相|国王|皇帝|教授|院士|博士|医生|医师|护士|护士长|专家|学者|作家|作者|诗人|画家|导演|演员|歌手|记者|通讯员|编辑|律师|教练|选手|先生|女士|同志|市民|患者|师傅|老师|委员|代表|负责人|带头人|创始人|发明人|将军|科学家|工程师|哲学家|太监|武将|大臣)$/u
const ROLE_AFTER =
  /^(?:说|表示|介绍|指出|认为|强调|回忆|告诉|坦言|透露|补充|谈到|谈起|称赞|写道|如是说|深有感触|书记|院长|主任|教授|院士|博士|医生|医师|护士|先生|女士|同志|老师|将军|总统|总理|首相|主席|国王|皇帝|局长|部长|校长|市长|省长|等人|及其|夫妇)/u
const PRONOUN =
  /^(?:该|本|我|他|她|它|牠|其|此|这|那|贵)?(?:们|院|医院|校|公司|单位|局|市|县|区|省|国|人|家|所|部|馆|社|会|中心|学校|大学|机构|地区|地|处|剧|片|书|站|岛|镇|村|球队|队|党|家|自己|自身)?$/u
/** No name holds these; a piece with one of them is a phrase. */
const GRAMMAR = /[的了是在被把也都就还又很更这其该们着过吗呢吧啊你我他她它]/u

/**
 * The sort of name that a piece of text looks like, judged by its form and by what stands beside it.
 *
 * @param piece folded, see fold.ts
 * @param before folded text up to the piece; its last characters are looked at
 * @param after folded text from the end of the piece on
 * @returns undefined for ordinary words
 */
export function nameForm(piece: string, before: string, after: string): NameForm | undefined {
  const length = [...piece].length
  if (length < 2 || length > 24 || isPronoun(piece) || isOrdinaryWord(piece)) return undefined
  if (/\p{Script=Han}·\p{Script=Han}/u.test(piece) || LATIN.test(piece)) return 'foreign'
  if (isKnownPlace(piece)) return 'place'
  if (GRAMMAR.test(piece) || !/^[\p{L}\p{N}·-]+$/u.test(piece)) return undefined
  if (length <= 4 && isPerson(piece, length, before, after)) return 'person'
  if (length >= 3 && transliterated(piece) > 0.8) return 'foreign'
  if (length >= 3 && ORGANISATION.test(piece)) return 'organisation'
  if (PLACE.test(piece)) return 'place'
  return length <= 8 && isUnknown(piece) ? 'unknown' : undefined
}

/** 他, 该院, 医院: stands for a name without being one. */
export function isPronoun(piece: string): boolean {
  return PRONOUN.test(piece)
}

function isPerson(piece: string, length: number, before: string, after: string): boolean {
  if (!SURNAMES.has(piece[0] ?? '') && !COMPOUND_SURNAME.test(piece)) return false
  const inRole = ROLE_BEFORE.test(before.slice(-5)) || ROLE_AFTER.test(after.slice(0, 4))
  const words = wordsOf(piece)
  if (words.length === 2 && words[1]?.length === 2 && ADVERB_TOO.has(piece[0] ?? '')) return false
  // 应当, 高度, 方面: two characters that a dictionary knows are no name even beside a role.
  return (inRole && length > 2) || (length <= 3 && words.length > 1)
}

function transliterated(piece: string): number {
  const characters = [...piece]
  return characters.filter((c) => TRANSLITERATION.has(c)).length / characters.length
}

/** Most of it falls into single characters: no dictionary knows it. */
function isUnknown(piece: string): boolean {
  const words = wordsOf(piece)
  const single = words.filter((word) => word.length === 1).length
  return words.length > 1 && single / piece.length > 0.6
}
