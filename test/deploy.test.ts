// Do the files for operators speak of what there is? Commands, settings, metrics and checks of the program, by their names.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { COMMANDS } from '../src/cli/commands.ts'
import { readConfig, settingsTable } from '../src/config.ts'
import { createMetrics } from '../src/server/metrics/metrics.ts'
import { STATUS } from './fixtures/fake-service.ts'

const read = (path: string) => readFileSync(join(import.meta.dirname, '..', path), 'utf8')
const FILES = ['Dockerfile', 'compose.yaml', 'deploy/wenbao.service']
const PAGES = ['docs/operating.md', 'docs/operating.zh-CN.md']

describe('the files for operators', () => {
  it.each([...FILES, ...PAGES])('%s names settings that there are', (path) => {
    const known = settingsTable().map(({ name }) => name)
    const named = [...read(path).matchAll(/\b(?:WENBAO|OPENAI)_[A-Z_]+\b/g)].map(([name]) => name)
    expect(named.filter((name) => !known.includes(name))).toEqual([])
  })

  it.each([...FILES, ...PAGES])('%s names commands that there are', (path) => {
    const known = COMMANDS.map(({ name }) => name)
    const named = [...read(path).matchAll(/(?:`|^|&& )wenbao ([a-z]+)/gm)].map(([, name]) => name ?? '')
    expect(named.filter((name) => !known.includes(name))).toEqual([])
  })

  it.each(PAGES)('%s names metrics that there are, and every check of the doctor', async (path) => {
    const page = read(path)
    const told = await createMetrics({ status: () => STATUS }, () => 0).registry.metrics()
    const named = [...page.matchAll(/`(wenbao_[a-z_]+)/g)].map(([, name]) => name ?? '')
    expect(named.filter((name) => !told.includes(name))).toEqual([])
    const checks = [...page.matchAll(/^\| ([a-z]+) \|/gm)].map(([, name]) => name)
    expect(checks.slice(-13)).toEqual(
      'node locale memory disk corpus model hnswlib index search lock chat access port'.split(' '),
    )
  })

  it('compose gives settings that are sound, also where nothing is set', () => {
    const { environment } = parse(read('compose.yaml')).services.wenbao
    const unset = Object.entries(environment).map(([name, value]) => [
      name,
      String(value).replace(/\$\{.*\}/, ''),
    ])
    expect(readConfig(Object.fromEntries(unset), '/app')).toMatchObject({
      corpusFolder: '/reports',
      watch: true,
    })
  })
})
