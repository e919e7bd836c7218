// A forged line in the log: names, addresses and faults of others that hold control characters, through the whole service.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltCli, buildCli } from '../fixtures/built-cli.ts'
import { formOf } from '../fixtures/upload-service.ts'
import { REPORT, workspaceOf } from '../fixtures/workspace.ts'
import { quickService, sendRaw } from './quick-service.ts'

const HOSTILE = 'a\r\n{"level":"error","event":"forged"}\u001b[31m\u0085\u2028\u202e\ufeff'
const STEERS = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u

describe('a forged line', () => {
  it('is written by no name, address, header or question', async () => {
    const service = await quickService({
      '图书馆.txt': REPORT,
      [`${HOSTILE.replaceAll('\n', '')}.txt`]: '\0',
    })
    try {
      const json = { 'content-type': 'application/json' }
      const post = (path: string, body: string | FormData, headers: Record<string, string> = {}) =>
        fetch(service.url + path, { method: 'POST', headers, body }).then((response) => response.text())
      await post(
        '/api/documents',
        formOf([
          [`${HOSTILE}.txt`, REPORT],
          [`${HOSTILE}.exe`, REPORT],
        ]),
      )
      await post('/api/ask', JSON.stringify({ question: HOSTILE }), json)
      await post('/api/search', JSON.stringify({ question: HOSTILE, filters: { folder: HOSTILE } }), json)
      await post('/dify/retrieval', JSON.stringify({ knowledge_id: HOSTILE, query: HOSTILE }), json)
      await post('/v1/embeddings', JSON.stringify({ model: HOSTILE, input: HOSTILE }), json)
      await fetch(`${service.url}/${encodeURIComponent(HOSTILE)}?x=${encodeURIComponent(HOSTILE)}`)
      for (const path of ['/a\u001b[31m', '/a\u202e', '/%0d%0aFAKE', '/\u0085']) {
        await sendRaw(
          service.url,
          `GET ${path} HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: \u001b[2J\r\nConnection: close\r\n\r\n`,
        )
      }
      expect(service.logged.length).toBeGreaterThanOrEqual(6)
      for (const line of service.logged) {
        expect(line.endsWith('\n')).toBe(true)
        expect(line.slice(0, -1)).not.toMatch(STEERS)
        expect(JSON.parse(line).event).not.toBe('forged')
      }
    } finally {
      await service.close()
    }
  })
})

describe('wenbao on a terminal', () => {
  let cli: BuiltCli
  beforeAll(() => {
    cli = buildCli()
  })
  afterAll(() => cli.remove())

  it('shows no name of a file, title or line that would steer it', async () => {
    const evil = 'b\u001b[31m\u202egpj\u2028.txt'
    const files = {
      'a.md': `---\ntitle: "\\e[2J年\\u202e报"\norganisation: "馆\\e]0;x\\a"\n---\n${REPORT.replace('九十万', '\u202e九十万\u0085')}`,
      [evil]: '',
      'c\u001b[1m.txt': REPORT.replace('2024', '2023'),
    }
    const { folder, env } = workspaceOf(cli, 'steering', files)
    writeFileSync(join(folder, 'c\u001b[1m.wenbao.yaml'), 'level: "\\e[1m"')
    const runs = [
      ['index', folder],
      ['index', folder, '--json'],
      ['status'],
      ['search', '藏书多少册？'],
      ['ask', '藏书多少册？'],
      ['outline', join(folder, 'a.md'), '--explain'],
      ['outline', join(folder, evil)],
      ['doctor'],
    ]
    for (const args of runs) {
      const { stdout, stderr } = await cli.run(args, { ...env, WENBAO_LOG: 'text', NO_COLOR: '1' })
      const shown = (stdout + stderr).replaceAll('\n', '')
      expect([args[0], shown.match(STEERS)?.[0].codePointAt(0)?.toString(16)]).toEqual([args[0], undefined])
    }
  })
})
