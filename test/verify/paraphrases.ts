// True sentences said in other ways: what must not be called unsupported.
import { Converter } from 'opencc-js/cn2t'
import type { Random } from './corruptions.ts'

export interface Paraphrase {
  readonly how: string
  readonly text: string
}

export interface About {
  readonly organisation?: string
  readonly aliases?: readonly string[]
}

const toTraditional = Converter({ from: 'cn', to: 'tw' })

/** Every way that changes the sentence. */
export function paraphrases(sentence: string, random: Random, about: About = {}): Paraphrase[] {
  const ways: Record<string, () => string> = {
    punctuation: () => sentence.replace(/[，。：；！？（）“”]/gu, (c) => HALF_WIDTH[c] ?? c),
    'full-width digits': () => sentence.replace(/\d/gu, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
    traditional: () => toTraditional(sentence),
    'thousands in 万': () => sentence.replace(/(?<![\d.,])\d{1,3}(?:,?\d{3})+(?![\d.,年])/gu, inTenThousands),
    'thousands parted': () =>
      sentence.replace(/(?<![\d.,])\d{4,7}(?![\d.,年至到—-])/gu, (n) => Number(n).toLocaleString('en-US')),
    'Chinese numerals': () =>
      sentence.replace(/(?<![\d.,A-Za-z·-])\d{1,4}(?![\d.,年月日%％‰A-Za-z·—-])/gu, (n) =>
        chinese(Number(n)),
      ),
    'Arabic numerals': () =>
      sentence.replace(
        /(?<![一二三四五六七八九十百千第])[二三四五六七八九](?=[名个人家项次场位篇所座张台])/gu,
        (c) => String('零一二三四五六七八九'.indexOf(c)),
      ),
    'per cent in words': () =>
      sentence.replace(/(\d+(?:\.\d+)?)[%％]/gu, (_, n: string) => `百分之${spoken(n)}`),
    '余 as 多': () => sentence.replace(/(?<=[\d万千百十])余(?=[名个人家项次场位篇万元])/gu, '多'),
    'clause dropped': () => withoutClause(sentence, random),
    'clauses in another order': () => reordered(sentence, random),
    'brackets dropped': () => sentence.replace(/[（(][^（）()]*[)）]/gu, ''),
    'opening added': () => `${pick(OPENINGS, random)}${sentence}`,
    'opening dropped': () =>
      sentence.replace(
        /^(?:近年来|目前|同时|此外|其中|今后|一直以来|因此|所以|另外|但是|不過|不过|後來|后来|此後|此后)[,，]?/u,
        '',
      ),
    synonym: () => withSynonym(sentence, random),
    'function words dropped': () =>
      sentence.replace(/(?<=\p{Script=Han})(?:了|先后|已经|均|也|还|並|并且)(?=\p{Script=Han})/u, ''),
    'pronoun resolved': () =>
      about.organisation === undefined
        ? sentence
        : sentence.replace(
            /(?<=^|[，。,])(?:该院|我院|本院|医院)(?=\p{Script=Han})(?!党委|感染|文化|的)/u,
            about.organisation,
          ),
    'alias for the name': () => {
      const names = [about.organisation, ...(about.aliases ?? [])].flatMap((name) => name ?? [])
      const mentioned = names.filter((name) => sentence.includes(name)).sort((a, b) => b.length - a.length)[0]
      const other = pick(
        names.filter((name) => name !== mentioned),
        random,
      )
      return mentioned === undefined || other === undefined ? sentence : sentence.replace(mentioned, other)
    },
    'organisation put in front': () =>
      about.organisation === undefined
        ? sentence
        : `${about.organisation}${sentence.replace(/^(?:医院|该院|我院)/u, '')}`,
  }
  return Object.entries(ways).flatMap(([how, say]) => {
    const text = say()
    return text === sentence || text.length < 8 ? [] : [{ how, text }]
  })
}

const HALF_WIDTH: Readonly<Record<string, string>> = {
  '，': ',',
  '。': '.',
  '：': ':',
  '；': ';',
  '！': '!',
  '？': '?',
  '（': '(',
  '）': ')',
  '“': '"',
  '”': '"',
}
const OPENINGS = ['据介绍，', '报告显示，', '根据原文，', '资料表明，']
const SYNONYMS: readonly (readonly [string, string])[] = [
  ['获得', '取得'],
  ['荣获', '获得'],
  ['开展', '进行'],
  ['举办', '举行'],
  ['提高', '提升'],
  ['打造', '建成'],
  ['成立', '设立'],
  ['位于', '坐落于'],
  ['位於', '坐落於'],
  ['发行', '推出'],
  ['發行', '推出'],
  ['因此', '所以'],
  ['由于', '因为'],
  ['由於', '因為'],
  ['目前', '现在'],
  ['包括', '包含'],
  ['認為', '覺得'],
  ['认为', '觉得'],
  ['使用', '采用'],
  ['擁有', '具有'],
  ['拥有', '具有'],
  ['但是', '不过'],
  ['許多', '不少'],
  ['许多', '不少'],
  ['著名', '知名'],
  ['介绍', '表示'],
  ['持续', '不断'],
  ['进一步', '更加'],
  ['出版', '发表'],
  ['参加', '参与'],
  ['參加', '參與'],
]

function pick<T>(items: readonly T[], random: Random): T | undefined {
  return items[Math.floor(random() * items.length)]
}

function inTenThousands(numeral: string): string {
  const value = Number(numeral.replaceAll(',', ''))
  return value >= 10_000 && value % 100 === 0 ? `${value / 10_000}万` : numeral
}

/** 0 to 9,999. */
function chinese(value: number): string {
  const digits = '零一二三四五六七八九'
  if (value < 10) return digits[value] ?? ''
  if (value < 20) return `十${value % 10 === 0 ? '' : chinese(value % 10)}`
  const size = value >= 1000 ? 1000 : value >= 100 ? 100 : 10
  const sign = size === 1000 ? '千' : size === 100 ? '百' : '十'
  const rest = value % size
  const gap = rest > 0 && rest < size / 10 ? '零' : ''
  const tail = rest === 0 ? '' : rest >= 10 && rest < 20 ? `一${chinese(rest)}` : chinese(rest)
  return `${digits[Math.floor(value / size)]}${sign}${gap}${tail}`
}

function spoken(numeral: string): string {
  const [whole = '', fraction] = numeral.split('.')
  const decimals =
    fraction === undefined ? '' : `点${[...fraction].map((d) => '零一二三四五六七八九'[Number(d)]).join('')}`
  return chinese(Number(whole)) + decimals
}

const CLAUSES = /(?:[^，；,;]|(?<=\d),(?=\d{3}))+[，；,;]?/gu

function withoutClause(sentence: string, random: Random): string {
  if (/[“”「」《》（）]/u.test(sentence)) return sentence
  const clauses = sentence.match(CLAUSES) ?? []
  if (clauses.length < 3) return sentence
  const dropped = 1 + Math.floor(random() * (clauses.length - 1))
  return closed(clauses.filter((_, i) => i !== dropped).join(''))
}

function reordered(sentence: string, random: Random): string {
  if (/[“”「」《》（）]/u.test(sentence)) return sentence
  const clauses = (sentence.match(CLAUSES) ?? []).map((clause) => clause.replace(/[，；,;。！？]$/u, ''))
  if (clauses.length < 3) return sentence
  const at = 1 + Math.floor(random() * (clauses.length - 2))
  const moved = [...clauses.slice(0, at), clauses[at + 1] ?? '', clauses[at] ?? '', ...clauses.slice(at + 2)]
  return `${moved.join('，')}。`
}

function closed(sentence: string): string {
  return sentence.replace(/[，；,;]$/u, '。')
}

function withSynonym(sentence: string, random: Random): string {
  const usable = SYNONYMS.flatMap(([a, b]) => [
    [a, b],
    [b, a],
  ]).filter(([a]) => a !== undefined && sentence.includes(a))
  const [from, to] = pick(usable, random) ?? []
  return from === undefined || to === undefined ? sentence : sentence.replace(from, to)
}
