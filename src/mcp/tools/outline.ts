// The tool `outline`: of what sections is a report made, and under which ids are they read?
import type { McpServer } from '@modelcontextprotocol/server'
import * as z from 'zod'
import type { Document } from '../../document/document.ts'
import { orToolError } from '../faults.ts'
import { idField } from '../fields.ts'
import type { McpParts } from '../parts.ts'
import { findDocument, headingOf, pathOf, readId, sectionId } from '../place.ts'
import { sectionSpan } from '../reading.ts'
import { jsonResult, READ_ONLY } from './json-result.ts'

const DESCRIPTION = `Show how a report is built: its title, whose it is, and its sections in order with level, heading and length. Use it to see what a report covers, or to choose which section to fetch instead of a long report.
查看一份报告的结构：标题、单位、日期，以及各级章节的标题与字数。用于了解报告内容，或挑选要用 fetch 读取的章节。`

const outputSchema = z.object({
  id: z.string(),
  title: z.string(),
  subtitle: z.string().exactOptional(),
  organisation: z.string().exactOptional(),
  aliases: z.array(z.string()).describe('Other names of the organisation.'),
  date: z.string().describe('YYYY, YYYY-MM or YYYY-MM-DD.').exactOptional(),
  years: z.array(z.number()).describe('Years that the report is about.'),
  url: z.string(),
  characters: z.number(),
  sections: z.array(
    z.object({
      id: z.string().describe('For fetch.'),
      level: z.number().describe('1 is the title.'),
      heading: z.string(),
      characters: z.number().describe('Sections below it included.'),
      url: z.string(),
    }),
  ),
})

export function registerOutline(server: McpServer, { service, linkTo, log }: McpParts): void {
  server.registerTool(
    'outline',
    {
      title: 'Sections of a report 报告结构',
      description: DESCRIPTION,
      inputSchema: z.object({
        id: idField.describe('Id of a report, or of a passage in it. 报告 id，或其中段落的 id。'),
      }),
      outputSchema,
      annotations: READ_ONLY,
    },
    ({ id }, { mcpReq: { signal } }) =>
      orToolError(log, signal, async () => {
        const document = findDocument(service, readId(id).documentId)
        return jsonResult(outlineOf(document, linkTo))
      }),
  )
}

function outlineOf(document: Document, linkTo: McpParts['linkTo']): z.infer<typeof outputSchema> {
  const { id, title, subtitle, organisation, aliases, date, years, text, outline } = document
  return {
    id,
    title,
    ...(subtitle !== undefined && { subtitle }),
    ...(organisation !== undefined && { organisation }),
    aliases: [...aliases],
    ...(date !== undefined && { date }),
    years: [...years],
    url: linkTo(pathOf(document)),
    characters: text.length,
    sections: outline.map((section, i) => {
      const { start, end } = sectionSpan(document, i)
      return {
        id: sectionId(document, i + 1),
        level: section.level,
        heading: section.heading,
        characters: end - start,
        url: linkTo(pathOf(document, headingOf(section))),
      }
    }),
  }
}
