// The tool `ask`: a question in, an answer whose claims cite the reports out; or why there is none.
import type { McpServer } from '@modelcontextprotocol/server'
import * as z from 'zod'
import type { AskOptions } from '../../answer/answer.ts'
import { collectAnswer } from '../../answer/collect.ts'
import { orToolError } from '../faults.ts'
import { filtersField, historyField, questionField } from '../fields.ts'
import type { McpParts } from '../parts.ts'
import { findDocument, readId } from '../place.ts'
import { untilReady } from '../readiness.ts'
import { answerOutput, answerView } from './answer-view.ts'
import { citationLinks } from './citation-links.ts'
import { jsonResult, READ_ONLY } from './json-result.ts'

const DESCRIPTION = `Answer a question from the collected Chinese reports. Use this first for any question about what they say. With kind “answered”, text carries [n] after each claim and citations[n] gives the exact quotation with its url: keep the numbers as quoted, keep the [n], and give the urls. Mind a claim whose verdict is not “supported”. With kind “refused” the reports don't answer: tell the user message, offer choices if there are any, and don't fill the gap from elsewhere.
根据所收录的中文报告回答问题，涉及报告内容的问题应首先使用。kind 为 answered 时，text 中每句后有 [n]，citations 给出逐字引文和 url：请保持数字与引文一致，保留 [n] 并附上 url；verdict 不是 supported 的句子须谨慎。kind 为 refused 时表示报告里没有答案：请转述 message，有 choices 就请用户选择，不要用其他来源补答。`

export function registerAsk(server: McpServer, parts: McpParts): void {
  const { service, log } = parts
  server.registerTool(
    'ask',
    {
      title: 'Answer with citations 有据回答',
      description: DESCRIPTION,
      inputSchema: z.object({
        question: questionField.describe(
          'The question in full, as the user put it; Chinese or English. 用户的完整问题，中英文均可。',
        ),
        history: historyField.exactOptional(),
        filters: filtersField.exactOptional(),
      }),
      outputSchema: answerOutput,
      annotations: READ_ONLY,
    },
    ({ question, history, filters }, { mcpReq: { signal } }) =>
      orToolError(log, signal, async () => {
        await untilReady(parts, signal)
        const options: AskOptions = {
          signal,
          ...(history && { history }),
          ...(filters && { filters: { ...filters, ...documentsOf(filters.documents) } }),
        }
        const answer = await collectAnswer(service.ask(question, options))
        return jsonResult(
          answerView(answer, parts),
          answer.kind === 'answered' ? citationLinks(answer.citations, service) : [],
        )
      }),
  )

  /** A passage stands for its report, a former id for what its file holds now. @throws AppError `not-found` */
  function documentsOf(ids: readonly string[] | undefined): { documents?: readonly string[] } {
    if (ids === undefined) return {}
    return { documents: ids.map((id) => findDocument(service, readId(id).documentId).id) }
  }
}
