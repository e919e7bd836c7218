// How is Chinese read aloud? Pinyin, mostly without tones.
import { pinyin } from 'pinyin-pro'

/** Readings asked for so far; a cache of a function of its argument alone. */
const readings = new Map<string, string>()

/**
 * The most frequent reading of one character, without tone, `ü` as `v`; itself when it has none. Looks at no context, so
 * that the same character sounds the same in every name.
 */
export function syllableOf(character: string): string {
  const known = readings.get(character)
  if (known !== undefined) return known
  const reading = pinyin(character, { toneType: 'none', v: true })
  readings.set(character, reading)
  return reading
}

/** From 0, the neutral one, to 4, of the most frequent reading of one character. */
export function toneOf(character: string): number {
  return Number(pinyin(character, { pattern: 'num' })) || 0
}

/** The syllables written together as foreigners write the name of a place; readings by context (重庆 → chongqing). */
export function romanise(text: string): string {
  return pinyin(text, { toneType: 'none', type: 'array', v: true }).join('').replaceAll('v', 'u')
}
