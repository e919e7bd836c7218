// In which encoding was a text file written? A cascade that decides or refuses, never guesses silently.

export interface Decoded {
  readonly text: string
  /** As TextDecoder calls it. */
  readonly name: string
  /** `bom`, `valid utf-8`, `nearly valid utf-8` or `common characters`. */
  readonly decidedBy: string
  /** Characters that could not be decoded and stand as U+FFFD. */
  readonly damagedCharacters: number
}

/** Above this share of U+FFFD among the characters that aren't ASCII, a text isn't UTF-8 with a slip but something else. */
const MAX_DAMAGED_SHARE = 0.05

/** Below this score a text in a legacy encoding isn't believed: right readings of 12 characters and more score above 0.3. */
const MIN_SCORE = 0.1

/** Characters that are looked at for the score; more changes no decision. */
const SCORED_CHARACTERS = 100_000

const COMMON = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边张该交规万取格望觉术领共确传师观清今切院让识候带导争运' +
    '這個們來為國時會說對發後經過動現當沒麼種與長學還進開實從機關點業將兩間問應戰頭體見產無義條題變總電數報結務場計資許統區隊決馬書則聽達強難權設記類據邊張該規萬覺術領確傳師觀讓識帶導爭運醫縣圖館頁節' +
    '，。、；：？！“”‘’「」『』（）《》【】…—　',
)

/** Hangul, extended Latin, Greek, Cyrillic, private use, replacement: what a wrong reading is full of, besides controls. */
const ODD = /[\u00c0-\u024f\u0370-\u052f\u0590-\u08ff\uac00-\ud7af\ue000-\uf8ff\ufffd]/

/** Tab, line feed, vertical tab, form feed, carriage return and escape do stand in texts. */
function isControl(code: number): boolean {
  return (code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1b) || (code >= 0x7f && code < 0xa0)
}

/** Decodes a text file; undefined when it is binary or in no encoding that is known here. */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
  const decoded = byMark(bytes) ?? byUtf8(bytes) ?? byCommonCharacters(bytes)
  return decoded === undefined || isBinary(decoded.text) ? undefined : decoded
}

function byMark(bytes: Uint8Array): Decoded | undefined {
  const [first, second, third] = bytes
  const name =
    first === 0xef && second === 0xbb && third === 0xbf
      ? 'utf-8'
      : first === 0xff && second === 0xfe
        ? 'utf-16le'
        : first === 0xfe && second === 0xff
          ? 'utf-16be'
          : undefined
  if (name === undefined) return undefined
  const text = new TextDecoder(name).decode(bytes)
  return { text, name, decidedBy: 'bom', damagedCharacters: countDamaged(text) }
}

function byUtf8(bytes: Uint8Array): Decoded | undefined {
  const strict = strictly('utf-8', bytes)
  if (strict !== undefined) {
    // UTF-16 of plain ASCII is valid UTF-8 that is full of NUL.
    if (strict.includes('\0')) return undefined
    return { text: strict, name: 'utf-8', decidedBy: 'valid utf-8', damagedCharacters: 0 }
  }
  const text = new TextDecoder('utf-8').decode(bytes)
  const damagedCharacters = countDamaged(text)
  const beyondAscii = text.length - (text.match(/\p{ASCII}/gu)?.length ?? 0)
  if (damagedCharacters >= MAX_DAMAGED_SHARE * beyondAscii) return undefined
  return { text, name: 'utf-8', decidedBy: 'nearly valid utf-8', damagedCharacters }
}

function byCommonCharacters(bytes: Uint8Array): Decoded | undefined {
  const names = ['gb18030', 'big5', ...(bytes.length % 2 === 0 ? ['utf-16le', 'utf-16be'] : [])]
  let best: Decoded | undefined
  let bestScore = MIN_SCORE
  for (const name of names) {
    const text = strictly(name, bytes)
    const score = text === undefined ? 0 : scoreOf(text)
    if (text === undefined || score <= bestScore) continue
    best = { text, name, decidedBy: 'common characters', damagedCharacters: 0 }
    bestScore = score
  }
  return best
}

function strictly(name: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** Share of common characters less three times the share of odd ones, over what isn't ASCII; English alone scores by its letters. */
function scoreOf(text: string): number {
  let common = 0
  let odd = 0
  let seen = 0
  for (const character of text.slice(0, SCORED_CHARACTERS)) {
    const isOdd = ODD.test(character) || isControl(character.charCodeAt(0))
    if (isOdd) odd++
    else if (COMMON.has(character)) common++
    if (isOdd || character > '\u007f') seen++
  }
  if (seen === 0) return /[a-z]/i.test(text) ? 1 : 0
  return (common - 3 * odd) / seen
}

function countDamaged(text: string): number {
  return text.split('\ufffd').length - 1
}

/** NUL never stands in a text; other controls only by accident (one in a hundred is none). */
function isBinary(text: string): boolean {
  if (text.includes('\0')) return true
  let controls = 0
  for (let i = 0; i < text.length; i++) if (isControl(text.charCodeAt(i))) controls++
  return controls * 100 > text.length
}
