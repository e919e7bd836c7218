// How is Chinese read aloud? Pinyin without tones.
import { pinyin } from 'pinyin-pro'

/** One syllable a character, without tones, `ü` as `v`; a character that has no reading stands for itself. */
export function syllables(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' })
}

/** The syllables written together, as foreigners write the name of a place. */
export function romanise(text: string): string {
  return syllables(text).join('').replaceAll('v', 'u')
}
