// How is a number written in front of a paragraph? The formats of automatic numbering that Chinese files use.

const DIGITS = '零一二三四五六七八九'
const PLACES = ['', '十', '百', '千']
const FORMAL_DIGITS = '零壹贰叁肆伍陆柒捌玖'
const FORMAL_PLACES = ['', '拾', '佰', '仟']
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'
const ROMAN = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const

/** Above it every format falls back to digits. */
const MAX_WRITTEN = 9999

/**
 * @param value from 0
 * @param format a `numFmt` of WordprocessingML; unknown ones are written in digits, `none` and `bullet` are empty
 */
export function writeNumber(value: number, format: string): string {
  if (!Number.isInteger(value) || value < 0 || value > MAX_WRITTEN) return String(value)
  switch (format) {
    case 'none':
    case 'bullet':
      return ''
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
      return byPlaces(value, DIGITS, PLACES).replace(/^一十/, '十')
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return byPlaces(value, FORMAL_DIGITS, FORMAL_PLACES)
    case 'ideographDigital':
    case 'taiwaneseCounting':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
      return Array.from(String(value), (digit) => (digit === '0' ? '〇' : DIGITS.charAt(Number(digit)))).join(
        '',
      )
    case 'ideographTraditional':
      return letterOf(value, STEMS)
    case 'ideographZodiac':
      return letterOf(value, BRANCHES)
    case 'upperLetter':
      return repeatedLetter(value, 'A')
    case 'lowerLetter':
      return repeatedLetter(value, 'a')
    case 'upperRoman':
      return roman(value).toUpperCase()
    case 'lowerRoman':
      return roman(value)
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2460 + value - 1) : String(value)
    case 'decimalEnclosedParen':
      return `(${value})`
    default:
      return String(value)
  }
}

/** 1024 is 一千零二十四. */
function byPlaces(value: number, digits: string, places: readonly string[]): string {
  if (value === 0) return digits.charAt(0)
  const shown = String(value)
  let text = ''
  let skipped = false
  for (const [i, digit] of Array.from(shown).entries()) {
    if (digit === '0') {
      skipped = true
      continue
    }
    text += (skipped ? digits.charAt(0) : '') + digits.charAt(Number(digit)) + places[shown.length - 1 - i]
    skipped = false
  }
  return text
}

function letterOf(value: number, letters: string): string {
  return value >= 1 && value <= letters.length ? letters.charAt(value - 1) : String(value)
}

/** A, B, … Z, AA, BB, …, as Word counts. */
function repeatedLetter(value: number, first: 'A' | 'a'): string {
  if (value < 1) return String(value)
  const letter = String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26))
  return letter.repeat(Math.ceil(value / 26))
}

function roman(value: number): string {
  let left = value
  let text = ''
  for (const [worth, sign] of ROMAN) {
    while (left >= worth) {
      text += sign
      left -= worth
    }
  }
  return text
}
