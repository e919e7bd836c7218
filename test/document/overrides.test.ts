import { describe, expect, it } from 'vitest'
import { parseOverrides } from '../../src/document/overrides.ts'
import { readDocument } from '../../src/document/read.ts'
import { AppError } from '../../src/errors.ts'

const parse = (yaml: string) => parseOverrides(yaml, 'a.wenbao.yaml')

describe('parseOverrides', () => {
  it('reads title, organisation, aliases, date and heading patterns', () => {
    const yaml =
      "title: 年报\norganisation: 云岭市图书馆\naliases: [市图]\ndate: 2024-02\nheadingPatterns:\n  - { pattern: '^◎', level: 2 }\n"
    expect(parse(yaml)).toEqual({
      title: '年报',
      organisation: '云岭市图书馆',
      aliases: ['市图'],
      date: '2024-02',
      headingPatterns: [{ pattern: '^◎', level: 2 }],
    })
  })

  it('takes an empty file for no override', () => {
    expect(parse('')).toEqual({})
  })

  it.each([
    `a: &a [x]\nb: &b [${'*a,'.repeat(99)}]\nc: [${'*b,'.repeat(99)}]`,
    'title: *nothing',
    'title: [',
  ])('refuses %j, naming the file', (yaml) => {
    expect(() => parse(yaml)).toThrow(/^a\.wenbao\.yaml: no valid YAML: /)
  })

  it.each(['(a+)+$', '(a|aa)*b', '(?:x*y)*z', '(a{1,9}){9}', '(a)\\1', 'a**'])(
    'refuses the pattern %s as unsafe or wrong',
    (pattern) => {
      expect(() => parse(JSON.stringify({ headingPatterns: [{ pattern, level: 2 }] }))).toThrow(AppError)
    },
  )

  it.each([
    ['an unknown key', 'titel: 年报', /a\.wenbao\.yaml: .*titel/],
    ['a wrong date', 'date: gestern', /date: YYYY/],
    ['a level out of range', "headingPatterns: [{ pattern: 'x', level: 1 }]", /headingPatterns\.0\.level/],
    [
      'a pattern that is too long',
      `headingPatterns: [{ pattern: '${'x'.repeat(201)}', level: 2 }]`,
      /headingPatterns\.0\.pattern/,
    ],
    ['no YAML', 'title: [', /no valid YAML/],
  ])('names the file and the fault of %s', (_, yaml, message) => {
    expect(() => parse(yaml)).toThrow(message)
  })
})

describe('readDocument with overrides', () => {
  it('lets them win over the rules', () => {
    const text =
      '第一行\n\n正文第一段写在这里，说的是某件事情。\n\n◎ 甲部分\n\n正文第二段写在这里，说的是另一件事。\n'
    const document = readDocument(Buffer.from(text), {
      path: 'a.txt',
      overrides: {
        title: '年报',
        organisation: '云岭市图书馆',
        aliases: ['市图'],
        date: '2024',
        headingPatterns: [{ pattern: '^◎', level: 3 }],
      },
    })
    expect(document).toMatchObject({
      title: '年报',
      organisation: '云岭市图书馆',
      aliases: ['市图'],
      date: '2024',
      dateFrom: 'override',
    })
    expect(document.outline.map(({ level, heading }) => [level, heading])).toEqual([
      [1, '年报'],
      [3, '◎ 甲部分'],
    ])
  })
})
