// Is a number what there is, or how many more or fewer there are than before?

/** `added`: what came in, was made or is meant to be, 新建桥梁7座; `compared`: by how much it changed, 比上年增加9场. */
export type ChangeTold = 'added' | 'compared'

const ADDED =
  '规划|拟建|筹建|新增加?|净增|增加|增添|增设|增配|添置|扩招|招聘|招录|引进|新(?:引进|发展|培养|注册|[建办开招聘购添设入进签])[成设立通]?'
const COMPARED = '增长|增多|减少|净减|下降|降低|提高|提升|上升|上涨|回升|回落|缩短'
/** The verb, and behind it what was added up to the number. */
const VERB = new RegExp(`.*(?<verb>${ADDED}|${COMPARED})了?(?<what>.*)$`, 'u')
const THAN_BEFORE = /(?:同?比|相?较).*$/u
/** 比上年多: these compare only after what they are compared with. */
const MORE = /(?:同?比|相?较)[^,，。;；]{1,24}[多少高低快慢][了出]?$/u
/** What the number became, or another number of what was added: 增加到, 新建书库面积, 新开设的自修室有. */
const OTHER = /^[到至成为]|[有设配含占达共现后]|[率速幅]|总|面积|投资/u
/** 座位58个、书架: what was added is listed, each with its number. */
const LISTED = /^(?:[^\d]*\d[\d.,]*[^\d、和及]{0,4}[、和及])*[^\d]*$/u
/** What ends what is said of a change; a colon may stand between the name of a column and its number. */
const CLAUSE_END = /[,，。;；(（]|[:：](?!$)/u
/** Characters before a number in which its verb stands. */
const REACH = 32

/**
 * @param text folded, see verify/fold.ts
 * @param start of the number
 */
export function changeTold(text: string, start: number): ChangeTold | undefined {
  const before =
    text
      .slice(Math.max(0, start - REACH), start)
      .split(CLAUSE_END)
      .at(-1) ?? ''
  if (MORE.test(before)) return 'compared'
  const { verb = '', what = '' } = VERB.exec(before)?.groups ?? {}
  if (verb === '' || OTHER.test(what) || !LISTED.test(what)) return undefined
  const isCompared = new RegExp(`^(?:${COMPARED})$`, 'u').test(verb) || THAN_BEFORE.test(before)
  return isCompared ? 'compared' : 'added'
}
