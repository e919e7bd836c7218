// Of whom or of what sort alone is a number asked for? Women, doctors of science, members, those of the middle rank.
import { fold } from '../../verify/fold.ts'

/** A word that narrows what is counted, so that the number of all isn't that of these. */
export interface Narrowing {
  /** As it stands in the question. */
  readonly word: string
  /** What a sentence says of the same; one of these must stand in it. */
  readonly told: RegExp
}

/** What asks, and what tells: each level of a title has names of its own. */
const SORTS: readonly (readonly [asked: RegExp, told: RegExp])[] = [
  [/女|\b(?:female|women)\b/u, /女|妇/u],
  [/男|\b(?:male|men)\b/u, /男/u],
  [/正高/u, /正高|(?<!副)(?:教授|主任|研究员|研究馆员)/u],
  [/副高/u, /副高|高级|副教授|副主任|副研究/u],
  [/(?<![副正])高级(?=职称|专业|技术|工程|教师|技师|技工|会计)/u, /高级|[正副]高|高工|教授|主任/u],
  [/中级/u, /中级|主治|讲师|馆员|工程师|主管/u],
  [/初级/u, /初级|助理|助教|住院医师|员级|[护药技]师|护士/u],
  [/博士后/u, /博士后/u],
  [/博士(?!后)/u, /博士(?!后)/u],
  [/硕士/u, /硕士|研究生/u],
  [/研究生/u, /研究生|硕士|博士/u],
  [/本科/u, /本科|学士|大学/u],
  [/党员(?=[教职医护干]|[^\p{Script=Han}]|[有是共占多几人的]|$)/u, /党员/u],
  [/离休|退休/u, /离休|退休/u],
  [/编外|合同制|劳务派遣|临聘/u, /编外|合同|派遣|聘/u],
  [/兼职/u, /兼职/u],
  [/外籍|留学生/u, /外籍|留学|外国|国际/u],
  [/少数民族/u, /民族/u],
  [/残疾/u, /残/u],
  [/民办|民营|私立/u, /民办|民营|私立|社会/u],
  [/公办|公立/u, /公办|公立/u],
]

/** 男职工和女职工: each is told in a sentence of its own. */
const SEVERAL = /[和与及跟比、]|还是|\b(?:and|or|than)\b/u

/**
 * @param question without the names of organisations that it was routed by
 * @returns each that is asked for; of several beside each other one for all, which any of them fulfils
 */
export function narrowings(question: string): readonly Narrowing[] {
  const asked = fold(question)
  const found = SORTS.flatMap(([pattern, told]) => {
    const word = pattern.exec(asked)?.[0]
    return word === undefined ? [] : [{ word, told }]
  })
  if (found.length < 2 || !SEVERAL.test(asked)) return found
  const told = new RegExp(found.map((one) => one.told.source).join('|'), 'u')
  return [{ word: found.map(({ word }) => word).join('、'), told }]
}

/** @param texts all that is said: the sentence, and what stands above it */
export function isNarrowed(narrowed: readonly Narrowing[], texts: readonly string[]): boolean {
  const said = fold(texts.join('\n'))
  return narrowed.every(({ told }) => told.test(said))
}
