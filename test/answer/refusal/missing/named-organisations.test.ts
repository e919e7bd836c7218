// Which organisations a question names.
import { describe, expect, it } from 'vitest'
import { organisationsIn } from '../../../../src/answer/refusal/missing/named-organisations.ts'
import type { DocumentSummary } from '../../../../src/collection/collection.ts'

function reportOf(organisation: string): DocumentSummary {
  return {
    id: organisation,
    path: 'a.txt',
    title: '年度报告',
    organisation,
    aliases: [],
    years: [],
    characters: 1,
    chunks: 1,
    warnings: 0,
    learntAt: '',
  }
}

describe('organisationsIn', () => {
  const named = (question: string, organisation = '青山市教育局') =>
    organisationsIn(question, [reportOf(organisation)])

  it('takes a name with what it is', () => {
    expect(named('绿水市第三中学有多少学生？')).toEqual(['绿水市第三中学'])
    expect(named('请问青山市实验小学2022年的校长是谁？')).toEqual(['青山市实验小学'])
    expect(named('绿水市人民医院、青山市人民医院')).toEqual(['绿水市人民医院', '青山市人民医院'])
  })

  it('takes no year, no asking words and no measure word into a name', () => {
    expect(named('青山市2023年有多少家图书馆')).toEqual([])
    expect(named('绿水县有几所中学？')).toEqual([])
    expect(named('2023年全市小学有多少所？')).toEqual([])
    expect(named('2023年绿水市中学')).toEqual(['绿水市中学'])
  })

  it('takes a sort of organisations in a place of the reports for no name', () => {
    expect(named('青山市民办小学有几所？')).toEqual([])
    expect(named('青山市民办小学有几所？', '青山市图书馆')).toEqual([])
    expect(named('绿水市民办小学有几所？')).toEqual(['绿水市民办小学'])
  })

  it('takes two sorts beside each other for no name, and two names for two', () => {
    expect(named('民办幼儿园和公办小学各有多少所？')).toEqual([])
    expect(named('民办幼儿园比公办幼儿园多多少所？')).toEqual([])
    expect(named('绿水市第三中学和青山市实验小学')).toEqual(['绿水市第三中学', '青山市实验小学'])
  })

  it('takes no other word for a sort, nor the short name of the place before it, for a name', () => {
    expect(named('普惠性幼儿园有几所？')).toEqual([])
    expect(named('区属公办小学有几所？')).toEqual([])
    expect(named('青山民办小学有几所？')).toEqual([])
    expect(named('青山小学有多少学生？')).toEqual(['青山小学'])
    expect(named('绿水民办小学有几所？')).toEqual(['绿水民办小学'])
  })

  it('takes a bare kind for all of a place where its authorities report, else for one', () => {
    expect(named('青山市小学2022年学生数')).toEqual([])
    expect(named('青山市博物馆有多少藏品？', '青山市图书馆')).toEqual(['青山市博物馆'])
    expect(named('绿水市小学有多少学生？')).toEqual(['绿水市小学'])
  })

  it('takes the offices and houses of a place, not words that end like them', () => {
    expect(named('绿水市民政局局长是谁？')).toEqual(['绿水市民政局'])
    expect(named('绿水县人民法院2023年收案多少件？')).toEqual(['绿水县人民法院'])
    expect(named('青山市体育局和绿水市文化馆谁的人多？')).toEqual(['青山市体育局', '绿水市文化馆'])
    expect(named('市民政局局长是谁？')).toEqual([])
    expect(named('全市的产业布局是什么？')).toEqual([])
    expect(named('青山市的产业布局是什么？')).toEqual([])
    expect(named('青山市委书记是谁？')).toEqual([])
  })

  it('takes a house that a place has many of for all of them where its authorities report', () => {
    expect(named('青山市敬老院有几家？')).toEqual([])
    expect(named('绿水市敬老院有几张床？')).toEqual(['绿水市敬老院'])
  })
})
