// Does a question ask how many there are, or how many more or fewer they became?
import { fold } from '../../verify/fold.ts'

/**
 * - `stock`: how many there are; neither what was added tells it nor by how much it changed.
 * - `level`: how many or how high; by how much it changed doesn't tell it.
 * - `change`: by how much it changed; how many there are doesn't tell it.
 */
export type AmountAsked = 'stock' | 'level' | 'change'

const BECAME =
  '新增|增加|净增|增添|增长|增多|增[至到]|减少|净减|下降|降低|降[至到]|提高|提升|上升|上涨|回升|回落|缩短'
/** The verb, what changed, how much: 新增座位多少个. What stands before 的 or 有 is of another matter. */
const CHANGE = new RegExp(
  `(?:${BECAME})[了出]?(?![率速幅量值])[^,。?的有]{0,8}?(?:多少|几)|\\bhow (?:many|much)\\b.*\\b(?:added|increase|decrease|grow|rise|fall|drop)`,
  'u',
)
/** What is asked for in these words may be told in any: growth, or what is new. */
const OF_CHANGES =
  /增|减|[下上]降|降低|上升|升[高至到]|上涨|提[高升]|缩短|缩减|变化|扩大|多多少|少多少|多几|少几|[高低多少]了|[多高低少]出|相?差|新(?:建|办|开|招|聘|购|添|设|入|进|引|来|晋|签|发展|培养|[^,。?]{1,3}的)|入[党职学选驻伍围]|招[聘录收]|规划|计划|目标|打算|预计|拟|筹建|引进|录用|添置|\b(?:new|add|more|fewer|less|increase|decrease|grow|rise|fall|drop)/u
const STOCK =
  /(?<![没])有(?:多少|几)|(?:总数|总量|总长|保有量|存量)(?:现在|目前|一?共)?(?:是|为|有|达到?)?(?:多少|几)|\bhow many\b.*\b(?:are there|have|has)\b/u

/**
 * @param question as given, one that a number answers
 * @returns undefined where any number may answer
 */
export function amountAsked(question: string): AmountAsked | undefined {
  const asked = fold(question)
  if (CHANGE.test(asked)) return 'change'
  if (OF_CHANGES.test(asked)) return undefined
  return STOCK.test(asked) ? 'stock' : 'level'
}
