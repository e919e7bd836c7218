// Which lines stand under a picture, chart or table, by a mark of their own?
import { type Draft, eachOpen, settle } from '../draft.ts'
import { isShort, MAX_TESTED } from '../shape.ts'

/** Longest numbered caption: 图1 with a subject, not a sentence about it. */
const MAX_NUMBERED = 60

const NUMBERED =
  /^(?:附?[图圖表]|[图圖]表|照片|插[图圖]|附件[图圖表]|figure|fig\.?|table|chart)\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[A-Z]?\d{1,2})(?:[-—–.．]\d{1,3}){0,2}(?:\s*[:：.．、]\s*|\s+)(?=\S)/i

/** What follows a picture's number inside a sentence: 图1显示, 表2中. */
const IN_SENTENCE =
  /^(?:显示|顯示|所示|可见|可見|可以|为|為|是|中|列|给出|給出|反映|说明|說明|表明|的|和|与|與|及|、|，|,)/

const TRIANGLE = /^[▲△▼▽▴▾↑↓⬆⬇◀▶→←]\s*\S/

/** An image line holds an address. */
const MAX_IMAGE = 700

const IMAGE = /^(?:!\[[^\]]{0,200}\]\([^)]{0,400}\)|<img\s[^>]{0,400}>)(?:\s*<br\s?\/?>)?$/i

/** A short line all in italics stands under a picture. */
const ITALIC = /^([*_])(?![*_\s])[^*_]{2,60}\1$/

/** Photographs name who took them at their end, or begin by pointing at themselves. */
const PHOTO =
  /^[（(]?(?:[图圖][为為：:]|[上下左右][图圖](?:[为為：:]|$)|[图圖]片[说說]明[：:]?|本[图圖][:：])|[\u4e00-\u9fff][\s）)]*[摄攝][）)]?$/

const PHOTO_CREDIT_ONLY =
  /^[（(]?(?:(?:[^，。]{0,10}(?:记者|記者|通讯员|通訊員))?\s*[\u4e00-\u9fff]{2,3}(?:[\s、]+[\u4e00-\u9fff]{2,3}){0,2}|本[报報刊].{0,12})\s*[摄攝][）)]?$/

export function markedCaptions(draft: Draft): void {
  eachOpen(draft, (block, i) => {
    const { text } = block
    const rule = captionRule(text)
    if (rule === 'photo-credit') settle(draft, i, { kind: 'boilerplate', boilerplate: 'credit', rule })
    else if (rule !== undefined) settle(draft, i, { kind: 'caption', rule, guessed: false })
  })
}

/** The sign that makes a line a caption (or, as `photo-credit`, a credit), by the line alone. */
export function captionRule(text: string): string | undefined {
  if (text.length <= MAX_IMAGE && IMAGE.test(text)) return 'caption-image'
  if (text.length > MAX_TESTED) return undefined
  if (ITALIC.test(text)) return 'caption-italic'
  if (TRIANGLE.test(text)) return 'caption-triangle'
  if (isNumberedCaption(text)) return 'caption-number'
  if (text.length > MAX_NUMBERED) return undefined
  if (PHOTO_CREDIT_ONLY.test(text)) return 'photo-credit'
  return PHOTO.test(text) ? 'caption-photo' : undefined
}

/** 图1 or 表2-1 and a subject; a whole sentence that begins with such a reference is body. */
function isNumberedCaption(text: string): boolean {
  const plain = text.replace(/^\*{1,2}|\*{1,2}$/g, '')
  const match = NUMBERED.exec(plain.slice(0, MAX_NUMBERED))
  if (match === null || plain.length > MAX_NUMBERED) return false
  const rest = plain.slice(match[0].length)
  return (
    !IN_SENTENCE.test(rest) &&
    isShort(rest.replace(/[。；;]$/, ''), MAX_NUMBERED) &&
    !/[，,].{12,}[。]$/.test(rest)
  )
}
