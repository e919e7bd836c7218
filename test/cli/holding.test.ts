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
    expect(first.stderr).toContain('refused empty.txt: The file is empty (0 bytes).')
    expect(first.stderr).toMatch(/refused binary\.txt: .*binary/u)
    expect((await cli.run(['index', folder, '--strict'], env)).code).toBe(3)
  })

  it('fails when nothing could be learnt', async () => {
    const { folder, env } = workspaceOf(cli, 'hopeless', { 'empty.txt': '' })
    const { code, stderr } = await cli.run(['index', folder], env)
    expect(code).toBe(1)
    expect(stderr).toContain('empty.txt')
  })
})

describe('wenbao with a report held', () => {
  let held: ReturnType<typeof workspaceOf>
  beforeAll(async () => {
    held = workspaceOf(cli, 'held', { 'a.txt': REPORT })
    await cli.run(['index', held.folder], held.env)
  })
  const checksOf = (stdout: string): { name: string; status: string }[] => JSON.parse(stdout).checks

  it('keeps it when another folder is not there, and status says what it is', async () => {
    const missing = await cli.run(['index', join(held.folder, 'nowhere')], held.env)
    expect(missing.code).toBe(2)
    expect(missing.stderr).toContain('nowhere')
    const { stdout } = await cli.run(['status', '--json'], held.env)
    expect(JSON.parse(stdout).documents).toMatchObject([
      { path: 'a.txt', title: '青屿县图书馆2024年工作总结' },
    ])
    expect((await cli.run(['status'], held.env)).stdout).toMatch(/^1 document, 2 chunks, \d+ sentences, /mu)
  })

  it('has nothing for the doctor to mend', async () => {
    const { code, stdout } = await cli.run(['doctor', '--json'], { ...held.env, WENBAO_PORT: '0' })
    expect(code).toBe(0)
    const sound = checksOf(stdout).flatMap(({ name, status }) => (status === 'ok' ? [name] : []))
    expect(sound).toEqual(
      expect.arrayContaining(['node', 'corpus', 'model', 'index', 'search', 'lock', 'access', 'port']),
    )
  })

  it('starts from nothing with --rebuild', async () => {
    const { stdout } = await cli.run(['index', held.folder, '--rebuild', '--json'], held.env)
    expect(JSON.parse(stdout).outcomes).toMatchObject([{ path: 'a.txt', kind: 'added' }])
  })

  it('finds a damaged record, answers nothing from it, and mends it', async () => {
    const folder = held.env.WENBAO_INDEX
    const record = readdirSync(folder).filter((name) => !name.includes('lock'))
    for (const name of record) writeFileSync(join(folder, name), 'spoilt')
    const { code, stdout } = await cli.run(['doctor', '--json'], held.env)
    expect(code).toBe(1)
    const failed = checksOf(stdout).filter(({ status }) => status === 'fail')
    expect(failed).toMatchObject([{ name: 'index', mend: expect.stringContaining('--rebuild') }])
    expect(await cli.run(['search', '藏书'], held.env)).toMatchObject({ code: 4, stdout: '' })
    expect((await cli.run(['index', held.folder, '--rebuild'], held.env)).code).toBe(0)
  })
})
