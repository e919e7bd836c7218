// How are organisations called for short? Chinese shortens a name by rule: 某某市第二人民医院 → 某某二院.
import { fieldsOf, kindForms } from './kind-forms.ts'

/** Province, city, district, county, banner: what ends the name of a place, and is left out in daily use. */
const PLACE = /^(\p{Script=Han}{2,4}?)([省市州县区旗盟]|自治区|自治州)/u
const SCHOOL = /^(\p{Script=Han}{2,6}?)(医科大学|中医药大学|大学|医学院|学院)(?=\p{Script=Han})/u
const SCHOOL_TAILS: Readonly<Record<string, readonly string[]>> = {
  医科大学: ['医科大学', '医科大', '医大', '医'],
  中医药大学: ['中医药大学', '中医药大', '中医大', '中医'],
  大学: ['大学', '大'],
  医学院: ['医学院', '医'],
  学院: ['学院', ''],
}
/** `附属`, `第N`, and what the organisation is. */
const CORE = /^(附属)?(?:第([〇一二三四五六七八九十百]+))?(.*)$/u
/** A county has one 县医院, while a city has many hospitals. */
const OF_COUNTY = /[县区旗]$/u
/** Enough for every name seen; a pathological one must not fill the memory. */
const MAX_FORMS = 400

export interface ShortNames {
  /** Name the place or the school as well: they speak of this organisation alone, unless another has the same. */
  readonly distinct: readonly string[]
  /** Without the place (市二院, 附院): many organisations are called so. */
  readonly generic: readonly string[]
  /** The place and what it is for, without what it is (青石水利, 青石公交): the place names it, the rest says what is asked. */
  readonly fields: readonly string[]
  /** Names of another one that may mean it as well: 青石医院 for 青石县中医院. */
  readonly shared: readonly string[]
  /** Names of its places, with and without 省, 市, …; empty when the name says none. */
  readonly places: readonly string[]
}

const NO_PLACE = { generic: [], fields: [], shared: [], places: [] }

/**
 * The names by which the organisation is regularly called, itself included; all in the form of `nameKey`.
 *
 * @param name official name or alias, in the form of `nameKey`
 */
export function shortNames(name: string): ShortNames {
  const { places, levels, rest } = readPlaces(name)
  const { schools, schoolPlace, core } = readSchool(rest)
  const cores = coreForms(core)
  const heads = places
    .flatMap((place) => schools.map((school) => place + school))
    .filter((head) => head !== '')
  const plain = cores.filter((form) => !isTooPlain(form))
  if (heads.length === 0) return { distinct: unique([name, ...plain]), ...NO_PLACE }
  return {
    distinct: unique([
      ...heads.flatMap((head) => cores.map((form) => head + form)),
      ...countyForms(heads, core),
    ]),
    generic: unique(plain.flatMap((form) => ['', ...levels].map((level) => level + form))),
    fields: unique(heads.flatMap((head) => fieldsOf(cores).map((field) => head + field))),
    shared: /医院$/u.test(core)
      ? unique(places.filter((place) => place !== '').map((place) => `${place}医院`))
      : [],
    places: [...places, schoolPlace].filter((place) => place !== ''),
  }
}

/** Without a place, with a number, 附属 or a level at its front: 市二院, 附院, 第一中学. */
export function isGenericName(name: string): boolean {
  return /^[省市州县区旗盟]/u.test(name) || /^(?:附|第?[一二三四五六七八九十]+[^\d]{0,3}$)/u.test(name)
}

interface Places {
  /** Ways to say where; [''] when the name names no place. */
  readonly places: readonly string[]
  /** 省, 市, …: stand for the place in short names (市二院). */
  readonly levels: readonly string[]
  readonly rest: string
}

/** 青石县医院 and 青石医院 for 青石县人民医院. */
function countyForms(heads: readonly string[], core: string): string[] {
  if (core !== '人民医院') return []
  return heads
    .filter((head) => OF_COUNTY.test(head))
    .flatMap((head) => [`${head}医院`, `${head.replace(OF_COUNTY, '')}医院`])
}

function readPlaces(name: string): Places {
  let rest = name
  let places = ['']
  const levels: string[] = []
  for (let match = PLACE.exec(rest); match !== null; match = PLACE.exec(rest)) {
    const [whole, place = '', suffix = ''] = match
    if (whole.length >= rest.length) break
    // The province before a city may be left out, the last place may not.
    places = [...new Set(places.flatMap((before) => [before, '']))].flatMap((before) => [
      before + whole,
      before + place,
    ])
    levels.push(suffix)
    rest = rest.slice(whole.length)
  }
  return { places, levels: levels.slice(-1), rest }
}

interface School {
  readonly schools: readonly string[]
  /** What stands before 大学 or 学院, most often a place. */
  readonly schoolPlace: string
  readonly core: string
}

function readSchool(rest: string): School {
  const match = SCHOOL.exec(rest)
  if (match === null) return { schools: [''], schoolPlace: '', core: rest }
  const [whole, place = '', kind = ''] = match
  const initial = [...place][0] ?? ''
  const schools = (SCHOOL_TAILS[kind] ?? []).flatMap((tail) =>
    // The first character stands for the school only before 大 or 医: 江大, never 江大学 or 江.
    tail === '' || tail === kind ? [place + tail] : [place + tail, initial + tail],
  )
  return { schools: unique(schools), schoolPlace: place, core: rest.slice(whole.length) }
}

function coreForms(core: string): string[] {
  const [, affiliated = '', ordinal = '', what = ''] = CORE.exec(core) ?? []
  const numbered = ordinal === '' ? [''] : [`第${ordinal}`, ordinal]
  const attached = affiliated === '' ? [''] : ordinal === '' ? [affiliated, '附'] : [affiliated, '附', '']
  const kinds = kindForms(what, affiliated + ordinal !== '')
  return unique(attached.flatMap((a) => numbered.flatMap((n) => kinds.map((kind) => a + n + kind))))
}

/** A bare kind (医院, 大学), a bare field (妇幼, 疾控) or a single character names nobody. */
function isTooPlain(form: string): boolean {
  return (
    form.length < 2 || /^(?:人民|专科)?(?:医院|大学|学院|学校|公司|政府|委|院)?$|^(?:妇幼|疾控)$/u.test(form)
  )
}

function unique(forms: readonly string[]): string[] {
  return [...new Set(forms)].slice(0, MAX_FORMS)
}
