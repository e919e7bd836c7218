import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/document/read.ts'

const BODY = '青山市图书馆年度报告\n\n一、概况\n\n全年工作平稳有序，各项任务都已完成。\n'
const read = (block: string) => readDocument(Buffer.from(`---\n${block}\n---\n${BODY}`), { path: 'a.md' })

describe('readFrontMatter', () => {
  it('takes title, date and house from the block', () => {
    expect(read('title: 年报\ndate: 2024-03-01\norganisation: 青山市图书馆')).toMatchObject({
      title: '年报',
      date: '2024-03-01',
      organisation: '青山市图书馆',
    })
  })

  it('takes nothing that steers a terminal or turns the direction of writing', () => {
    expect(read(String.raw`title: "\e[31m年\u202e报\0\u2028x"`).title).toBe('[31m年报 x')
    expect(read(String.raw`title: "\u200b\0"`).title).toBe('青山市图书馆年度报告')
  })

  it.each([
    [
      'aliases of aliases',
      `a: &a [${'x,'.repeat(9)}]\nb: &b [${'*a,'.repeat(99)}]\nc: [${'*b,'.repeat(99)}]`,
    ],
    ['an alias of nothing', 'a: *nothing'],
    ['a hundred thousand brackets', `a: ${'['.repeat(100_000)}`],
    ['a key twice', 'a: 1\na: 2'],
  ])('leaves a block with %s as text', (_, block) => {
    const document = read(`${block}\ntitle: 年报`)
    expect(document.title).not.toBe('年报')
    expect(document.text).toContain('各项任务都已完成')
  })

  it('prints no warning with lines of the file', async () => {
    const warnings: string[] = []
    const listen = ({ message }: Error) => void warnings.push(message)
    process.on('warning', listen)
    read('a: !!js/function canary\n? [canary]\n: b')
    await new Promise((resolve) => setImmediate(resolve))
    process.off('warning', listen)
    expect(warnings).toEqual([])
  })
})
