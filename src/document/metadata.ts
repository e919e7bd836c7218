// Who wrote the report, when, for whom? Read from its front, its publication lines and its signature.
import { findDate, yearsIn } from './dates.ts'
import type { Draft, NoteKind } from './draft.ts'
import { findNames } from './organisation.ts'
import { publicationText, readFields } from './publication.ts'
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

/** Without tables: whoever stands in a row of a list isn't whose list it is. */
function bodyText(draft: Draft): string {
  return draft.verdicts
    .flatMap((verdict, i) =>
      verdict?.kind === 'boilerplate' || verdict?.kind === 'table' ? [] : [draft.blocks[i]?.text ?? ''],
    )
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
