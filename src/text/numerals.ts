// Which number does a numeral of a heading stand for? Chinese, formal Chinese and Roman numerals up to 99.

const DIGITS = new Map(
  ['零〇○0', '一壹1', '二贰貳2', '三叁參3', '四肆4', '五伍5', '六陆陸6', '七柒7', '八捌8', '九玖9'].flatMap(
    (signs, value) => Array.from(signs, (sign) => [sign, value] as const),
  ),
)

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/** Reads 7, 07, 七, 柒, 十七, 二十, 廿一, 二〇二四; undefined for anything else. */
export function parseNumeral(numeral: string): number | undefined {
  if (/^\d{1,4}$/.test(numeral)) return Number(numeral)
  const plain = numeral.replaceAll('拾', '十').replace(/^廿/, '二十').replace(/^卅/, '三十')
  if (!plain.includes('十') && !plain.includes('百')) return digitByDigit(plain)
  const match = /^(?:(.)百零?)?(?:(.)?十)?(.)?$/u.exec(plain)
  if (match === null) return undefined
  const [, hundreds, tens, ones] = match
  const hundred = hundreds === undefined ? 0 : DIGITS.get(hundreds)
  const ten = plain.includes('十') ? (tens === undefined ? 1 : DIGITS.get(tens)) : 0
  const one = ones === undefined ? 0 : DIGITS.get(ones)
  if (hundred === undefined || ten === undefined || one === undefined) return undefined
  return hundred * 100 + ten * 10 + one
}

/** Reads I to XII, also as the single characters Ⅰ to Ⅻ. */
export function parseRoman(numeral: string): number | undefined {
  const at = ROMAN.indexOf(numeral.normalize('NFKC'))
  return at < 0 ? undefined : at + 1
}

function digitByDigit(numeral: string): number | undefined {
  let value = 0
  for (const sign of numeral) {
    const digit = DIGITS.get(sign)
    if (digit === undefined) return undefined
    value = value * 10 + digit
  }
  return numeral === '' ? undefined : value
}
