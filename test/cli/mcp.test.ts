// `wenbao mcp` as a chat program uses it: started as a child, spoken with over its streams.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltCli, buildCli } from '../fixtures/built-cli.ts'
import { ERAS, mcpClient, objectOf } from '../fixtures/mcp-client.ts'
import { OTHER, REPORT, workspaceOf } from '../fixtures/workspace.ts'

let cli: BuiltCli
let held: ReturnType<typeof workspaceOf>
beforeAll(async () => {
  cli = buildCli()
  held = workspaceOf(cli, 'held', { 'a.txt': REPORT, 'b.txt': OTHER })
  await cli.run(['index', held.folder], held.env)
})
afterAll(() => cli.remove())

function environment(own: Record<string, string>): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: cli.folder,
    LANG: 'en_US.UTF-8',
    WENBAO_LOG: 'silent',
    ...own,
  }
}

function command(documents: string): string[] {
  return [join(cli.folder, 'dist', 'cli', 'main.js'), 'mcp', '--documents', documents]
}

function start({ folder, env }: typeof held) {
  return spawn(process.execPath, command(folder), { env: environment(env) })
}

describe('wenbao mcp', () => {
  it.each(ERAS)('learns, answers a %s client in Chinese, and ends when it is closed', async (era) => {
    const { folder, env } = workspaceOf(cli, `mcp-${era}`, { 'a.txt': REPORT, 'b.txt': OTHER })
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: command(folder),
      env: environment({ ...env, WENBAO_PORT: '8123' }),
      stderr: 'ignore',
    })
    const client = mcpClient(era)
    await client.connect(transport)
    const found = objectOf(
      await client.callTool({ name: 'search', arguments: { query: '图书馆有多少藏书？' } }),
    )
    const [{ id, url }] = (found as { results: [{ id: string; url: string }] }).results
    expect(url).toBe(`http://127.0.0.1:8123/d/${id}`)
    expect(objectOf(await client.callTool({ name: 'fetch', arguments: { id } }))).toMatchObject({
      title: '青屿县图书馆2024年工作总结 › 一、基本情况',
      text: REPORT.trim(),
    })
    const answer = await client.callTool({
      name: 'ask',
      arguments: { question: '白石县体育馆新建篮球场几片？' },
    })
    expect(objectOf(answer)).toMatchObject({ kind: 'answered', text: expect.stringContaining('四片') })
    await client.close()
    expect(transport.pid).toBeNull()
  })

  it('answers all that was piped in before it ends, and prints nothing but the protocol', async () => {
    const child = start(held)
    const call = (id: number, name: string, args: object) => ({
      jsonrpc: '2.0',
      id,
      method: 'tools/call',
      params: { name, arguments: args },
    })
    const lines = [
      JSON.stringify(call(1, 'search', { query: '藏书' })),
      'no JSON at all',
      '{"jsonrpc":"2.0"}',
      JSON.stringify(call(2, 'fetch', { id: 7 })),
      JSON.stringify(call(3, 'ask', { question: '青屿县图书馆举办讲座多少场？' })),
    ]
    child.stdin.end(`${lines.join('\n')}\n`)
    const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
    const replies = said
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(replies.map(({ jsonrpc, id }) => [jsonrpc, id]).sort()).toEqual([
      ['2.0', 1],
      ['2.0', 2],
      ['2.0', 3],
    ])
    expect(replies.find(({ id }) => id === 2).result.isError).toBe(true)
    expect(replies.find(({ id }) => id === 3).result.structuredContent.text).toContain('六十场')
    expect(code).toBe(0)
  })

  it('says on stderr why nothing could be learnt, and in every reply that needs it', async () => {
    const { env } = workspaceOf(cli, 'mcp-empty', {})
    const child = start({ folder: join(cli.folder, 'nowhere'), env })
    const params = { name: 'search', arguments: { query: '藏书' } }
    child.stdin.end(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params })}\n`)
    const [said, complaint] = await Promise.all([text(child.stdout), text(child.stderr)])
    expect(JSON.parse(said).result.structuredContent).toEqual({
      results: [],
      notice: expect.stringContaining('还没有任何报告'),
    })
    expect(complaint).toContain('nowhere')
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('ends at %s while its input is open', async (signal) => {
    const child = start(held)
    child.stdin.write('{"jsonrpc":"2.0","id":1,"method":"ping"}\n')
    await once(child.stdout, 'data')
    child.kill(signal)
    expect(await once(child, 'close')).toEqual([0, null])
  })
})
