// A wrong setting: every setting with values that can't be meant, and a program that then doesn't start by half.
import { existsSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { AppError } from '../../src/errors.ts'
import { settingsSchema } from '../../src/settings.ts'
import { type BuiltCli, buildCli } from '../fixtures/built-cli.ts'
import { REPORT, workspaceOf } from '../fixtures/workspace.ts'

const NAMES = Object.keys(settingsSchema.shape)
/** Any text may be meant by these: a folder, a name, a key. */
const FREE = [
  'WENBAO_HOST',
  'WENBAO_ALLOWED_HOSTS',
  'WENBAO_CORPUS',
  'WENBAO_INDEX',
  'WENBAO_MODEL_CACHE',
  'WENBAO_EMBEDDING_MODEL',
  'WENBAO_EMBEDDING_API_KEY',
  'WENBAO_CHAT_MODEL',
  'OPENAI_API_KEY',
]
const NONSENSE = ['\u0000', '一二三', '-1e999', 'ＮａＮ', '{}', '<svg>', '1;2;3']

function faultOf(env: Record<string, string>, content?: unknown): string {
  try {
    readConfig(env, '/srv', content === undefined ? {} : { file: { path: 'wenbao.config.json', content } })
  } catch (error) {
    if (error instanceof AppError && error.code === 'bad-input') return error.message
    throw error
  }
  return ''
}

describe('a wrong setting', () => {
  it.each(NAMES.filter((name) => !FREE.includes(name)))('%s is named, whatever nonsense it is', (name) => {
    for (const value of NONSENSE)
      expect([value, faultOf({ [name]: value })]).toEqual([value, expect.stringContaining(name)])
  })

  it('is named with all others at fault, of any type, from the environment or the file', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...NAMES, 'WENBAO_UNKNOWN', 'PATH', '__proto__'), fc.anything()),
        (content) => {
          const fault = faultOf({}, content)
          for (const [key, value] of Object.entries(content)) {
            const isOdd = !['string', 'number', 'boolean'].includes(typeof value)
            if (isOdd || !NAMES.includes(key)) {
              if (isOdd || String(value).trim() !== '') expect(fault).toContain(key)
            }
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is never taken by half: what is unknown beside what is right is a fault', () => {
    expect(faultOf({ WENBAO_PORT: '80', WENBAO_PROT: '80' })).toContain('WENBAO_PROT')
    expect(faultOf({}, [])).toContain('expected an object')
    expect(faultOf({}, 'text')).toContain('expected an object')
  })
})

describe('wenbao serve with a wrong setting', () => {
  let cli: BuiltCli
  beforeAll(() => {
    cli = buildCli()
  })
  afterAll(() => cli.remove())

  async function serve(name: string, env: Record<string, string>) {
    const held = workspaceOf(cli, name, { 'a.txt': REPORT })
    const run = await cli.run(['serve'], { ...held.env, WENBAO_CORPUS: held.folder, ...env })
    return { ...run, hasBegun: existsSync(held.env.WENBAO_INDEX) }
  }

  it('ends with the names of the settings and has touched nothing', async () => {
    const { code, stdout, stderr, hasBegun } = await serve('wrong', { WENBAO_PORT: 'x', WENBAO_PROT: '1' })
    expect([code, stdout, hasBegun]).toEqual([2, '', false])
    expect(stderr).toMatch(/WENBAO_PORT: expected[\s\S]*WENBAO_PROT: expected/)
  })

  it('names a file of settings that is cut off, and a folder where the file should be', async () => {
    const path = join(cli.folder, 'wenbao.config.json')
    writeFileSync(path, '{"WENBAO_PORT": 90')
    const { code, stderr, hasBegun } = await serve('cut', {})
    writeFileSync(path, '{}')
    expect([code, hasBegun]).toEqual([2, false])
    expect(stderr).toContain('wenbao.config.json: expected JSON')
  })

  it('says that the port is taken, and by which setting another is chosen', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((listening) => other.once('listening', listening))
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const { code, stdout, stderr } = await serve('taken', { WENBAO_PORT: String(port) })
    other.close()
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(`Port ${port} on 127.0.0.1 is taken by another program.`)
    expect(stderr).toContain('WENBAO_PORT')
  })

  it('names a folder of reports that is not there, and waits for reports by other ways', async () => {
    const nowhere = join(cli.folder, 'nowhere')
    const env = { WENBAO_CORPUS: nowhere, WENBAO_INDEX: join(cli.folder, 'no-index'), WENBAO_PORT: '0' }
    const running = cli.start(['serve'], env)
    await running.said(/holds no report yet/)
    running.terminate()
    expect((await running.ended).stderr).toContain(`The folder ${nowhere} can’t be read`)
  })
})
