// How the service ends when a supervisor asks it to, as a client of it sees that.
import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltCli, buildCli } from '../fixtures/built-cli.ts'
import { begin, DONE, event, serveChat } from '../fixtures/chat-server.ts'
import { defer } from '../fixtures/deferred.ts'
import { OTHER, REPORT, workspaceOf } from '../fixtures/workspace.ts'

let cli: BuiltCli
beforeAll(() => {
  cli = buildCli()
})
afterAll(() => cli.remove())

describe('wenbao serve, asked to end', () => {
  it('lets an answer that is being written come to its end, says that it is no longer ready, and ends well', async () => {
    const writing = defer<ServerResponse>()
    const model = await serveChat((response) => {
      begin(response)
      response.write(event('全年接待读者四十万人次[1]。'))
      writing.resolve(response)
    })
    const { folder, env } = workspaceOf(cli, 'ending', { 'a.txt': REPORT, 'b.txt': OTHER })
    const service = cli.start(['serve', '--documents', folder, '--port', '0', '--json'], {
      ...env,
      OPENAI_BASE_URL: `${model.url}/v1`,
      WENBAO_CHAT_MODEL: 'slow',
    })
    const [, url = ''] = await service.said(/"url": "([^"]+)"/u)
    const response = await fetch(`${url}/api/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"question":"青屿县图书馆2024年接待读者多少人次？","stream":true}',
    })
    const text = response.text()
    const rest = await writing.promise
    service.terminate()
    let ready = 200
    while (ready === 200) ready = (await fetch(`${url}/ready`)).status
    expect(ready).toBe(503)
    rest.end(DONE)
    expect(await text).toMatch(/event: done\ndata: .*四十万人次/u)
    expect((await service.ended).code).toBe(0)
    await expect(fetch(`${url}/health`)).rejects.toThrow()
    await model.close()
  })

  it('ends at once when it is asked a second time', async () => {
    const writing = defer<void>()
    const model = await serveChat((response) => {
      begin(response)
      response.write(event('全年'))
      writing.resolve()
    })
    const { folder, env } = workspaceOf(cli, 'ending-twice', { 'a.txt': REPORT, 'b.txt': OTHER })
    const service = cli.start(['serve', '--documents', folder, '--port', '0', '--json'], {
      ...env,
      OPENAI_BASE_URL: `${model.url}/v1`,
      WENBAO_CHAT_MODEL: 'endless',
    })
    const [, url = ''] = await service.said(/"url": "([^"]+)"/u)
    const asking = fetch(`${url}/api/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"question":"青屿县图书馆2024年接待读者多少人次？"}',
    })
    const cut = expect(asking).rejects.toThrow()
    await writing.promise
    service.terminate()
    let ready = 200
    while (ready === 200) ready = (await fetch(`${url}/ready`)).status
    service.terminate()
    // By the signal itself, not by an end of its own after the grace time.
    expect((await service.ended).code).toBe(null)
    await cut
    await model.close()
  })
})
