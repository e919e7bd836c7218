// In which language does the reader want to hear what went wrong? As `Accept-Language` says; English where it names neither.
import type { Context } from 'hono'
import { type Refused, refusedIn } from '../faults/fault.ts'
import type { Language } from '../text/language.ts'

/** The first of the languages spoken here, by weight, then in the order given. */
export function readerLanguage(c: Context): Language {
  const asked = (c.req.header('accept-language') ?? '').split(',').map(weighed)
  const spoken = asked.filter(({ language, weight }) => language !== undefined && weight > 0)
  return spoken.sort((a, b) => b.weight - a.weight)[0]?.language ?? 'en'
}

function weighed(range: string): { readonly language: Language | undefined; readonly weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
  const given = parameters.find((parameter) => parameter.startsWith('q='))
  const weight = given === undefined ? 1 : Number(given.slice(2))
  const primary = tag.split('-')[0]
  return {
    language: primary === 'zh' || primary === 'en' ? primary : undefined,
    weight: Number.isFinite(weight) ? weight : 0,
  }
}

/** Refusals as this reader understands them; all else as it is. */
export function forReader<T extends object>(c: Context, items: readonly T[]): T[] {
  const language = readerLanguage(c)
  return items.map((item) => (isRefused(item) ? refusedIn(item, language) : item))
}

function isRefused<T extends object>(item: T): item is T & Refused {
  return 'fault' in item && 'reason' in item
}
