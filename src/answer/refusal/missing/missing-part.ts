// Is the one of several that is asked about in the reports at all? Else another one's number would be told for it.
import { fold } from '../../../verify/fold.ts'
import { isSamePart, type NamedPart, partsIn } from '../../question/named-part.ts'
import type { Missing } from './missing.ts'

/** Those that go by many names aren't missed: who asks for one department may mean what the report calls another. */
const NAMED_ONE_WAY: ReadonlySet<string> = new Set(['学院', '街道', '县', '镇', '乡'])
/** These are named by what is there, too: the 儿科院区 may be what the report calls 北院区. */
const NAMED_BY_USE: ReadonlySet<string> = new Set(['院区', '校区', '厂区', '分院', '分馆', '分校'])

/**
 * @param texts of the reports that the question is about; the part is missing only where they have others of its kind
 */
export function missingPart(part: NamedPart | undefined, texts: readonly string[]): Missing | undefined {
  if (part === undefined) return undefined
  const folded = texts.map(fold)
  const isUnused =
    NAMED_BY_USE.has(part.kind) && (part.own.length === 1 || !folded.some((text) => text.includes(part.own)))
  if (!isUnused && !NAMED_ONE_WAY.has(part.kind)) return undefined
  const named = folded.flatMap((text) => partsIn(text, part.kind)).filter(({ before }) => before !== '')
  if (named.length === 0 || named.some(({ before }) => isSamePart(before, part.own))) return undefined
  const name = part.own + part.kind
  return {
    reason: 'unknown-indicator',
    zh: { missing: [name], message: `报告里没有“${name}”的内容。` },
    en: { missing: [name], message: `The reports have nothing on “${name}”.` },
  }
}
