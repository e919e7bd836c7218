// What does a style say of its paragraphs? Outline level, list, hidden, bold, and the roles that only its name tells.
import type { OfficeFile } from '../office.ts'

export type StyleRole = 'title' | 'contents' | 'caption'

export interface Style {
  /** From 1; 0 is body text. */
  readonly outline?: number
  readonly listId?: string
  readonly listLevel?: number
  readonly isHidden?: boolean
  readonly isBold?: boolean
  readonly role?: StyleRole
}

type RawStyle = { -readonly [K in keyof Style]: Style[K] }

/** Body text, in the count of `outlineLvl`, which is from 0. */
const BODY_LEVEL = 9

/** A style based on itself in a ring ends here. */
const MAX_BASES = 20

/** Names that say a level, in the languages of Word: heading 1, 标题 2, 一级标题, 標題 3. */
const LEVEL_NAMES = [/^heading\s*([1-9])$/i, /^(?:标题|標題)\s*([1-9])$/, /^([1-9])\s*级标题$/]
const CHINESE_LEVEL = /^([一二三四五六])[级級](?:标题|標題)$/

/** By id. */
export async function readStyles(
  file: OfficeFile,
  path: string | undefined,
): Promise<ReadonlyMap<string, Style>> {
  const raw = new Map<string, RawStyle>()
  const bases = new Map<string, string>()
  let style: RawStyle | undefined
  let id = ''
  await file.readPart(path, {
    open(name, attributes) {
      const { val = '' } = attributes
      if (name === 'style') {
        id = attributes['styleId'] ?? ''
        style = {}
        raw.set(id, style)
      } else if (style === undefined) return
      else if (name === 'name') Object.assign(style, fromName(val))
      else if (name === 'basedOn') bases.set(id, val)
      else if (name === 'outlineLvl') Object.assign(style, outlineOf(val))
      else if (name === 'numId') style.listId = val
      else if (name === 'ilvl') style.listLevel = Number(val)
      else if (name === 'vanish') style.isHidden = isOn(val)
      else if (name === 'b') style.isBold = isOn(val)
    },
    close(name) {
      if (name === 'style') style = undefined
    },
  })
  const resolved = new Map<string, Style>()
  for (const key of raw.keys()) {
    let merged: Style = {}
    const chain: RawStyle[] = []
    let at: string | undefined = key
    for (let i = 0; at !== undefined && i < MAX_BASES; i++) {
      const own = raw.get(at)
      if (own !== undefined) chain.push(own)
      at = bases.get(at)
    }
    for (const own of chain.reverse()) merged = { ...merged, ...own }
    resolved.set(key, merged)
  }
  return resolved
}

/** A switch without a value is on. */
export function isOn(val: string | undefined): boolean {
  return val !== '0' && val !== 'false' && val !== 'off'
}

export function outlineOf(val: string): { readonly outline: number } {
  const level = Number(val)
  return { outline: Number.isInteger(level) && level >= 0 && level < BODY_LEVEL ? level + 1 : 0 }
}

function fromName(name: string): RawStyle {
  for (const pattern of LEVEL_NAMES) {
    const level = pattern.exec(name)?.[1]
    if (level !== undefined) return { outline: Number(level) }
  }
  const chinese = CHINESE_LEVEL.exec(name)?.[1]
  if (chinese !== undefined) return { outline: '一二三四五六'.indexOf(chinese) + 1 }
  if (/^(?:title|标题|標題|文档标题|文章标题|大标题)$/i.test(name)) return { role: 'title' }
  if (/^(?:toc\s*(?:\d|heading)|目录\s*\d?|目錄\s*\d?)$/i.test(name)) return { role: 'contents' }
  return /^(?:caption|题注|題注|图题|表题|图表标题)$/i.test(name) ? { role: 'caption' } : {}
}
