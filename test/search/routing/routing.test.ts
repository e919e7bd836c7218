import { describe, expect, it } from 'vitest'
import type { DocumentSummary } from '../../../src/collection/collection.ts'
import { makeNameBook } from '../../../src/search/routing/name-book.ts'
import { narrow, routeQuestion } from '../../../src/search/routing/routing.ts'

const book = makeNameBook([
  summary('a', '青石港市第二人民医院', ['市二院']),
  summary('b', '临湖市第二人民医院', ['临湖二院', '市二院', '湖滨大学附属中心医院']),
  summary('c', '东陵医科大学附属第二医院', []),
  summary('d', '明州市中心医院', ['市中心医院']),
  summary('e', '白沙学院附属医院', ['附院']),
  summary('f', '松源县人民医院', []),
])

describe('routeQuestion', () => {
  it.each([
    ['the official name', '青石港市第二人民医院有多少党员？', 'a'],
    ['traditional script', '青石港市第二人民醫院有多少黨員？', 'a'],
    ['a digit for the number', '青石港2院有多少党员', 'a'],
    ['a regular short name', '东医二院在哪一年改名？', 'c'],
    ['the short name of a school', '白沙附院看病贵不贵', 'e'],
    ['an alias that is another official name', '湖大附属中心医院的名次', 'b'],
    ['a homophone', '明洲中心医院得过什么奖', 'd'],
    ['a homophone in the kind', '白沙学院付属医院有几个支部', 'e'],
    ['one wrong character in a long place', '青石巷二院的主题是什么', 'a'],
    ['a shared name beside its place', '临湖的市二院几点开门', 'b'],
    ['an English name', "How many beds does Linhu No. 2 People's Hospital have?", 'b'],
    ['an English name with its county', "Who is the president of Songyuan County People's Hospital?", 'f'],
    [
      'an English name in other words',
      'Which award did the Affiliated Hospital of Baisha University win?',
      'e',
    ],
    ['a short name in pinyin', 'What is the budget of Dongyi Eryuan?', 'c'],
    ['a place in two words', 'When was the Second Hospital of Qingshi Gang founded?', 'a'],
  ])('filters by %s', (_, question, expected) => {
    const { routing, groups } = routeQuestion(question, book)
    expect(routing.mode).toBe('filter')
    expect(groups.map((group) => [...group])).toEqual([[expected]])
  })

  it('takes each of several organisations, in the order of the question', () => {
    const { routing, groups } = routeQuestion('临湖二院、白沙附院和青石港二院谁的党员多？', book)
    expect(routing.mode).toBe('filter')
    expect(groups.map((group) => [...group])).toEqual([['b'], ['e'], ['a']])
  })

  it('does not guess between two that share a short name', () => {
    const { routing, groups } = routeQuestion('市二院有多少张床位？', book)
    expect(routing.mode).toBe('none')
    expect(groups).toEqual([])
    expect(routing.ambiguous?.name).toBe('市二院')
    expect(routing.ambiguous?.choices.map(({ organisation }) => organisation)).toEqual([
      '青石港市第二人民医院',
      '临湖市第二人民医院',
    ])
  })

  it('only boosts by a name that says no place', () => {
    expect(routeQuestion('附院的历史有多长？', book).routing).toMatchObject({
      mode: 'boost',
      organisations: ['白沙学院附属医院'],
    })
  })

  it.each([
    ['another place', '北岭市第二人民医院的院长是谁？'],
    ['another place of two characters that sounds otherwise', '徐州中心医院的院长是谁？'],
    ['another place of two characters with the same level', '临河市第二人民医院有多少党员？'],
    ['a place of the same name on another level', '松源市人民医院有多少党员？'],
    ['a long place on another level', '青石港县第二人民医院有多少党员？'],
    ['a place whose name has other tones', '命宙中心医院的院长是谁？'],
    ['another number', '青石港一院有多少党员？'],
    ['nobody', '患者满意度是多少？'],
    ['a bare kind of organisation', '哪家大医院的床位最多？'],
    ['another English ordinal', 'Who leads Qingshigang First Hospital?'],
  ])('filters nothing when the question names %s', (_, question) => {
    expect(routeQuestion(question, book).routing.mode).not.toBe('filter')
  })

  it('says where the names stand', () => {
    const question = '请问“明州”市中心医院在哪里？'
    const { names } = routeQuestion(question, book)
    expect(names.map(({ start, end }) => question.slice(start, end))).toEqual(['明州”市中心医院'])
  })
})

describe('routeQuestion with reports of several years', () => {
  const years = makeNameBook([
    { ...summary('y23', '明州市中心医院', []), years: [2023] },
    { ...summary('y24', '明州市中心医院', []), years: [2024] },
  ])

  it('keeps the report of the year that is asked for', () => {
    const { groups } = routeQuestion('明州市中心医院2024年门诊量', years)
    expect(groups.map((group) => [...group])).toEqual([['y24']])
  })

  it('keeps both for a range, and for the year of an event in neither title', () => {
    expect(routeQuestion('明州市中心医院2023到2024年门诊量', years).groups[0]?.size).toBe(2)
    expect(routeQuestion('明州市中心医院2012年改了什么名', years).groups[0]?.size).toBe(2)
  })
})

describe('routeQuestion with reports of authorities', () => {
  const places = makeNameBook([
    summary('g', '松源县统计局', []),
    summary('h', '临湖市教育局', []),
    summary('i', '明州市中心医院', []),
  ])
  const routed = (question: string) => {
    const { routing, groups, names } = routeQuestion(question, places)
    return {
      mode: routing.mode,
      groups: groups.map((group) => [...group]),
      names: names.map(({ start, end }) => question.slice(start, end)),
    }
  }

  it.each([
    ['松源县粮食产量是多少？', 'g', '松源县'],
    ['松源粮食产量是多少？', 'g', '松源'],
    ['去年临湖市有几所小学？', 'h', '临湖市'],
  ])('prefers the reports of the place that is named, without filtering: %s', (question, group, name) => {
    expect(routed(question)).toEqual({ mode: 'none', groups: [[group]], names: [name] })
  })

  it('leaves out the houses of other places where the question begins with the place', () => {
    const elsewhere = (question: string) => [...(routeQuestion(question, places).elsewhere ?? [])]
    expect(elsewhere('松源县有几所小学？')).toEqual(['h', 'i'])
    expect(elsewhere('请问2023年松源有几所小学？')).toEqual(['h', 'i'])
    expect(elsewhere('哪条公交线路到松源县？')).toEqual([])
    expect(elsewhere('粮食产量是多少？')).toEqual([])
  })

  it.each([
    '明州市有多少条公交线路？',
    '松源县和临湖市哪里的学生多？',
    '东松源路有多长？',
    '粮食产量是多少？',
  ])('prefers nothing where no place, two, or that of a single house are named: %s', (question) => {
    expect(routed(question)).toEqual({ mode: 'none', groups: [], names: [] })
  })
})

describe('routeQuestion with everyday names', () => {
  const houses = [
    summary('j', '松源县人民医院', []),
    summary('k', '临湖市公共交通集团', []),
    summary('l', '临湖市水利局', []),
    summary('m', '临湖市文化馆', []),
  ]
  const routed = (question: string, held = houses) => {
    const { routing, groups, names } = routeQuestion(question, makeNameBook(held))
    return [
      routing.mode,
      groups.map((group) => [...group]).join(),
      names.map(({ start, end }) => question.slice(start, end)).join(),
    ]
  }

  it('filters by the place and what a house is for, and takes only the place for its name', () => {
    expect(routed('临湖公交车有多少辆？')).toEqual(['filter', 'k', '临湖'])
    expect(routed('临湖公交2023年亏了多少？')).toEqual(['filter', 'k', '临湖公交'])
    expect(routed('临湖市水利投资多少？')).toEqual(['filter', 'l', '临湖市'])
    expect(routed('临湖公交集团有几家子公司？')).toEqual(['filter', 'k', '临湖公交集团'])
    expect(routed('松源医院有几张床？')).toEqual(['filter', 'j', '松源医院'])
  })

  it('takes the name of another house that begins alike for no such name', () => {
    expect(routed('临湖水利投资集团亏了多少？')[0]).toBe('none')
    expect(routed('松源中医院有几张床？')[0]).toBe('none')
  })

  it('does not guess between hospitals of one place', () => {
    const two = [...houses, summary('n', '松源县中医院', [])]
    expect(routeQuestion('松源医院有几张床？', makeNameBook(two)).routing.ambiguous?.choices.length).toBe(2)
    expect(routed('松源县人民医院有几张床？', two)[1]).toBe('j')
  })
})

describe('narrow', () => {
  const route = routeQuestion('临湖二院和白沙附院谁的党员多？', book)

  it('leaves out organisations that the filters shut out', () => {
    expect(narrow(route, new Set(['a', 'b'])).groups.map((group) => [...group])).toEqual([['b']])
  })

  it('goes to all that is left when every one of them is shut out', () => {
    expect(narrow(route, new Set(['a'])).routing.mode).toBe('none')
  })

  it('changes nothing without a filter', () => {
    expect(narrow(route, undefined)).toBe(route)
  })
})

function summary(id: string, organisation: string, aliases: readonly string[]): DocumentSummary {
  const counts = { characters: 0, chunks: 1, warnings: 0 }
  return { id, path: `${id}.txt`, title: id, organisation, aliases, years: [], learntAt: '2025', ...counts }
}
