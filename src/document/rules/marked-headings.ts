// Which lines are headings by signs around or before them? 【…】, ■, questions and answers.

import type { Block } from '../blocks.ts'
import { type Draft, eachOpen, nextContent, settle } from '../draft.ts'
import { isProse, isShort, MAX_TESTED } from '../shape.ts'

const BRACKETED = /^([【〖［])([^】〗］]{2,30})[】〗］]$/

const EDITORS_NOTE =
  /^[【〖［[]?\s*(?:阅读提示|閱讀提示|编者按|編者按|编者的话|编者注|提要|核心提示|导读|導讀|内容提要|摘要|开栏语|按语)\s*[】〗］\]]?[:：]?$/

const BULLET_HEAD = /^([■◆●★▶►◼▎▍▌◇□○☆※❖➤])\s*(?=\S)/

const QUESTION = /^(?:问|問|Q)\s*\d{0,2}\s*[:：.、]\s*(?=\S)/i
const ANSWER = /^(?:答|A)\s*\d{0,2}\s*[:：.、]/i

export function markedHeadings(draft: Draft): void {
  bracketedHeadings(draft)
  bulletHeadings(draft)
  questions(draft)
}

function bracketedHeadings(draft: Draft): void {
  for (const [i, { text }] of draft.blocks.entries()) {
    const verdict = draft.verdicts[i]
    const plain = verdict?.kind === 'heading' ? verdict.heading : text
    if (plain.length > 40 || !/^[【〖［[]|[:：按语示读讀要]$/.test(plain) || nextContent(draft, i) < 0)
      continue
    if (EDITORS_NOTE.test(plain) && (verdict?.kind === 'heading' || /^[【〖［[]|按$/.test(plain))) {
      draft.verdicts[i] =
        verdict?.kind === 'heading'
          ? { ...verdict, role: 'editor-note' }
          : { kind: 'heading', rule: 'editor-note', heading: plain, style: 'note', role: 'editor-note' }
    } else if (BRACKETED.test(plain)) {
      settle(draft, i, { kind: 'heading', rule: 'brackets', heading: plain, style: 'bracket' })
    }
  }
}

/** Signs such as ■ head sections when most of them stand above a paragraph; else they are bullets or captions. */
function bulletHeadings(draft: Draft): void {
  const bySign = new Map<string, number[]>()
  eachOpen(draft, ({ text }, i) => {
    const sign = text.length <= MAX_TESTED ? BULLET_HEAD.exec(text)?.[1] : undefined
    if (sign === undefined) return
    const known = bySign.get(sign)
    if (known === undefined) bySign.set(sign, [i])
    else known.push(i)
  })
  for (const [sign, indices] of bySign) {
    const heads = indices.filter((i) => standsAboveText(draft, i))
    if (heads.length >= 2 && heads.length > 0.7 * indices.length) {
      for (const i of heads) {
        const heading = (draft.blocks[i]?.text ?? '').slice(sign.length).trim()
        settle(draft, i, { kind: 'heading', rule: 'sign', heading, style: `sign-${sign}` })
      }
    } else if (/[◆●■◇★]/.test(sign)) {
      for (const i of indices) {
        if (isLone(draft.blocks[i]))
          settle(draft, i, { kind: 'caption', rule: 'caption-sign', guessed: true })
      }
    }
  }
}

function standsAboveText(draft: Draft, index: number): boolean {
  const block = draft.blocks[index]
  const next = nextContent(draft, index)
  const below = draft.blocks[next]
  if (block === undefined || below === undefined || !isShort(block.text)) return false
  return draft.verdicts[next] === undefined && isProse(below.text) && !BULLET_HEAD.test(below.text)
}

/** A short line after a gap: the place of a picture rather than an item of a list. */
function isLone(block: Block | undefined): boolean {
  return block !== undefined && isShort(block.text) && block.blanksBefore >= 1
}

function questions(draft: Draft): void {
  const asked: number[] = []
  eachOpen(draft, ({ text }, i) => {
    const below = draft.blocks[nextContent(draft, i)]
    if (QUESTION.test(text) && text.length <= 100 && below !== undefined && ANSWER.test(below.text))
      asked.push(i)
  })
  if (asked.length < 2) return
  for (const i of asked) {
    settle(draft, i, {
      kind: 'heading',
      rule: 'question',
      heading: draft.blocks[i]?.text ?? '',
      style: 'question',
    })
  }
}
