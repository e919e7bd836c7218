// The inspector's command line against the program as it is shipped, over HTTP and on stdio.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltCli, buildCli, type RunningCli } from '../fixtures/built-cli.ts'
import { OTHER, REPORT, workspaceOf } from '../fixtures/workspace.ts'

const INSPECTOR = join(import.meta.dirname, 'node_modules', '.bin', 'mcp-inspector')

/** Starts two processes of its own each time. */
const PATIENCE_MS = 60_000

const MISSING = existsSync(INSPECTOR) ? undefined : `No inspector at ${INSPECTOR}: run npm ci in test/e2e.`
if (MISSING !== undefined) console.warn(MISSING)

let cli: BuiltCli
let held: ReturnType<typeof workspaceOf>
let server: RunningCli | undefined
let url: string

beforeAll(async () => {
  if (MISSING !== undefined) throw new Error(MISSING)
  cli = buildCli()
  held = workspaceOf(cli, 'inspected', { 'a.txt': REPORT, 'b.txt': OTHER })
  server = cli.start(['serve', '--documents', held.folder, '--port', '0', '--json'], held.env)
  url = (await server.said(/"url": "([^"]+)"/u))[1] ?? ''
})

afterAll(async () => {
  server?.interrupt()
  await server?.ended
  cli?.remove()
})

async function inspect(target: readonly string[], method: string, rest: readonly string[]) {
  const args = ['--cli', ...target, '--method', method, ...rest]
  const { stdout } = await promisify(execFile)(INSPECTOR, args, { timeout: PATIENCE_MS })
  return JSON.parse(stdout)
}

// In CI a missing inspector is a failure; elsewhere its tests are left out.
describe.skipIf(MISSING !== undefined && !process.env['CI']).each([
  ['over HTTP', () => [`${url}/mcp`, '--transport', 'http']],
  [
    'on stdio',
    () => [
      ...['-e', `WENBAO_INDEX=${held.env.WENBAO_INDEX}`, '-e', 'WENBAO_LOG=silent'],
      ...[process.execPath, join(cli.folder, 'dist', 'cli', 'main.js'), 'mcp', '--documents', held.folder],
    ],
  ],
])('the inspector %s', (_, target) => {
  const ask = (method: string, ...rest: string[]) => inspect(target(), method, rest)

  it('lists the tools', async () => {
    const { tools } = await ask('tools/list')
    expect(tools.map(({ name }: { name: string }) => name)).toEqual([
      'ask',
      'search',
      'fetch',
      'outline',
      'list_documents',
    ])
  })

  it('searches with a question in Chinese, and fetches what was found', async () => {
    const found = await ask('tools/call', '--tool-name', 'search', '--tool-arg', 'query=图书馆有多少藏书？')
    expect(found.content).toHaveLength(1)
    expect(JSON.parse(found.content[0].text)).toEqual(found.structuredContent)
    const [{ id }] = found.structuredContent.results
    const read = await ask('tools/call', '--tool-name', 'fetch', '--tool-arg', `id=${id}`)
    expect(read.structuredContent.text).toContain('全馆现有藏书九十万册')
  })

  it('asks, and gets an answer with its quotation', async () => {
    const question = '白石县体育馆新建篮球场几片？'
    const { structuredContent } = await ask(
      'tools/call',
      '--tool-name',
      'ask',
      '--tool-arg',
      `question=${question}`,
    )
    expect(structuredContent).toMatchObject({
      kind: 'answered',
      citations: [{ n: 1, quote: expect.stringContaining('新建篮球场四片') }],
    })
  })

  it('reads a report as a resource, and gets the prompt', async () => {
    const { resources } = await ask('resources/list')
    const uris = resources.map(({ uri }: { uri: string }) => uri)
    expect(uris).toHaveLength(2)
    const { contents } = await ask('resources/read', '--uri', uris[0])
    expect(contents[0].text).toMatch(/工作总结/u)
    const { messages } = await ask(
      'prompts/get',
      '--prompt-name',
      'cite-answer',
      '--prompt-args',
      'question=藏书多少？',
    )
    expect(messages[0].content.text).toContain('藏书九十万册')
  })
})
