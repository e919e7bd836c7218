// How does a sheet show a number? Days, shares, decimals and groups of thousands, as the cell's format says.

/** Formats that every file has without saying so; those of days in Chinese files are 27 to 36 and 50 to 58. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'yyyy-mm-dd',
  16: 'mm-dd',
  17: 'yyyy-mm',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
}

/** The last day that a sheet can name: 9999-12-31. */
const MAX_DAY = 2_958_465

export function builtInFormat(id: number): string {
  const isChineseDay = (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
  return BUILT_IN[id] ?? (isChineseDay ? 'yyyy-mm-dd' : 'General')
}

/**
 * @param format of the cell; colours, conditions and fillers in it are passed over
 * @param is1904 days are counted from 1904, as old files of the Macintosh do
 */
export function showNumber(value: number, format: string, is1904: boolean): string {
  const [section = ''] = format.split(';')
  const plain = section.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '')
  if (/[ymdhs]/i.test(plain.replace(/general/i, ''))) return showDay(value, plain, is1904)
  const isShare = plain.includes('%')
  const decimals = /\.([0#?]+)/.exec(plain)?.[1]?.length
  const shown = isShare ? value * 100 : value
  const isGeneral = !/[0#?]/.test(plain) || /e[+-]/i.test(plain)
  // 15 digits are what a sheet keeps; more are the dust of binary fractions.
  const rounded = isGeneral
    ? String(Number(shown.toPrecision(15)))
    : shown.toFixed(Math.min(decimals ?? 0, 15))
  const grouped = /[0#],[0#]/.test(plain) ? groupThousands(rounded) : rounded
  return isShare ? `${grouped}%` : grouped
}

function groupThousands(number: string): string {
  const [whole = '', fraction] = number.split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

function showDay(value: number, format: string, is1904: boolean): string {
  if (value < 0 || value > MAX_DAY) return String(value)
  // Sheets believe that 1900 was a leap year, so day 61 is 1 March 1900 for them.
  const days = is1904 ? value + 1462 : value < 60 ? value + 1 : value
  const iso = new Date(Date.UTC(1899, 11, 30) + Math.round(days * 86_400) * 1000).toISOString()
  const hasDay = /[yd]/i.test(format) || (/m/i.test(format) && !/[hs]/i.test(format))
  const hasTime = /[hs]/i.test(format) && (value % 1 !== 0 || !hasDay)
  const day = /y/i.test(format) && !/d/i.test(format) ? iso.slice(0, 7) : iso.slice(0, 10)
  const time = hasTime ? iso.slice(11, /s/i.test(format) ? 19 : 16) : ''
  return hasDay ? `${day} ${time}`.trim() : time
}
