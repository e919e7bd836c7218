// Is a total asked for of which only parts are told? Else the income from tickets would be told for all that came in.
import { fold } from '../../../verify/fold.ts'
import type { Candidate } from '../../likelihood/likelihood.ts'
import type { Missing } from './missing.ts'

/** 总共, 总体, 总结 and 总数 name nothing that has parts. */
const TOTAL = /总(?![共体结数量额计是有会要之的算得理经部裁编院])(?<noun>\p{Script=Han}{2})/u
/** Behind these the noun stands for all of it: 全年收入, 实现收入, 各项收入. */
const WHOLE =
  /(?:总|全\p{Script=Han}|[年月度日]|合计|累计|共|的|[各多]项|[现实完取达]\p{Script=Han}|[为是有了其和及与])$/u
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * @param candidates most likely first
 * @param texts of the reports; read only where the candidates tell nothing but parts
 */
export function missingTotal(
  question: string,
  candidates: readonly Candidate[],
  texts: () => readonly string[],
): Missing | undefined {
  const noun = TOTAL.exec(fold(question))?.groups?.['noun']
  if (noun === undefined) return undefined
  const parts = candidates.flatMap(({ sentence }) => partsOf(fold(sentence.text), noun))
  const [first] = parts
  if (first === undefined || parts.includes('')) return undefined
  const isTold = new RegExp(`总${noun}|${noun}(?:总|合计|共)|(?:合计|共)${noun}`, 'u')
  if (texts().some((text) => isTold.test(fold(text).replace(/\s/gu, '')))) return undefined
  const total = `总${noun}`
  return {
    reason: 'unknown-indicator',
    zh: { missing: [total], message: `报告里有“${first}${noun}”，但没有“${total}”。` },
    en: { missing: [total], message: `The reports have “${first}${noun}”, but not “${total}”.` },
  }
}

/** What stands before the noun at each of its places; empty where it stands for all of it. */
function partsOf(text: string, noun: string): string[] {
  return text
    .split(noun)
    .slice(0, -1)
    .map((before) => {
      const words = [...segmenter.segment(before)].map(({ segment }) => segment)
      // A dictionary cuts 门票 in two.
      const last = (words.at(-1) ?? '').length > 1 ? words.slice(-1) : words.slice(-2)
      const part = last.join('')
      return WHOLE.test(before) || !/^\p{Script=Han}{2,}$/u.test(part) ? '' : part
    })
}
