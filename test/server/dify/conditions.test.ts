import { describe, expect, it } from 'vitest'
import {
  COMPARISON_OPERATORS,
  type ComparisonOperator,
  meetsConditions,
} from '../../../src/server/dify/conditions.ts'
import { fieldsOf, type MetadataValue } from '../../../src/server/dify/metadata.ts'
import { SUMMARY } from '../../fixtures/fake-service.ts'

const FIELDS = fieldsOf({
  ...SUMMARY,
  path: '2024/临湖/年报.txt',
  title: '临湖二院年度报告',
  organisation: '临湖市第二人民医院',
  aliases: ['临湖二院'],
  date: '2024-03-01',
  years: [2023],
})

function meets(name: string | string[], operator: ComparisonOperator, ...value: MetadataValue[]): boolean {
  const condition = {
    name: [name].flat(),
    comparison_operator: operator,
    ...(value.length > 0 && { value }),
  }
  return meetsConditions(FIELDS, { conditions: [condition] })
}

describe('meetsConditions', () => {
  it.each<[string, ComparisonOperator, MetadataValue[], boolean]>([
    ['title', 'contains', ['年度'], true],
    ['title', 'contains', ['季度'], false],
    ['title', 'not contains', ['季度'], true],
    ['title', 'not contains', ['年度'], false],
    ['title', 'start with', ['临湖'], true],
    ['title', 'start with', ['年度'], false],
    ['title', 'end with', ['报告'], true],
    ['title', 'end with', ['年度'], false],
    ['organisation', 'is', ['临湖二院'], true],
    ['organisation', 'is', ['临湖'], false],
    ['organisation', 'is not', ['临湖'], true],
    ['organisation', 'is not', ['临湖二院'], false],
    ['folder', 'in', ['2023/临湖', '2024/临湖'], true],
    ['folder', 'in', ['2023/临湖, 2024/临湖'], true],
    ['folder', 'in', ['2023'], false],
    ['folder', 'not in', ['2023', '2022'], true],
    ['folder', 'not in', ['2024/临湖'], false],
    ['source', 'empty', [], true],
    ['title', 'empty', [], false],
    ['title', 'not empty', [], true],
    ['source', 'not empty', [], false],
    ['year', '=', [2023], true],
    ['year', '=', ['2024'], true],
    ['year', '=', [2022], false],
    ['year', '≠', [2022], true],
    ['year', '≠', [2023], false],
    ['year', '>', [2023], true],
    ['year', '>', [2024], false],
    ['year', '<', [2024], true],
    ['year', '<', [2023], false],
    ['year', '≥', [2024], true],
    ['year', '≥', ['2025'], false],
    ['year', '≤', [2023], true],
    ['year', '≤', [2022], false],
    ['date', 'before', ['2024-03-02'], true],
    ['date', 'before', ['2024-03-01'], false],
    ['date', 'before', ['2024'], false],
    ['date', 'before', [1709337600], true],
    ['date', 'after', ['2024-02'], true],
    ['date', 'after', [1709251199], true],
    ['date', 'after', ['2024-03-01T00:00:00Z'], false],
    ['date', 'after', ['someday'], false],
    ['date', '>', ['2023-12-31'], true],
  ])('%s %s %j: %s', (name, operator, value, expected) => {
    expect(meets(name, operator, ...value)).toBe(expected)
  })

  it('knows every operator of the table', () => {
    for (const operator of COMPARISON_OPERATORS) expect(typeof meets('year', operator, 2023)).toBe('boolean')
    expect(COMPARISON_OPERATORS.length).toBe(22)
  })

  it('takes full width and capitals for what they mean', () => {
    expect(meets('title', 'contains', '　年度 ')).toBe(true)
    expect(meets('path', 'end with', '.TXT')).toBe(true)
  })

  it('takes several fields for alternatives', () => {
    expect(meets(['source', 'title'], 'contains', '年度')).toBe(true)
  })

  it('finds nothing in a field that reports do not have', () => {
    expect([meets('category', 'is', 'AI'), meets('category', 'is not', 'AI')]).toEqual([false, true])
    expect([meets('category', 'empty'), meets('constructor', 'not empty')]).toEqual([true, false])
  })

  it('passes over a condition that came without a value', () => {
    expect(meets('title', 'is')).toBe(true)
  })

  it('joins conditions by and, or by or when told', () => {
    const conditions = [
      { name: ['year'], comparison_operator: '=' as const, value: [2023] },
      { name: ['title'], comparison_operator: 'is' as const, value: ['x'] },
    ]
    expect(meetsConditions(FIELDS, { conditions })).toBe(false)
    expect(meetsConditions(FIELDS, { conditions, logical_operator: 'or' })).toBe(true)
    expect(meetsConditions(FIELDS, { conditions: [], logical_operator: 'or' })).toBe(true)
  })
})
