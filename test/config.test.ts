import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type ConfigSurroundings, readConfig, readProcessConfig, settingsTable } from '../src/config.ts'
import { AppError } from '../src/errors.ts'

const SURROUNDINGS: ConfigSurroundings = { packageFolder: '/opt/wenbao' }

describe('readConfig', () => {
  it('needs nothing to be set', () => {
    expect(readConfig({ HOME: '/home/li' }, '/srv', SURROUNDINGS)).toEqual({
      host: '127.0.0.1',
      port: 8787,
      apiKeys: [],
      insecure: false,
      allowedHosts: [],
      corsOrigins: [],
      apps: [],
      trustedProxies: [],
      ratePerKey: 600,
      watch: false,
      uploadFileBytes: 20 * 1024 * 1024,
      uploadTotalBytes: 64 * 1024 * 1024,
      concurrency: 64,
      corpusFolder: '/opt/wenbao/corpus',
      corpusIsDefault: true,
      indexFolder: '/opt/wenbao/index',
      embedder: {
        model: '',
        bundledFolder: '/opt/wenbao/models/multilingual-e5-small-zh-en',
        cacheFolder: '/home/li/.cache/wenbao/models',
        timeoutMs: 30_000,
      },
      answerMode: 'strict',
      log: 'auto',
    })
  })

  it('takes folders from the working folder on', () => {
    const config = readConfig({ WENBAO_CORPUS: 'reports', WENBAO_INDEX: '/data/index' }, '/srv', SURROUNDINGS)
    expect([config.corpusFolder, config.corpusIsDefault, config.indexFolder]).toEqual([
      '/srv/reports',
      false,
      '/data/index',
    ])
  })

  it('knows a language model when one is named, and not by its key alone', () => {
    const key = { OPENAI_API_KEY: 'sk-1', OPENAI_BASE_URL: 'http://127.0.0.1:8000/v1' }
    expect(readConfig(key, '/srv', SURROUNDINGS).chat).toBeUndefined()
    expect(
      readConfig({ ...key, WENBAO_CHAT_MODEL: 'qwen', WENBAO_CHAT_TIMEOUT_MS: '5000' }, '/srv', SURROUNDINGS)
        .chat,
    ).toEqual({
      baseUrl: 'http://127.0.0.1:8000/v1',
      apiKey: 'sk-1',
      model: 'qwen',
      temperature: 0,
      maxTokens: 800,
      firstTokenTimeoutMs: 10_000,
      totalTimeoutMs: 5_000,
      retries: 2,
    })
  })

  it('keeps what is learnt out of node_modules, which the next install empties', () => {
    const config = readConfig({}, '/srv/app', { packageFolder: '/srv/app/node_modules/wenbao' })
    expect(config.indexFolder).toBe('/srv/app/wenbao-index')
  })

  it('counts an empty value as not set', () => {
    expect(readConfig({ WENBAO_PORT: '', WENBAO_INSECURE: ' ' }, '/srv', SURROUNDINGS).port).toBe(8787)
  })

  it('lists all faults at once, each with its name, what was expected and what came', () => {
    const env = { WENBAO_PORT: '99999', WENBAO_INSECURE: 'perhaps', HF_ENDPOINT: 'mirror', WENBAO_PROT: '1' }
    expect(faultOf(env)).toBe(
      [
        'Settings at fault:',
        '  WENBAO_PORT: expected a whole number from 0 to 65535, got "99999"',
        '  WENBAO_INSECURE: expected true or false, got "perhaps"',
        '  HF_ENDPOINT: expected an http(s) address, got "mirror"',
        '  WENBAO_PROT: expected a known setting, got one of an unknown name',
      ].join('\n'),
    )
  })

  it('leaves variables of others alone', () => {
    expect(readConfig({ PATH: '/bin', PORT: 'x', NODE_ENV: 'test' }, '/srv', SURROUNDINGS).port).toBe(8787)
  })

  it('never repeats the value of an unknown setting, which may be a key', () => {
    expect(faultOf({ WENBAO_EMBEDING_API_KEY: 'sk-canary' })).not.toContain('canary')
  })

  it('never repeats keys that are at fault', () => {
    expect(faultOf({ WENBAO_API_KEYS: 'office:read:canary,canary' })).toBe(
      [
        'Settings at fault:',
        '  WENBAO_API_KEYS: entry 1: expected a key of at least 16 letters, got a shorter one',
        '  WENBAO_API_KEYS: entry 2: expected name:scopes:sha256-HASH, got another form; `wenbao key` prints one',
      ].join('\n'),
    )
  })

  it('reads who may call, from where and how often', () => {
    const env = {
      WENBAO_API_KEYS: 'office:read:0123456789abcdef',
      WENBAO_PUBLIC_URL: 'https://reports.example/kb/',
      WENBAO_CORS_ORIGINS: 'https://a.example, http://b.example:8080',
      WENBAO_APPS: 'intranet=https://a.example',
      WENBAO_TRUSTED_PROXY: '127.0.0.1,10.0.0.0/8,fd00::/8',
      WENBAO_RATE_PER_KEY: '0',
      WENBAO_RATE_PER_ADDRESS: '30',
    }
    expect(readConfig(env, '/srv', SURROUNDINGS)).toMatchObject({
      apiKeys: [{ name: 'office', scopes: ['read'] }],
      publicUrl: 'https://reports.example/kb',
      corsOrigins: ['https://a.example', 'http://b.example:8080'],
      apps: [{ id: 'intranet', origins: ['https://a.example'] }],
      trustedProxies: ['127.0.0.1', '10.0.0.0/8', 'fd00::/8'],
      ratePerKey: 0,
      ratePerAddress: 30,
    })
  })

  it.each([
    [
      'WENBAO_CORS_ORIGINS',
      'https://a.example/',
      'expected * or origins such as https://intranet.example, got "https://a.example/"',
    ],
    [
      'WENBAO_CORS_ORIGINS',
      'a.example',
      'expected * or origins such as https://intranet.example, got "a.example"',
    ],
    [
      'WENBAO_APPS',
      'intranet=a.example',
      'entry 1: expected origins such as https://intranet.example, got "a.example"',
    ],
    [
      'WENBAO_TRUSTED_PROXY',
      '10.0.0.1,proxy',
      'expected addresses or networks such as 10.0.0.0/8, got "proxy"',
    ],
    [
      'WENBAO_TRUSTED_PROXY',
      '10.0.0.0/33',
      'expected addresses or networks such as 10.0.0.0/8, got "10.0.0.0/33"',
    ],
    ['WENBAO_PUBLIC_URL', 'ftp://a.example', 'expected an http(s) address, got "ftp://a.example"'],
  ])('refuses %s=%s and says what it wants', (name, value, fault) => {
    expect(faultOf({ [name]: value })).toBe(`Settings at fault:\n  ${name}: ${fault}`)
  })

  it('lets the environment win over the settings file', () => {
    const file = { path: 'wenbao.config.json', content: { WENBAO_PORT: 9000, WENBAO_CONCURRENCY: 8 } }
    const config = readConfig({ WENBAO_PORT: '9001' }, '/srv', { ...SURROUNDINGS, file })
    expect([config.port, config.concurrency]).toEqual([9001, 8])
  })

  it('refuses what a settings file may not hold', () => {
    const content = { WENBAO_PORT: [1], PATH: '/bin', WENBAO_LOG: null }
    expect(
      faultOf({}, { ...SURROUNDINGS, file: { path: 'f.json', content } })
        .split('\n')
        .slice(1),
    ).toEqual([
      '  WENBAO_PORT: expected text, a number or a truth value in f.json, got a list',
      '  WENBAO_LOG: expected text, a number or a truth value in f.json, got null',
      '  PATH: expected a known setting, got one of an unknown name',
    ])
  })

  it('takes the key of OpenAI for an endpoint, and for nothing else', () => {
    const keyFor = (model: string) =>
      readConfig({ WENBAO_EMBEDDING_MODEL: model, OPENAI_API_KEY: 'sk-1' }, '/srv', SURROUNDINGS).embedder
        .apiKey
    expect(keyFor('https://api.example.com/v1#small')).toBe('sk-1')
    expect(keyFor('owner/name')).toBeUndefined()
  })

  it('can not be changed afterwards', () => {
    const config = readConfig({}, '/srv', SURROUNDINGS)
    expect([config, config.embedder, config.allowedHosts].every(Object.isFrozen)).toBe(true)
  })
})

describe('readProcessConfig', () => {
  const cwd = process.cwd()
  let folder = ''

  afterEach(() => {
    process.chdir(cwd)
    rmSync(folder, { recursive: true, force: true })
  })

  it('reads the settings file of the working folder, under what the command line says', () => {
    folder = mkdtempSync(join(tmpdir(), 'wenbao-config-'))
    writeFileSync(join(folder, 'wenbao.config.json'), '{"WENBAO_PORT": 9000, "WENBAO_CONCURRENCY": 3}')
    process.chdir(folder)
    const config = readProcessConfig({ WENBAO_PORT: '9002', WENBAO_CORPUS: undefined })
    expect([config.port, config.concurrency, config.corpusIsDefault]).toEqual([9002, 3, true])
  })

  it('names a settings file that is no JSON', () => {
    folder = mkdtempSync(join(tmpdir(), 'wenbao-config-'))
    writeFileSync(join(folder, 'wenbao.config.json'), '{"WENBAO_PORT": ')
    process.chdir(folder)
    expect(() => readProcessConfig()).toThrow(/wenbao\.config\.json: expected JSON/)
  })
})

describe('settingsTable', () => {
  it('explains every setting in both languages', () => {
    const rows = [...settingsTable('en'), ...settingsTable('zh')]
    expect(rows.filter(({ effect }) => effect === '')).toEqual([])
    expect(rows[1]).toEqual({
      name: 'WENBAO_PORT',
      default: '`8787`',
      unit: '',
      effect: 'Port; 0 takes any free one.',
    })
  })

  it('holds nothing that would break a table', () => {
    expect(settingsTable().filter((row) => /[|\n]/.test(Object.values(row).join('')))).toEqual([])
  })
})

function faultOf(env: Record<string, string>, surroundings = SURROUNDINGS): string {
  try {
    readConfig(env, '/srv', surroundings)
  } catch (error) {
    if (error instanceof AppError) return error.message
  }
  return 'no fault'
}
