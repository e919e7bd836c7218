// Organisations and places that no report has.
import { describe, expect, it } from 'vitest'
import { missingOrganisation } from '../../../../src/answer/refusal/missing/missing-organisation.ts'
import type { Routing } from '../../../../src/search/passage.ts'
import { report } from '../../../fixtures/library-report.ts'

const nowhere: Routing = { organisations: [], years: [], mode: 'none' }

describe('missingOrganisation', () => {
  const ask = (question: string, text = '') =>
    missingOrganisation(question, nowhere, [report], async (words) => text.includes(words))

  it('names the organisation that stands in no report, and those that do', async () => {
    expect(await ask('请问绿水市图书馆的馆长是谁？')).toEqual({
      reason: 'unknown-organisation',
      zh: {
        missing: ['绿水市图书馆'],
        message: '报告里没有“绿水市图书馆”；现有报告讲的是青山市图书馆。',
      },
      en: {
        missing: ['绿水市图书馆'],
        message: 'The reports don’t mention “绿水市图书馆”; they are about 青山市图书馆.',
      },
    })
  })

  it('is content with one that a report mentions, with common words, and with questions that were routed', async () => {
    expect(await ask('绿水市图书馆来了吗？', '与绿水市图书馆结对')).toBe(undefined)
    expect(await ask('这家图书馆有多少人？')).toBe(undefined)
    const routed: Routing = { ...nowhere, organisations: ['青山市图书馆'], mode: 'filter' }
    expect(await missingOrganisation('绿水市图书馆和青山市图书馆', routed, [report], async () => false)).toBe(
      undefined,
    )
  })

  it('names a town or a county that stands in no report, unless any are meant', async () => {
    expect((await ask('绿水市2023年借阅了多少册？'))?.zh.missing).toEqual(['绿水市'])
    expect((await ask('2023年绿水县有几座书屋？'))?.zh.missing).toEqual(['绿水县'])
    expect(await ask('绿水县有几座书屋？', '向绿水县赠书')).toBe(undefined)
    expect(await ask('谁在绿水县建了书屋？', '到绿水县建书屋')).toBe(undefined)
    expect(await ask('全市有几座书屋？')).toBe(undefined)
    expect(await ask('山城的市中心有几座书屋？')).toBe(undefined)
    expect(await ask('新华书市场地多大？')).toBe(undefined)
    expect(await ask('一线城市的书屋有几座？')).toBe(undefined)
    expect(await ask('周边县市的书屋有几座？')).toBe(undefined)
    expect(await ask('兄弟县有几座书屋？')).toBe(undefined)
  })

  it('looks in the reports of a place for its institutions without the place', async () => {
    expect((await ask('青山市教育局送了多少册书？'))?.zh.missing).toEqual(['青山市教育局'])
    expect(await ask('青山市教育局送了多少册书？', '市教育局送书50册')).toBe(undefined)
    expect((await ask('绿水市教育局送了多少册书？', '市教育局送书50册'))?.zh.missing).toEqual([
      '绿水市教育局',
    ])
  })
})
