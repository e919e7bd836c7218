// Asking, serving and judging, as a user does it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltCli, buildCli } from '../fixtures/built-cli.ts'
import { OTHER, REPORT, workspaceOf } from '../fixtures/workspace.ts'

let cli: BuiltCli
beforeAll(() => {
  cli = buildCli()
})
afterAll(() => cli.remove())

describe('wenbao search', () => {
  it('learns the corpus at the first question, says so on stderr, and gives ranked passages', async () => {
    const { folder, env } = workspaceOf(cli, 'asked', { 'a.txt': REPORT, 'b.txt': OTHER })
    const run = () =>
      cli.run(['search', '图书馆有多少藏书？', '--json', '--top', '2'], { ...env, WENBAO_CORPUS: folder })
    const first = await run()
    expect(first.code).toBe(0)
    expect(first.stderr).toContain(`Nothing was learnt yet: learning ${folder}`)
    const { passages } = JSON.parse(first.stdout)
    expect(passages[0].text).toContain('藏书九十万册')
    expect(passages[0].document.path).toBe('a.txt')
    expect(await run()).toEqual({ code: 0, stdout: first.stdout, stderr: '' })
  })

  it('shows title, section, text and place, without marks when nobody looks', async () => {
    const { folder, env } = workspaceOf(cli, 'shown', { 'a.txt': REPORT })
    await cli.run(['index', folder], env)
    const { stdout } = await cli.run(['search', '举办讲座多少场', '--explain'], env)
    expect(stdout).toContain('青屿县图书馆2024年工作总结 > 二、读者服务')
    expect(stdout).toMatch(/a\.txt \d+-\d+/u)
    expect(stdout).toMatch(/bm25 .* similarity .* sentence /u)
    expect(stdout).not.toContain('\u001B')
  })
})

describe('wenbao ask', () => {
  const QUESTION = '青屿县图书馆有多少藏书？'

  it('prints the sentence that answers with its source on stdout, and nothing else there', async () => {
    const { folder, env } = workspaceOf(cli, 'answered', { 'a.txt': REPORT, 'b.txt': OTHER })
    await cli.run(['index', folder], env)
    const { code, stdout, stderr } = await cli.run(['ask', QUESTION], env)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^青屿县图书馆：全馆现有藏书九十万册，比上年增加三万册。\[1\]\n/u)
    expect(stdout).toMatch(/\n\[1\] 青屿县图书馆2024年工作总结 > 一、基本情况\n/u)
    expect(stdout).toMatch(/\n {4}\/d\/[\da-f]+#\S+\n$/u)
  })

  it('gives the whole answer as JSON, its quotation being the words of the report', async () => {
    const { folder, env } = workspaceOf(cli, 'answered-json', { 'a.txt': REPORT })
    await cli.run(['index', folder], env)
    const { code, stdout } = await cli.run(['ask', QUESTION, '--json'], env)
    expect(code).toBe(0)
    const answer = JSON.parse(stdout)
    expect(answer).toMatchObject({ kind: 'answered', origin: 'extract', claims: [{ verdict: 'supported' }] })
    const [{ quote, range }] = answer.citations
    expect(quote).toBe('全馆现有藏书九十万册，比上年增加三万册。')
    expect(REPORT.slice(range.start, range.end)).toBe(quote)
  })

  it('says why there is no answer and what is nearest, and ends with exit code 0', async () => {
    const { folder, env } = workspaceOf(cli, 'refused', { 'a.txt': REPORT })
    await cli.run(['index', folder], env)
    const asked = '青屿县图书馆的食堂几点开饭？'
    const { code, stdout, stderr } = await cli.run(['ask', asked], env)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('没有所问的具体时刻')
    expect(stdout).toContain('Nearest passages:\n')
    const refused = JSON.parse((await cli.run(['ask', asked, '--json'], env)).stdout)
    expect(refused).toMatchObject({ kind: 'refused', reason: 'unknown-indicator' })
  })

  it('asks for a question with exit code 2 when there is none', async () => {
    const { code, stdout, stderr } = await cli.run(['ask'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('A question is missing.')
  })
})

describe('wenbao eval', () => {
  const questions = [
    { id: 'q1', type: 'lookup', question: '藏书多少？', file: 'a.txt', evidence: ['藏书九十万册'] },
    { id: 'q2', type: 'lookup', question: '新建几片篮球场？', file: 'b.txt', evidence: ['新建篮球场四片'] },
    { id: 'q3', type: 'unanswerable_far', question: '火车几点开？', file: null, evidence: [] },
  ]

  it('measures a folder with its questions, and fails below a threshold', async () => {
    const { folder } = workspaceOf(cli, 'judged', { 'a.txt': REPORT, 'b.txt': OTHER })
    const file = join(cli.folder, 'questions.jsonl')
    writeFileSync(file, questions.map((question) => JSON.stringify(question)).join('\n'))
    const measure = ['eval', '--documents', folder, '--questions', file]
    const { code, stdout } = await cli.run([
      ...measure,
      '--json',
      '--min',
      'recall@5=1',
      '--max',
      'meanPassageChars=450',
    ])
    expect(code).toBe(0)
    const report = JSON.parse(stdout)
    expect(report).toMatchObject({
      questions: 3,
      answer: { citationRecall: 1, citationPrecision: 1, unresolved: 0 },
      refusal: { letThroughAt95: null },
    })
    expect(report.retrieval).toMatchObject({
      questions: 2,
      'recall@5': 1,
      byType: { lookup: { questions: 2 } },
    })
    const missed = await cli.run([...measure, '--min', 'latencyMs.p50=100000'])
    expect(missed.code).toBe(1)
    expect(missed.stderr).toContain('missed: latencyMs.p50 is')
  })

  it('measures a retrieval set by each signal beside the fused score', async () => {
    const folder = join(cli.folder, 'set')
    mkdirSync(folder)
    const passages = [
      { id: 'p1', title: '图书馆', text: '全馆现有藏书九十万册。' },
      { id: 'p2', title: '体育馆', text: '新建篮球场四片，全部免费开放。' },
    ]
    const queries = [{ id: 'q1', question: '新建几片篮球场？', relevant: ['p2'], answers: ['四片'] }]
    const lines = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join('\n')
    writeFileSync(join(folder, 'passages.jsonl'), lines(passages))
    writeFileSync(join(folder, 'queries.jsonl'), lines(queries))
    const { stdout } = await cli.run(['eval', '--dataset', folder, '--hide-evidence', '--json'])
    const report = JSON.parse(stdout)
    expect(Object.keys(report.legs)).toEqual(['bm25', 'similarity', 'fused'])
    expect(report.retrieval['mrr@10']).toBe(1)
    expect(report.refusal.letThroughAt95).toBe(0)
  })
})

describe('wenbao serve', () => {
  it('learns, says where to go, answers, and ends at an interrupt', async () => {
    const { folder, env } = workspaceOf(cli, 'served', { 'a.txt': REPORT })
    const server = cli.start(['serve', '--documents', folder, '--port', '0', '--json'], env)
    const [, url] = await server.said(/"url": "([^"]+)"/u)
    const response = await fetch(`${url}/api/search`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question: '藏书多少？' }),
    })
    expect(await response.text()).toContain('藏书九十万册')
    server.interrupt()
    expect((await server.ended).code).toBe(0)
  })
})
