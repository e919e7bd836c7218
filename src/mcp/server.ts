// What does an MCP client find here? Tools, resources and a prompt over one service, for one request or one connection.
import { McpServer } from '@modelcontextprotocol/server'
import { programVersion } from '../version.ts'
import type { McpParts } from './parts.ts'
import { registerPrompt } from './prompt.ts'
import { registerResources } from './resources.ts'
import { registerAsk } from './tools/ask.ts'
import { registerFetch } from './tools/fetch.ts'
import { registerListDocuments } from './tools/list-documents.ts'
import { registerOutline } from './tools/outline.ts'
import { registerSearch } from './tools/search.ts'

const INSTRUCTIONS = `A collection of Chinese reports. For a question about what they say, call ask: it answers with quotations checked word for word, or says why it can't. To work with the evidence yourself, call search and then fetch. Cite the url of what you use, and keep numbers exactly as quoted.
这里收录了一批中文报告。问报告内容请用 ask：它给出逐字核对过引文的回答，或说明为何无法回答；要自己研读原文，先 search 再 fetch。引用时写明 url，数字与原文保持一致。`

/** Names and words change with the program alone, so a client may keep the lists for a while. */
const LIST_KEPT = { ttlMs: 600_000, cacheScope: 'private' } as const

const version = programVersion()

export function createMcpServer(parts: McpParts): McpServer {
  const server = new McpServer(
    { name: 'wenbao', title: '问报 wenbao', version },
    {
      instructions: INSTRUCTIONS,
      capabilities: {
        tools: { listChanged: false },
        resources: { listChanged: false },
        prompts: { listChanged: false },
      },
      cacheHints: {
        'tools/list': LIST_KEPT,
        'prompts/list': LIST_KEPT,
        'resources/templates/list': LIST_KEPT,
      },
    },
  )
  // The order of the list: what a model should try first comes first.
  registerAsk(server, parts)
  registerSearch(server, parts)
  registerFetch(server, parts)
  registerOutline(server, parts)
  registerListDocuments(server, parts)
  registerResources(server, parts)
  registerPrompt(server, parts)
  return server
}
