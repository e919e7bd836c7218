// The commands as a user types them: help, faults, and what needs no model.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltCli, buildCli } from '../fixtures/built-cli.ts'
import { REPORT, workspaceOf } from '../fixtures/workspace.ts'

let cli: BuiltCli
beforeAll(() => {
  cli = buildCli()
})
afterAll(() => cli.remove())

describe('wenbao', () => {
  it('gives the help of the program on stdout, in the language of the machine', async () => {
    const english = await cli.run(['--help'])
    expect(english.code).toBe(0)
    expect(english.stdout).toContain('Commands\n')
    expect(english.stderr).toBe('')
    const chinese = await cli.run(['help'], { LANG: 'zh_CN.UTF-8' })
    expect(chinese.stdout).toContain('退出码')
  })

  it.each(['search', 'serve', 'index', 'outline', 'eval', 'status', 'doctor', 'key'])(
    'explains %s',
    async (name) => {
      const { code, stdout } = await cli.run([name, '--help'])
      expect(code).toBe(0)
      expect(stdout).toContain(`Usage: wenbao ${name}`)
      expect(stdout).toContain('--json')
    },
  )

  it('gives the version of package.json', async () => {
    const { version } = JSON.parse(readFileSync(join(cli.folder, 'package.json'), 'utf8'))
    expect(await cli.run(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  })

  it.each([
    [[], 'Commands'],
    [['serach'], 'There is no command serach.\nDid you mean wenbao search?'],
    [['--json'], '--json stands where a command should.'],
    [['search', '--explian', '问'], 'Unknown option --explian.\nDid you mean --explain?'],
    [['search'], 'A question is missing.'],
    [['search', '问', '--top', '0'], '--top wants a whole number from 1 to 50, got 0.'],
    [['outline'], 'A file is missing.'],
    [['outline', 'nowhere.txt'], 'nowhere.txt'],
    [['eval'], 'Expected --documents DIR with --questions FILE, or --dataset DIR.'],
    [['eval', '--min', 'recal@5=1'], 'there is no measure recal@5'],
    [['index', 'a', 'b'], 'Too many arguments: b'],
    [['status', '--help=1'], "'-h, --help' does not take an argument"],
  ])('refuses %j with exit code 2 and says why', async (args, message) => {
    const { code, stdout, stderr } = await cli.run(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr).not.toContain('    at ')
  })

  it('names every setting at fault', async () => {
    const { code, stderr } = await cli.run(['status'], { WENBAO_PORT: 'many', WENBAO_PROT: '1' })
    expect(code).toBe(2)
    expect(stderr).toContain('WENBAO_PORT')
    expect(stderr).toContain('WENBAO_PROT')
  })
})

describe('wenbao outline', () => {
  it('draws the tree, and every line with its rule on request', async () => {
    const { folder } = workspaceOf(cli, 'outlined', { 'a.txt': REPORT })
    const tree = await cli.run(['outline', join(folder, 'a.txt')])
    expect(tree.stdout).toContain('青屿县图书馆2024年工作总结\n├─ 一、基本情况\n└─ 二、读者服务')
    const { stdout } = await cli.run(['outline', join(folder, 'a.txt'), '--json', '--explain'])
    const outline = JSON.parse(stdout)
    expect(outline.sections.map((section: { level: number }) => section.level)).toEqual([1, 2, 2])
    expect(outline.lines[0]).toMatchObject({ line: 1 })
  })

  it('ends quietly when the reader of a long result leaves', async () => {
    const many = Array.from({ length: 5000 }, (_, i) => `第${i}段说明了工作的进展，并且列出了数字。`).join(
      '\n\n',
    )
    const { folder } = workspaceOf(cli, 'long', { 'long.txt': many })
    const { code, stderr } = await cli
      .start(['outline', join(folder, 'long.txt'), '--json', '--explain'])
      .leave()
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })
})

describe('wenbao key', () => {
  it('prints a key and the setting that lets it in beside those set before', async () => {
    const first = await cli.run(['key', 'office'])
    expect(first.stdout).toMatch(/^wb_[\w-]{43}\nWENBAO_API_KEYS=office:read:sha256-[0-9a-f]{64}\n$/)
    const setting = first.stdout.split('=')[1]?.trim() ?? ''
    const second = await cli.run(['key', '--scopes', 'read+write', '--json'], { WENBAO_API_KEYS: setting })
    const made = JSON.parse(second.stdout)
    expect([made.name, made.scopes]).toEqual(['key1', ['read', 'write']])
    expect(made.setting.WENBAO_API_KEYS.split(',')).toEqual([
      setting,
      expect.stringMatching(/^key1:read\+write:sha256-/),
    ])
  })

  it('refuses a name that is taken, and scopes that are none', async () => {
    const taken = await cli.run(['key', 'office'], { WENBAO_API_KEYS: 'office:read:0123456789abcdef' })
    expect([taken.code, taken.stderr]).toEqual([
      2,
      'There is a key named office already.\nTake another name, or take its entry out of WENBAO_API_KEYS first.\n',
    ])
    expect((await cli.run(['key', '--scopes', 'all'])).stderr).toContain('--scopes wants read, write, admin')
  })
})
