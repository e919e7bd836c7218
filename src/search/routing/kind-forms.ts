// How is what an organisation is said for short? 公共交通集团有限公司 → 公交集团, 卫生健康委员会 → 卫健委.

/** Endings that daily use leaves out or shortens, whatever stands before them. */
const ENDINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?:股份)?有限(?:责任)?公司$/u, ['', '公司']],
  [/委员会$/u, ['委']],
  [/人民政府$/u, ['政府']],
  [/医医院$/u, ['医院']],
  [/人民医院$/u, ['医院']],
]
/** A group of firms is called a firm as well. */
const GROUP = /集团$/u
/** What an office is for, as everybody shortens it. */
const CONTRACTIONS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/卫生健康/u, ['卫健']],
  [/发展(?:和|与)?改革/u, ['发改']],
  [/疾病预防控制中心$/u, ['疾控中心', '疾控']],
  [/妇幼保健院$/u, ['妇幼']],
]
/** Words of two characters each before what it is: everybody takes the first character of each, 公共交通集团 → 公交集团. */
const PAIRED = /^((?:\p{Script=Han}{2}){2,3})(局|厅|委员会|委|集团公司|集团|(?<!集团)公司|中心|(?<!医)院)$/u
/** What an authority is for stands for itself, 青石水利; that of a firm only once it is contracted, 青石公交. */
const OFFICE = /(?:局|厅|委员会|委)$/u
const FIRM = /(?:集团公司|集团|公司)$/u

/**
 * @param what what stands after the place, 附属 and the number: 人民医院
 * @param isMarked it has 附属 or a number
 * @returns itself first
 */
export function kindForms(what: string, isMarked: boolean): string[] {
  const forms = [what]
  for (const [ending, shorter] of ENDINGS) {
    // 人民医院 alone stays: 医院 says too little without a number or 附属.
    if (!ending.test(what) || (!isMarked && what.replace(ending, '') === '' && shorter.includes('医院')))
      continue
    forms.push(...shorter.map((short) => what.replace(ending, short)))
  }
  if (isMarked && forms.includes('医院')) forms.push('院')
  const called = forms.flatMap((form) => (GROUP.test(form) ? [form, ...asFirm(form)] : [form]))
  return called.flatMap((form) => [form, ...contracted(form)])
}

function asFirm(group: string): string[] {
  return ['集团公司', '公司'].map((ending) => group.replace(GROUP, ending))
}

function contracted(form: string): string[] {
  const [, field = '', kind = ''] = PAIRED.exec(form) ?? []
  const paired = field === '' ? [] : [field.replace(/(.)./gu, '$1') + kind]
  return [
    ...paired,
    ...CONTRACTIONS.flatMap(([long, short]) =>
      long.test(form) ? short.map((one) => form.replace(long, one)) : [],
    ),
  ]
}

/**
 * What an organisation is for, where a place before it says enough: 水利 of 水利局, 公交 of 公共交通集团.
 *
 * @param cores what stands after the place in all its forms, the full one first
 */
export function fieldsOf(cores: readonly string[]): string[] {
  const [full = '', ...shorter] = cores
  const contracted = shorter.filter((form) => form.length < full.length && !full.startsWith(form.slice(0, 2)))
  return [
    ...[full, ...shorter].filter((form) => OFFICE.test(form)).map((form) => form.replace(OFFICE, '')),
    ...contracted.filter((form) => FIRM.test(form)).map((form) => form.replace(FIRM, '')),
  ].filter((field) => field.length >= 2)
}
