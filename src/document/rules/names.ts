// Which short lines name a person, a day or the paper's number? They stand beside a title and head nothing.

/** Family names of nine in ten people in China; one is enough to tell a row of names from a row of words. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭葉蘇魏呂盧鐘譚陸範賈鄒龍賀顧龔萬錢嚴湯',
)

const REPORTERS =
  /^[（(【]?(?:[\u4e00-\u9fff]{2,12})?(?:全媒体|融媒体|首席|见习|实习|本报|本刊)*(?:记者|記者|通讯员|通訊員|特约记者)(?:[\s:：/／]|$)|^[（(]?(?:作者|撰稿|执笔|執筆|撰文|文|图|摄影|攝影|供稿|报告人|報告人|主讲人|整理)(?:[/／·]?(?:图|文|摄影|圖))?\s*[:：/／|｜]\s*\S/

/** A name: two to four Chinese characters, or of two parts with a point between them. */
const NAME = /^[\u4e00-\u9fff]{2,3}$|^[\u4e00-\u9fff]{1,8}·[\u4e00-\u9fff]{1,8}$/

/** People's offices before a name: 局长 张三. */
const OFFICE =
  /(?:长|長|主任|书记|書記|主席|总裁|總裁|董事|校长|院长|馆长|经理|經理|代表|委员|委員)[\s　]+[\u4e00-\u9fff](?:\s?[\u4e00-\u9fff]){1,2}$/

/** Longest byline. */
const MAX_BYLINE = 60

/** A row of two to four names, or reporters called so. A single name counts only where the caller expects one. */
export function isByline(text: string): boolean {
  if (text.length > MAX_BYLINE) return false
  const plain = text.replace(/^[—–\-●■◆□◇○\s]+|[（()）]/g, '')
  if (REPORTERS.test(plain) || (OFFICE.test(plain) && plain.length <= 30)) return true
  const tokens = plain.split(/[\s、]+/)
  const areNames = tokens.length >= 2 && tokens.length <= 5 && tokens.every((token) => NAME.test(token))
  return areNames && tokens.some((token) => SURNAMES.has(token[0] ?? '')) && !hasPlainWord(tokens)
}

/** One name alone: two or three characters that begin with a family name. */
export function isLoneName(text: string): boolean {
  const plain = text.replace(/\s/g, '')
  return NAME.test(plain) && SURNAMES.has(plain[0] ?? '') && plain.length >= 2
}

/** Paper numbers: 〔2024〕12号, 第3期 (总第15期), 编号. */
export function isPaperNumber(text: string): boolean {
  if (text.length > 40) return false
  return (
    /[〔[［（(【]\s?(?:19|20)\d{2}\s?[〕\]］）)】]\s?第?\s?\d{1,4}\s?[号號]/.test(text) ||
    /^[（(]?(?:总|總)?第\s?[\d一二三四五六七八九十百]{1,5}\s?[期号號辑輯]\s*(?:[（(].*)?$/.test(text) ||
    /^(?:编号|編號|密级|密級|文号|文號|档号|秘密|内部资料)/.test(text)
  )
}

/** Two-character words are seldom names when the same character begins several of them (强基 强能). */
function hasPlainWord(tokens: readonly string[]): boolean {
  const firsts = new Set(tokens.map((token) => token[0]))
  return tokens.length > 1 && firsts.size < tokens.length && tokens.every((token) => token.length === 2)
}

/** The names in a byline, without offices, papers and the words for reporter. */
export function namesOfByline(text: string): string[] {
  const plain = text.replace(/[（()）【】]/g, ' ').replace(/^[—\-\s]+/, '')
  const tokens = plain.split(/[\s、:：/／|｜,，]+/)
  return tokens.filter(
    (token) => NAME.test(token) && !/(?:记者|記者|通讯员|通訊員|作者|摄影|攝影|供稿|撰稿)$/.test(token),
  )
}

/** A short line that ends as the names of houses do: the one that issues the paper. */
export function isHouseName(text: string): boolean {
  return (
    text.length <= 24 &&
    /(?:[局厅廳委部处處馆館院所站台社校团團会會司]|中心|政府|集团|集團|公司|大学|大學|中学|小学|办公室)$/.test(
      text,
    )
  )
}
