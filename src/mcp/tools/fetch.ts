// The tool `fetch`: an id in, the text it names out; the form that ChatGPT and its like expect.
import type { McpServer } from '@modelcontextprotocol/server'
import * as z from 'zod'
import { resolveRangeId } from '../../answer/permalink.ts'
import type { Document } from '../../document/document.ts'
import { AppError } from '../../errors.ts'
import type { Service } from '../../service.ts'
import type { Range } from '../../text/range.ts'
import { orToolError } from '../faults.ts'
import { idField } from '../fields.ts'
import type { McpParts } from '../parts.ts'
import { findDocument, findSection, headingOf, pathOf, readId, titleOf } from '../place.ts'
import { contextOf, readableText, sectionAt, sectionSpan } from '../reading.ts'
import { jsonResult, READ_ONLY } from './json-result.ts'

const DESCRIPTION = `Read what an id of search, ask, outline or list_documents names. The id of a passage (“…#…”) gives the whole report when it is short, else the section around the passage, with the passage itself in metadata.passage; the id of a report gives all of it, however long; “…/section/N” gives that section. Cite the url.
读取 id 所指的原文：段落 id 给出整篇报告（篇幅短时）或段落所在的章节，metadata.passage 为该段落；报告 id 给出全文；“…/section/N” 给出该章节。引用时写明 url。`

export function registerFetch(server: McpServer, { service, linkTo, log }: McpParts): void {
  server.registerTool(
    'fetch',
    {
      title: 'Read from a report 读取原文',
      description: DESCRIPTION,
      inputSchema: z.object({ id: idField.describe('As another tool gave it. 其他工具给出的 id。') }),
      outputSchema: z.object({
        id: z.string().describe('As asked for.'),
        title: z.string(),
        text: z.string().describe('As a reader sees it: broken lines joined.'),
        url: z.string().describe('What to cite.'),
        metadata: z
          .record(z.string(), z.string())
          .describe(
            'document (id), organisation, date, years, source; section (headings) and passage where a part was asked for; note when something is to be known.',
          ),
      }),
      annotations: READ_ONLY,
    },
    ({ id }, { mcpReq: { signal } }) =>
      orToolError(log, signal, async () => {
        const { document, span, lit, section, passage, note } = readingOf(service, id)
        return jsonResult({
          id,
          title: titleOf(document, section ?? []),
          text: readableText(document, span),
          url: linkTo(pathOf(document, lit)),
          metadata: {
            ...aboutOf(document),
            ...(section && { section: section.join(' › ') }),
            ...(passage && { passage: readableText(document, passage) }),
            ...(note !== undefined && { note }),
          },
        })
      }),
  )
}

interface Reading {
  readonly document: Document
  /** What is given. */
  readonly span: Range
  /** What its address lights; absent for a whole report. */
  readonly lit?: Range
  /** Headings from the title down. */
  readonly section?: readonly string[]
  readonly passage?: Range
  readonly note?: string
}

/** @throws AppError `not-found` */
function readingOf(service: Service, id: string): Reading {
  const { documentId, rangeId, section: number } = readId(id)
  if (number !== undefined) {
    const [document, section] = findSection(service, documentId, number)
    return {
      document,
      span: sectionSpan(document, number - 1),
      lit: headingOf(section),
      section: section.path,
    }
  }
  const document = findDocument(service, documentId)
  const hasChanged = document.id !== documentId
  if (rangeId === undefined) {
    const span = { start: 0, end: document.text.length }
    return {
      document,
      span,
      ...(hasChanged && { note: `The report has changed; its id is ${document.id} now.` }),
    }
  }
  const resolved = resolveRangeId(rangeId, document.text)
  if (resolved === undefined) {
    throw new AppError('not-found', `What follows # in ${id} names no passage.`, {
      hint: 'Take the id as search or ask gave it.',
    })
  }
  const { range, changed } = resolved
  return {
    document,
    span: contextOf(document, range),
    lit: range,
    section: document.outline[sectionAt(document, range.start)]?.path ?? [],
    passage: range,
    ...(changed && {
      note: 'The words of this passage are no longer in the report; this is the nearest place.',
    }),
  }
}

function aboutOf({ id, organisation, date, years, source }: Document): Record<string, string> {
  return {
    document: id,
    ...(organisation !== undefined && { organisation }),
    ...(date !== undefined && { date }),
    ...(years.length > 0 && { years: years.join(', ') }),
    ...(source !== undefined && { source }),
  }
}
