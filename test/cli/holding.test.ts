// Learning and looking after what was learnt, as a user does it.
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltCli, buildCli } from '../fixtures/built-cli.ts'
import { OTHER, REPORT, workspaceOf } from '../fixtures/workspace.ts'

let cli: BuiltCli
beforeAll(() => {
  cli = buildCli()
})
afterAll(() => cli.remove())

describe('wenbao index', () => {
  it('learns a folder, then touches only what changed', async () => {
    const { folder, env } = workspaceOf(cli, 'changing', { 'a.txt': REPORT, 'b.txt': OTHER })
    const learn = async () => {
      const { code, stdout } = await cli.run(['index', folder, '--json'], env)
      const { outcomes, changed, collection } = JSON.parse(stdout)
      const kinds = Object.fromEntries(
        outcomes.map((one: { path: string; kind: string }) => [one.path, one.kind]),
      )
      return { code, kinds, changed, documents: collection.documents }
    }
    expect(await learn()).toEqual({
      code: 0,
      kinds: { 'a.txt': 'added', 'b.txt': 'added' },
      changed: true,
      documents: 2,
    })
    const unchanged = { 'a.txt': 'unchanged', 'b.txt': 'unchanged' }
    expect(await learn()).toEqual({ code: 0, kinds: unchanged, changed: false, documents: 2 })
    writeFileSync(join(folder, 'b.txt'), `${OTHER}\n二、活动\n举办比赛十二场。\n`)
    const replaced = { 'a.txt': 'unchanged', 'b.txt': 'replaced' }
    expect(await learn()).toEqual({ code: 0, kinds: replaced, changed: true, documents: 2 })
  })

  it('names refused files on stderr and learns the others; only --strict makes that a failure', async () => {
    const files = { 'a.txt': REPORT, 'empty.txt': '', 'binary.txt': new Uint8Array([0, 1, 2, 0, 255, 0]) }
    const { folder, env } = workspaceOf(cli, 'mixed', files)
    const first = await cli.run(['index', folder], env)
    expect(first.code).toBe(0)
    expect(first.stdout).toContain('added  a.txt')
    expect(first.stderr).toMatch(/refused: .*empty\.txt/u)
    expect(first.stderr).toMatch(/refused: .*binary\.txt/u)
    expect((await cli.run(['index', folder, '--strict'], env)).code).toBe(3)
  })

  it('fails when nothing could be learnt', async () => {
    const { folder, env } = workspaceOf(cli, 'hopeless', { 'empty.txt': '' })
    const { code, stderr } = await cli.run(['index', folder], env)
    expect(code).toBe(1)
    expect(stderr).toContain('empty.txt')
  })

  it('says so when the folder is not there, and keeps what is held', async () => {
    const { folder, env } = workspaceOf(cli, 'kept', { 'a.txt': REPORT })
    await cli.run(['index', folder], env)
    const missing = await cli.run(['index', join(folder, 'nowhere')], env)
    expect(missing.code).toBe(2)
    expect(missing.stderr).toContain('nowhere')
    expect(JSON.parse((await cli.run(['status', '--json'], env)).stdout).documents).toHaveLength(1)
  })

  it('starts from nothing with --rebuild', async () => {
    const { folder, env } = workspaceOf(cli, 'rebuilt', { 'a.txt': REPORT })
    await cli.run(['index', folder], env)
    const { stdout } = await cli.run(['index', folder, '--rebuild', '--json'], env)
    expect(JSON.parse(stdout).outcomes).toMatchObject([{ path: 'a.txt', kind: 'added' }])
  })
})

describe('wenbao status and doctor', () => {
  it('say what is held and that nothing is wrong', async () => {
    const { folder, env } = workspaceOf(cli, 'held', { 'a.txt': REPORT })
    await cli.run(['index', folder], env)
    const status = JSON.parse((await cli.run(['status', '--json'], env)).stdout)
    expect(status.documents).toMatchObject([{ path: 'a.txt', title: '青屿县图书馆2024年工作总结' }])
    const doctor = await cli.run(['doctor', '--json'], { ...env, WENBAO_PORT: '0' })
    expect(doctor.code).toBe(0)
    const checks = JSON.parse(doctor.stdout).checks.map(
      ({ name, status }: { name: string; status: string }) => [name, status],
    )
    expect(checks).toEqual(
      expect.arrayContaining([
        ['node', 'ok'],
        ['model', 'ok'],
        ['index', 'ok'],
        ['search', 'ok'],
      ]),
    )
  })

  it('finds a damaged record and says how to mend it', async () => {
    const { folder, env } = workspaceOf(cli, 'damaged', { 'a.txt': REPORT })
    await cli.run(['index', folder], env)
    for (const name of readdirSync(env.WENBAO_INDEX)) writeFileSync(join(env.WENBAO_INDEX, name), 'spoilt')
    const { code, stdout } = await cli.run(['doctor', '--json'], env)
    expect(code).toBe(1)
    const failed = JSON.parse(stdout).checks.filter(({ status }: { status: string }) => status === 'fail')
    expect(failed).toMatchObject([{ name: 'index', mend: expect.stringContaining('--rebuild') }])
    expect((await cli.run(['search', '藏书'], env)).code).toBe(4)
    expect((await cli.run(['index', folder, '--rebuild'], env)).code).toBe(0)
  })
})
