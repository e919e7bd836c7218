// Who wrote the report, when, for whom? Read from its front, its publication lines and its signature.
import { findDate, yearsIn } from './dates.ts'
import type { Draft, NoteKind } from './draft.ts'
import { findNames } from './organisation.ts'
import { namesOfByline } from './rules/names.ts'
import { isProse } from './shape.ts'

/** What a file says about itself in a block of settings at its top. */
export interface FrontMatter {
  readonly title?: string
  readonly subtitle?: string
  readonly date?: string
  readonly source?: string
  readonly authors?: readonly string[]
  readonly organisation?: string
}

export interface Metadata {
  readonly subtitle?: string
  readonly organisation?: string
  readonly aliases: readonly string[]
  readonly date?: string
  readonly dateFrom?: string
  readonly years: readonly number[]
  readonly source?: string
  readonly authors: readonly string[]
  readonly editor?: string
}

/** Labels of a publication line; the value of one ends where the next begins. */
const LABEL =
  /(发布时间|發布時間|發佈時間|发布日期|發布日期|更新时间|发表时间|时间|時間|日期|作者|撰稿|责任编辑|責任編輯|编辑|編輯|责编|信息来源|文章来源|稿件来源|来源|來源|出处|浏览次数|浏览量|瀏覽次數|浏览|点击数?|阅读量?|字体|字號|字号|打印|分享)\s*[:：]/g

/** Words that stand where a name would and name nobody. */
const NOBODY = /^(?:佚名|无名|無名|未知|不详|无|無|本站|本网|匿名|admin|管理员|网络)$/i

export function readMetadata(draft: Draft, title: string, front: FrontMatter): Metadata {
  const publication = publicationText(draft)
  const fields = readFields(publication)
  const subtitle = front.subtitle ?? subtitleOf(draft, title)
  const source = front.source ?? fields.get('source')
  const editor = fields.get('editor')
  const signature = notes(draft, 'signature').join('\n')
  const banner = draft.verdicts.flatMap((v) =>
    v?.kind === 'heading' && v.role === 'series' ? [v.heading] : [],
  )
  const names = findNames({
    titles: [title, subtitle ?? '', ...banner, ...notes(draft, 'organisation')],
    ...(source === undefined ? {} : { source }),
    signature,
    body: `${notes(draft, 'subtitle').join('\n')}\n${bodyText(draft)}`,
  })
  const organisation = front.organisation ?? names.official
  const date = findDay(draft, front, publication, signature)
  return {
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(organisation === undefined ? {} : { organisation }),
    aliases: names.aliases.filter((alias) => alias !== organisation),
    ...(date ?? {}),
    years: yearsIn(`${title}\n${subtitle ?? ''}`),
    ...(source === undefined ? {} : { source }),
    authors: authorsOf(draft, front, fields.get('author')),
    ...(editor === undefined ? {} : { editor }),
  }
}

function publicationText(draft: Draft): string {
  return draft.verdicts
    .flatMap((verdict, i) =>
      verdict?.kind === 'boilerplate' && verdict.boilerplate === 'publication'
        ? [draft.blocks[i]?.text ?? '']
        : [],
    )
    .join('\n')
}

function readFields(publication: string): Map<'author' | 'editor' | 'source', string> {
  const fields = new Map<'author' | 'editor' | 'source', string>()
  for (const line of publication.split('\n')) {
    const labels = [...line.matchAll(LABEL)]
    for (const [i, label] of labels.entries()) {
      const from = label.index + label[0].length
      const value = line
        .slice(from, labels[i + 1]?.index ?? line.length)
        .trim()
        .split(/\s{2,}|[|｜\]】)）]/)[0]
        ?.trim()
      const key = keyOf(label[1] ?? '')
      if (key === undefined || value === undefined || value === '' || NOBODY.test(value)) continue
      if (!fields.has(key)) fields.set(key, value)
    }
  }
  return fields
}

function keyOf(label: string): 'author' | 'editor' | 'source' | undefined {
  if (/来源|來源|出处/.test(label)) return 'source'
  if (/[编編]/.test(label)) return 'editor'
  return /作者|撰稿/.test(label) ? 'author' : undefined
}

function subtitleOf(draft: Draft, title: string): string | undefined {
  const at = title.search(/\s*(?:——|--+|──)/)
  if (at > 0) return title.slice(at).trim()
  const titleIndex = draft.verdicts.findIndex((verdict) => verdict?.kind === 'title')
  const isNote = (i: number, kind: NoteKind) => {
    const verdict = draft.verdicts[i]
    return verdict?.kind === 'note' && verdict.note === kind
  }
  for (const kind of ['subtitle', 'kicker'] as const) {
    for (let i = titleIndex + 1; i < draft.blocks.length && i <= titleIndex + 4; i++) {
      const verdict = draft.verdicts[i]
      if (verdict?.kind === 'heading' || verdict?.kind === 'run-in') break
      if (isNote(i, kind)) return draft.blocks[i]?.text
    }
  }
  return undefined
}

function notes(draft: Draft, kind: NoteKind): string[] {
  return draft.verdicts.flatMap((verdict, i) =>
    verdict?.kind === 'note' && verdict.note === kind ? [draft.blocks[i]?.text ?? ''] : [],
  )
}

function bodyText(draft: Draft): string {
  return draft.verdicts
    .flatMap((verdict, i) => (verdict?.kind === 'boilerplate' ? [] : [draft.blocks[i]?.text ?? '']))
    .join('\n')
}

function findDay(draft: Draft, front: FrontMatter, publication: string, signature: string) {
  const sources: [string, string][] = [
    ['front-matter', front.date ?? ''],
    ['publication-line', publication],
    ['title', frontDates(draft)],
    ['signature', signature],
    // A paper with attachments is signed before them.
    ['signature', notes(draft, 'date').join('\n')],
  ]
  for (const [dateFrom, text] of sources) {
    const date = findDate(text)
    if (date !== undefined) return { date, dateFrom }
  }
  return undefined
}

/** Days in lines of their own, and in the subtitle (“——2024年1月15日在……会议上”). */
function frontDates(draft: Draft): string {
  const firstText = draft.blocks.findIndex(
    (block, i) => draft.verdicts[i]?.kind === 'body' && isProse(block.text),
  )
  const front = draft.verdicts.flatMap((verdict, i) => {
    const isFront = i < firstText && verdict?.kind === 'note' && verdict.note !== 'byline'
    return isFront ? [draft.blocks[i]?.text ?? ''] : []
  })
  return front.join('\n')
}

function authorsOf(draft: Draft, front: FrontMatter, author: string | undefined): string[] {
  if (front.authors !== undefined) return [...front.authors]
  const names = notes(draft, 'byline').flatMap(namesOfByline)
  return [...new Set(author === undefined ? names : [...author.split(/[\s、,，]+/), ...names])]
}
