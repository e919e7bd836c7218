import { describe, expect, it } from 'vitest'
import { contextHeader } from '../../src/chunk/header.ts'

const report = {
  title: '年度报告',
  organisation: '青屿县图书馆',
  aliases: ['县图', '青屿馆', '老馆', '新馆'],
}

describe('contextHeader', () => {
  it('names the organisation with at most three aliases, the title and the path', () => {
    expect(contextHeader(report, ['年度报告', '一、藏书', '（一）古籍'])).toBe(
      '青屿县图书馆（县图、青屿馆、老馆） 年度报告 > 一、藏书 > （一）古籍',
    )
  })

  it('begins with the title when no organisation is known', () => {
    expect(contextHeader({ title: '年度报告', aliases: [] }, ['年度报告', '一、藏书'])).toBe(
      '年度报告 > 一、藏书',
    )
  })

  it('loses headings from the middle first', () => {
    const path = ['年度报告', '甲'.repeat(10), '乙'.repeat(10), '丙'.repeat(10), '丁'.repeat(10)]
    expect(contextHeader({ title: '年度报告', aliases: [] }, path, 40)).toBe(
      `年度报告 > ${'甲'.repeat(10)} > … > ${'丁'.repeat(10)}`,
    )
  })

  it('loses the aliases when no shorter path is enough', () => {
    const path = ['年度报告', '一、藏书', '（一）古籍']
    expect(contextHeader(report, path, 34)).toBe(
      '青屿县图书馆（县图、青屿馆、老馆） 年度报告 > … > （一）古籍',
    )
    expect(contextHeader(report, path, 33)).toBe('青屿县图书馆 年度报告 > 一、藏书 > （一）古籍')
  })

  it('shortens a title and a heading that are too long by themselves', () => {
    const header = contextHeader(report, ['题'.repeat(200), '节'.repeat(200)], 60)
    expect(header).toBe(`青屿县图书馆 ${'题'.repeat(29)}… > ${'节'.repeat(19)}…`)
    expect(header).toHaveLength(60)
  })
})
