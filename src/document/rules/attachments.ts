// What of a paper's attachments: are they only listed, or do they follow?

import { isDateLine } from '../dates.ts'
import { type Draft, eachOpen, isOpen, nextContent, settle } from '../draft.ts'
import { isShort } from '../shape.ts'

const LIST = /^附\s?件\s*[:：]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*[.．、]/

const LIST_ITEM = /^(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*[.．、]/

const HEADING =
  /^附\s?(?:件|录|錄|表)\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s*(?:$|[:：]\s*(?=\S)|\s(?=\S))/

/** Longest name of an attachment. */
const MAX_NAME = 60

/** “附件：1.…” and the lines that count on after it name attachments; they head nothing. */
export function attachmentLists(draft: Draft): void {
  eachOpen(draft, ({ text }, i) => {
    if (!LIST.test(text.slice(0, MAX_NAME))) return
    settle(draft, i, { kind: 'body', rule: 'attachment-list' })
    for (let k = i + 1; isOpen(draft, k) && LIST_ITEM.test(draft.blocks[k]?.text ?? ''); k++) {
      settle(draft, k, { kind: 'body', rule: 'attachment-list' })
    }
  })
}

/** “附件2 分工表” above text heads it; the name may stand on the next line. */
export function attachmentHeadings(draft: Draft): void {
  eachOpen(draft, ({ text }, i) => {
    const match = text.length <= MAX_NAME ? HEADING.exec(text) : null
    if (match === null || !isShort(text, MAX_NAME)) return
    const below = nextContent(draft, i)
    const next = draft.blocks[below]
    if (next === undefined || isDateLine(next.text) || isDateLine(draft.blocks[below + 1]?.text ?? '')) return
    const isNameless = match[0].length === text.length
    const hasName =
      isNameless && below === i + 1 && isOpen(draft, below) && isShort(next.text, MAX_NAME) && next.cells < 2
    const heading = hasName ? `${text} ${next.text}` : text
    settle(draft, i, { kind: 'heading', rule: 'attachment', heading, style: 'attachment' })
    if (hasName) settle(draft, below, { kind: 'heading-rest', rule: 'attachment' })
  })
}
