// Bytes in, Document out: decoding, the rules in their order, and what they add up to.
import { createHash } from 'node:crypto'
import { AppError } from '../errors.ts'
import { faultOf, fileError } from '../faults/fault.ts'
import { plainView, shownName } from '../text/unicode.ts'
import { assembleParts, markTruncated } from './assemble.ts'
import { decideLines } from './decide.ts'
import type { Document, LineDecision } from './document.ts'
import type { Draft } from './draft.ts'
import { decisionsOf, findWarnings } from './explain.ts'
import type { FormatText } from './formats/format.ts'
import { formatOf, supportedExtensions } from './formats/registry.ts'
import { UnreadableFile } from './formats/unreadable-file.ts'
import { readMetadata } from './metadata.ts'
import { buildOutline } from './outline.ts'
import type { Overrides } from './overrides.ts'

/** Part of every document's id: raise it when the rules change what a file is read as. */
export const READER_VERSION = 1

export interface ReadOptions {
  /** Relative to the folder that is learnt, with `/`; its end chooses the format. */
  readonly path: string
  readonly overrides?: Overrides
}

export interface Explained {
  readonly document: Document
  /** One for each line that isn't blank, in order. */
  readonly decisions: readonly LineDecision[]
}

/**
 * Reads a text or Markdown file; other formats go through a fence (`explainReport`).
 *
 * @throws AppError `bad-input` when the bytes aren't a report: empty, binary, nothing but boilerplate
 */
export function readDocument(bytes: Uint8Array, options: ReadOptions): Document {
  return explainDocument(bytes, options).document
}

/** As `readDocument`, with the rule that decided each line. */
export function explainDocument(bytes: Uint8Array, options: ReadOptions): Explained {
  const { path } = options
  const format = knownFormat(bytes, path)
  if (format.kind === 'fenced') {
    throw new AppError(
      'bad-input',
      `${path}: the file is ${format.name}, which is only read behind a fence.`,
      { hint: 'Call readDocumentFile instead.' },
    )
  }
  const read = format.readText(bytes)
  if (read === undefined) throw fileError(path, faultOf('no-text-file'))
  return explainText(read, bytes, options)
}

/**
 * As `explainDocument`, for every format, in this process: only for a process that may be ended when a parser runs wild.
 *
 * @throws AppError `bad-input`, also for what no parser expects
 */
export async function explainUnfenced(bytes: Uint8Array, options: ReadOptions): Promise<Explained> {
  const format = knownFormat(bytes, options.path)
  if (format.kind === 'text') return explainDocument(bytes, options)
  const reader = await format.load()
  let read: FormatText
  try {
    read = await reader(bytes)
  } catch (error) {
    if (error instanceof UnreadableFile) throw fileError(options.path, error.fault, error)
    const detail = (error instanceof Error ? error.message : String(error)).slice(0, 200)
    throw fileError(options.path, faultOf('damaged', { format: format.name, detail }), error)
  }
  return explainText(read, bytes, options)
}

function knownFormat(bytes: Uint8Array, path: string) {
  const format = formatOf(path)
  if (format === undefined) {
    throw fileError(path, faultOf('unknown-format', { supported: supportedExtensions() }))
  }
  if (bytes.length === 0) throw fileError(path, faultOf('empty'))
  return format
}

function explainText(read: FormatText, bytes: Uint8Array, { path, overrides = {} }: ReadOptions): Explained {
  const { text, encoding, structure } = read
  if (plainView(text).replaceAll('\n', '').trim() === '') {
    throw fileError(path, faultOf('blank'))
  }
  const { draft, front: ofText } = decideLines(text, overrides, structure?.marks)
  const front = { ...read.front, ...ofText }
  const title = overrides.title ?? front.title
  const outline = buildOutline(titled(draft, title), title ?? titleFromPath(path))
  const { paragraphs, captions, boilerplate } = assembleParts(draft, outline)
  if (paragraphs.length === 0 && outline.every(({ headingRange: { start, end } }) => start === end)) {
    throw fileError(path, faultOf('no-report-text'))
  }
  const sections = markTruncated(text, outline, paragraphs)
  const heading = sections.find(({ role }) => role === 'lead')?.heading ?? titleFromPath(path)
  const metadata = readMetadata(draft, heading, front)
  const series = sections.find(({ role }) => role === 'series')?.heading
  const document: Document = {
    id: hashOf(`${READER_VERSION}\n`, bytes, JSON.stringify(overrides)).slice(0, 16),
    path,
    sha256: hashOf(bytes),
    encoding,
    title: heading,
    ...(series === undefined ? {} : { series }),
    ...metadata,
    ...overriding(overrides, metadata.aliases),
    text,
    outline: sections,
    paragraphs,
    captions,
    boilerplate,
    ...(structure?.pages !== undefined && { pages: structure.pages }),
    warnings: [...(read.warnings ?? []), ...findWarnings(encoding, sections, draft)],
  }
  return { document, decisions: decisionsOf(draft, sections) }
}

/** The title as an override or the front matter gives it, at the place where the rules found one. */
function titled(draft: Draft, title: string | undefined): Draft {
  if (title === undefined) return draft
  const verdicts = draft.verdicts.map((v) => (v?.kind === 'title' ? { ...v, heading: title } : v))
  return { ...draft, verdicts }
}

function titleFromPath(path: string): string {
  const name = path.split('/').at(-1) ?? path
  return shownName(name.replace(/\.[^.]{1,10}$/, '')) || name
}

function overriding({ organisation, aliases, date }: Overrides, found: readonly string[]) {
  return {
    ...(organisation === undefined
      ? {}
      : { organisation, aliases: found.filter((alias) => alias !== organisation) }),
    ...(aliases === undefined ? {} : { aliases }),
    ...(date === undefined ? {} : { date, dateFrom: 'override' }),
  }
}

function hashOf(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
