// What does whoever starts without a report see on the terminal?
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltCli, buildCli } from '../fixtures/built-cli.ts'
import { REPORT, workspaceOf } from '../fixtures/workspace.ts'

let cli: BuiltCli
beforeAll(() => {
  cli = buildCli()
})
afterAll(() => cli.remove())

const CHINESE = { LANG: 'zh_CN.UTF-8' }

describe('wenbao serve', () => {
  it('starts on an empty folder, says how to give reports, and answers once one was uploaded', async () => {
    const { folder, env } = workspaceOf(cli, 'empty', {})
    const server = cli.start(['serve', '--documents', folder, '--port', '0'], env)
    const [, url = ''] = await server.said(/running at (\S+) and holds no report yet/u)
    await server.said(/Ctrl-C/u)
    const body = new FormData()
    body.append('files', new Blob([REPORT]), '图书馆.txt')
    const reply = await (await fetch(`${url}/api/documents`, { method: 'POST', body })).json()
    const { job } = reply as { job: { id: string } } // as uploadReply describes it
    await (await fetch(`${url}/api/jobs/${job.id}`, { headers: { accept: 'text/event-stream' } })).text()
    const asked = await fetch(`${url}/api/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question: '青屿县图书馆有多少藏书？' }),
    })
    expect(await asked.text()).toContain('九十万册')
    server.interrupt()
    const { code, stdout, stderr } = await server.ended
    expect(code).toBe(0)
    expect(stdout).toContain(`then wenbao index ${folder}`)
    expect(stderr).toContain(`Nothing was learnt: The folder ${folder} holds no report.`)
  })

  it('starts on a missing folder, watched or not, and says so in Chinese where Chinese is spoken', async () => {
    const { folder, env } = workspaceOf(cli, 'missing', {})
    rmSync(folder, { recursive: true })
    const server = cli.start(['serve', '--documents', folder, '--watch', '--port', '0'], {
      ...env,
      ...CHINESE,
    })
    await server.said(/问报已启动：\S+，但还没有任何报告/u)
    server.interrupt()
    const { code, stderr } = await server.ended
    expect(code).toBe(0)
    expect(stderr).toContain(`没有学到任何报告：文件夹 ${folder} 读不出来（ENOENT）。`)
    expect(stderr).toContain(`无法监视报告文件夹 ${folder}`)
  })
})

describe.each(['ask', 'search'])('wenbao %s', (command) => {
  it('says that there is no report, and ends with the code of a missing index', async () => {
    const { folder, env } = workspaceOf(cli, `asked-${command}`, {})
    const run = (more: Record<string, string> = {}) =>
      cli.run([command, '有多少藏书？'], { ...env, WENBAO_CORPUS: folder, ...more })
    const { code, stdout, stderr } = await run()
    expect({ code, stdout }).toEqual({ code: 4, stdout: '' })
    expect(stderr).toContain(`The folder ${folder} holds no report.`)
    expect(stderr).toContain('There are no reports yet')
    expect((await run(CHINESE)).stderr).toContain('还没有任何报告，无法提问。')
  })
})

describe('wenbao index', () => {
  it('refuses an empty folder with the formats that it may hold', async () => {
    const { folder, env } = workspaceOf(cli, 'indexed', {})
    const { code, stdout, stderr } = await cli.run(['index', folder], env)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/holds no report\.\nPut reports into it \(\.txt, .*\.docx, \.pdf/u)
    expect((await cli.run(['index', folder], { ...env, ...CHINESE })).stderr).toContain('里没有报告。')
  })

  it('says why it refused a file in the language of the terminal', async () => {
    const { folder, env } = workspaceOf(cli, 'refused', { '图书馆.txt': REPORT, '空.txt': '' })
    expect((await cli.run(['index', folder], { ...env, ...CHINESE })).stderr).toContain(
      '拒收 空.txt: 文件是空的（0 字节）。请检查是否复制完整。',
    )
  })
})
