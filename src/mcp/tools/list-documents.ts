// The tool `list_documents`: which reports are there, and by which ids?
import type { McpServer } from '@modelcontextprotocol/server'
import * as z from 'zod'
import type { DocumentSummary } from '../../collection/collection.ts'
import { foldText } from '../../text/lexical-key.ts'
import { orToolError } from '../faults.ts'
import type { McpParts } from '../parts.ts'
import { jsonResult, READ_ONLY } from './json-result.ts'

/** What a model can take in at once; `match` finds the others. */
const MOST_LISTED = 100
const MAX_MATCH_CHARACTERS = 200

const DESCRIPTION = `List the reports held: id, title, organisation, date, years. Use it when the user asks which reports there are, or to find the id of one by name. Lists at most ${MOST_LISTED}; total says how many there are.
列出所收录的报告：id、标题、单位、日期、年份。用户问有哪些报告，或需要某份报告的 id 时使用；最多列出 ${MOST_LISTED} 份，total 为总数。`

export function registerListDocuments(server: McpServer, { service, linkTo, log }: McpParts): void {
  server.registerTool(
    'list_documents',
    {
      title: 'Reports held 报告清单',
      description: DESCRIPTION,
      inputSchema: z.object({
        match: z
          .string()
          .max(MAX_MATCH_CHARACTERS)
          .describe(
            'Only reports whose title, organisation, file name or year contains all of these words. 只列标题、单位、文件名或年份含有这些词的报告。',
          )
          .exactOptional(),
      }),
      outputSchema: z.object({
        total: z.number().describe('Of those that match.'),
        documents: z.array(
          z.object({
            id: z.string().describe('For fetch, outline and the filters of ask.'),
            title: z.string(),
            organisation: z.string().exactOptional(),
            date: z.string().describe('YYYY, YYYY-MM or YYYY-MM-DD.').exactOptional(),
            years: z.array(z.number()).describe('Years that the report is about.'),
            characters: z.number(),
            url: z.string(),
          }),
        ),
      }),
      annotations: READ_ONLY,
    },
    ({ match = '' }, { mcpReq: { signal } }) =>
      orToolError(log, signal, async () => {
        const words = foldText(match).split(/\s+/)
        const matching = service.documents().filter((one) => words.every((word) => keyOf(one).includes(word)))
        const documents = matching
          .slice(0, MOST_LISTED)
          .map(({ id, title, organisation, date, years, characters }) => ({
            id,
            title,
            ...(organisation !== undefined && { organisation }),
            ...(date !== undefined && { date }),
            years,
            characters,
            url: linkTo(`/d/${encodeURIComponent(id)}`),
          }))
        return jsonResult({ total: matching.length, documents })
      }),
  )
}

function keyOf({ title, subtitle, organisation, aliases, path, date, years }: DocumentSummary): string {
  const parts = [title, subtitle, organisation, ...aliases, path, date, ...years]
  return foldText(parts.filter((part) => part !== undefined).join('\n'))
}
