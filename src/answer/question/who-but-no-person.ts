// Does 谁 ask for no person? For the house that builds or pays for something, or for those for whom it is done.

/** What a house does, with the words that tell the same of it. */
const DEEDS: readonly (readonly string[])[] = [
  ['施工', '承建', '修建', '建造', '总包', '承包', '中标'],
  ['法人', '业主', '建设', '代建'],
  ['主办', '举办', '发起'],
  ['承办', '协办', '承接'],
  ['出资', '投资', '捐赠', '资助', '赞助', '冠名'],
  ['供应', '供货', '中标'],
  ['设计'],
  ['监理'],
  ['运营', '管理'],
  ['牵头', '主管', '责任', '负责'],
  ['实施', '委托', '受托'],
  ['支持', '指导', '合作'],
]
const ANY_DEED = [...new Set(DEEDS.flat())].filter((deed) => deed !== '法人' && deed !== '业主').join('|')
/** What only a house is: 项目法人, 承办单位, 施工方. A 法人代表 or 牵头人 is a person. */
const HOUSE = `(?:项目)?法人(?!代表)|业主|(?:${ANY_DEED})(?:单位|方|机构|企业|公司|部门|商)`
/** Persons do these as well. */
const ANYBODY = /管理|负责|指导|支持|主管|责任|合作/u
const BY_HOUSE = ANY_DEED.split('|')
  .filter((deed) => !ANYBODY.test(deed))
  .join('|')
const ASKED = new RegExp(
  `(?<first>${HOUSE})(?:分别|都|各)?(?:是|为)谁|谁是[^,。?]{0,16}(?<second>${HOUSE})|由谁(?:来|负责)?(?<third>${BY_HOUSE})`,
  'u',
)
/** People at large: 给谁解决. */
const DONE_FOR = /[给为替帮]谁(?:解决|提供|服务|供|保障|发放|送|减|带来|补贴|让利)/u
/** The name of a house, in a sentence; 局长 is a person. */
export const HOUSE_NAME =
  /\p{Script=Han}{2,20}(?:公司|集团|大学|中心|政府|银行|协会|学会|[局厅院所馆校社委部办])(?!长)/gu

export interface HouseAsked {
  /** As the question has it, 项目法人; with 单位 after what is done, 施工单位. */
  readonly text: string
  /** One of these words stands where it is told. */
  readonly deeds: readonly string[]
}

/** @param folded see verify/fold.ts */
export function houseAsked(folded: string): HouseAsked | undefined {
  const { first, second, third } = ASKED.exec(folded)?.groups ?? {}
  const text = first ?? second ?? (third && `${third}单位`)
  if (text === undefined) return undefined
  return { text, deeds: DEEDS.filter((deeds) => deeds.some((deed) => text.includes(deed))).flat() }
}

/** @param folded see verify/fold.ts */
export function asksForPeopleAtLarge(folded: string): boolean {
  return DONE_FOR.test(folded)
}

/** @param text folded */
export function tellsOfDeed({ deeds }: HouseAsked, text: string): boolean {
  return deeds.some((deed) => text.includes(deed))
}
