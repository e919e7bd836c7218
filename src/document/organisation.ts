// Which house is the report about, by its full name and by the other names that the report uses?
import { namesIn, PLACE } from './house-names.ts'
import { shortForms } from './short-names.ts'

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

/** What speaks for a name being the report's house: the title most, the text by how often it comes back. */
const WEIGHTS = {
  inTitle: 8,
  shortInTitle: 6,
  signedOrSource: 3,
  early: 2,
  legalForm: 2,
  hasPlace: 2,
  withoutPlace: -3,
  mostMentions: 6,
}

/** Characters of the lead, about three paragraphs. */
const EARLY = 600

/** A name that only stands once or twice in the text is rather somebody else's. */
const MIN_SCORE = 4

export function findNames({ titles, source, signature, body }: NameSources): Names {
  const text = body.slice(0, SEARCHED)
  const title = titles.join('\n')
  const counts = countNames([title, source ?? '', signature, text].join('\n'))
  const inTitle = new Set(namesIn(title))
  const early = new Set(namesIn(text.slice(0, EARLY)))
  const elsewhere = new Set([...namesIn(source ?? ''), ...namesIn(signature)])
  const scored = Array.from(counts, ([name, count]) => {
    const score =
      (inTitle.has(name) ? WEIGHTS.inTitle : 0) +
      (shortForms(name).some((form) => title.includes(form)) ? WEIGHTS.shortInTitle : 0) +
      (elsewhere.has(name) ? WEIGHTS.signedOrSource : 0) +
      (early.has(name) ? WEIGHTS.early : 0) +
      (/有限(?:责任)?公司$/.test(name) ? WEIGHTS.legalForm : 0) +
      (PLACE.test(name) ? WEIGHTS.hasPlace : 0) +
      (/^[省市县縣区區]/.test(name) ? WEIGHTS.withoutPlace : 0) +
      Math.min(count, WEIGHTS.mostMentions)
    return { name, score }
  })
  const [best] = scored
    .filter(({ score }) => score >= MIN_SCORE)
    .sort((a, b) => b.score - a.score || b.name.length - a.name.length)
  if (best === undefined) return { aliases: [] }
  const official = fullest(best.name, [...counts.keys()])
  return { official, aliases: findAliases(official, best.name, `${title}\n${source ?? ''}\n${text}`) }
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
  for (const { at, inside } of bracketsAfter(text, official)) {
    if (namesIn(inside)[0] === inside) add(inside, at)
    for (const name of shortNamesGiven(inside)) if (!ITSELF.test(name)) add(name, at)
  }
  return [...aliases].sort((a, b) => a[1] - b[1]).map(([alias]) => alias)
}

/** What a house calls itself; it names no house. */
const ITSELF = /^(?:本|我|该)?(?:公司|集团|医院|学校|中心|单位|[院校局厅馆部])$/

/** What stands in brackets right after a name. */
function bracketsAfter(text: string, name: string): { at: number; inside: string }[] {
  const found: { at: number; inside: string }[] = []
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const inside = /^\s?[（(]([^（）()]{2,60})[）)]/.exec(
      text.slice(at + name.length, at + name.length + 70),
    )?.[1]
    if (inside !== undefined) found.push({ at, inside })
  }
  return found
}

/** 以下简称“某院”, also several of them. */
function shortNamesGiven(inside: string): string[] {
  const given = /(?:简称|簡稱|下称|又称|又名)(?:为|為)?[：:]?\s*(.+)$/.exec(inside)?.[1]
  if (given === undefined) return []
  const quoted = Array.from(given.matchAll(/[“"「‘]([^”"」’]{2,12})[”"」’]/g), (match) => match[1] ?? '')
  return quoted.length > 0 ? quoted : [given.split(/[，,、；;]/)[0] ?? '']
}

/** Where the form stands for itself and isn't a part of the official name; -1 when it never does. */
function placeOutside(text: string, form: string, official: string): number {
  const inside = official.indexOf(form)
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    if (inside < 0 || !text.startsWith(official, at - inside)) return at
  }
  return -1
}
