// The tool `search`: a question in, passages as ids, titles and addresses out; the form that ChatGPT and its like expect.
import type { McpServer } from '@modelcontextprotocol/server'
import * as z from 'zod'
import { orToolError } from '../faults.ts'
import { questionField } from '../fields.ts'
import type { McpParts } from '../parts.ts'
import { passageId, pathOf, titleOf } from '../place.ts'
import { untilReady } from '../readiness.ts'
import { jsonResult, READ_ONLY } from './json-result.ts'

/** More than a model reads one by one. */
const RESULTS = 10

const DESCRIPTION = `Find passages of the collected Chinese reports that bear on a question. Gives up to ${RESULTS} results, best first, each with id, title (report › section) and url; it does not give their text: fetch the ids you need. Passages of one report share the part of their id before “#”. For a finished answer with citations use ask instead.
在所收录的中文报告中查找与问题有关的段落，按相关程度列出 id、标题（报告 › 章节）和 url；正文用 fetch 读取。若要直接得到附引文的回答，请用 ask。`

export function registerSearch(server: McpServer, parts: McpParts): void {
  const { service, linkTo, log } = parts
  server.registerTool(
    'search',
    {
      title: 'Search the reports 搜索报告',
      description: DESCRIPTION,
      inputSchema: z.object({
        query: questionField.describe(
          'One full question or phrase, best in Chinese, naming the organisation and the year where they matter. 完整的问题或关键短语，宜用中文，并写明单位和年份。',
        ),
      }),
      outputSchema: z.object({
        results: z.array(
          z.object({
            id: z.string().describe('For fetch.'),
            title: z.string().describe('Report › section.'),
            url: z.string().describe('What to cite; opens the passage.'),
          }),
        ),
        notice: z.string().describe('Why nothing could be searched: tell the user.').exactOptional(),
      }),
      annotations: READ_ONLY,
    },
    ({ query }, { mcpReq: { signal } }) =>
      orToolError(log, signal, async () => {
        await untilReady(parts, signal)
        const { passages, notice } = await service.search(query, { topK: RESULTS, signal })
        const documents = new Map(passages.map(({ document: { id } }) => [id, service.document(id)]))
        const results = passages.flatMap(({ document: { id }, sectionPath, range }) => {
          const document = documents.get(id)
          // Taken away by a learning since it was found.
          if (document === undefined) return []
          return {
            id: passageId(document, range),
            title: titleOf(document, sectionPath),
            url: linkTo(pathOf(document, range)),
          }
        })
        return jsonResult({ results, ...(notice !== undefined && { notice }) })
      }),
  )
}
