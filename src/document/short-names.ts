// What is a house called for short? The regular short forms of a full name.
import { PLACE } from './house-names.ts'

/** Short names of public bodies that are the same in every place. */
const REGULAR_SHORT: readonly (readonly [long: string, short: string])[] = [
  ['卫生健康委员会', '卫健委'],
  ['卫生健康局', '卫健局'],
  ['发展和改革委员会', '发改委'],
  ['发展和改革局', '发改局'],
  ['住房和城乡建设', '住建'],
  ['人力资源和社会保障', '人社'],
  ['市场监督管理', '市场监管'],
  ['文化和旅游', '文旅'],
  ['疾病预防控制', '疾控'],
  ['残疾人联合会', '残联'],
  ['妇女联合会', '妇联'],
  ['管理委员会', '管委会'],
  ['附属医院', '附院'],
]

/** Regular short names of a house: 某市第三人民医院 gives 市三院, 某三院, 某市三院, 市第三人民医院. */
export function shortForms(name: string): string[] {
  const places = PLACE.exec(name)?.[0] ?? ''
  const forms = /附属医院$/.test(name) ? ['附院', name.replace(/附属医院$/, '附院')] : []
  if (places === '') return [...forms, ...brandOf(name)].filter((form) => form !== name)
  const place = places.match(/\p{Script=Han}+?[省市县縣区區州盟旗镇鎮乡](?!市)/gu)?.at(-1) ?? places
  const rest = name.slice(places.length)
  const begins = [place.slice(-1), place.slice(0, -1), place]
  forms.push(...coresOf(rest).flatMap((core) => begins.map((begin) => begin + core)), ...brandOf(rest))
  return [...new Set(forms)].filter((form) => form !== name && form.length >= 2)
}

/** What may stand for a name after its place. */
function coresOf(rest: string): string[] {
  const ordinal = /第([一二三四五六七八九十])(?:人民|中)?(医|醫|中|小)[院学學]$/.exec(rest)
  const kind = ordinal?.[2]
  return [
    rest,
    ...(ordinal === null ? [] : [`${ordinal[1]}${kind === '中' || kind === '小' ? kind : '院'}`]),
    ...(/人民政府$/.test(rest) ? ['政府'] : []),
    rest.replace(/委员会$/, '委'),
    ...REGULAR_SHORT.filter(([long]) => rest.includes(long)).map(([long, short]) =>
      rest.replace(long, short),
    ),
  ]
}

/** A company is called by its name without its legal form. */
function brandOf(name: string): string[] {
  const brand = name.replace(/(?:股份|责任)?有限(?:责任)?公司$/, '')
  if (brand === name || brand.length < 2) return []
  const core = brand.replace(/集团$/, '')
  return core.length >= 2 ? [brand, core] : [brand]
}
