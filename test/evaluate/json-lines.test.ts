// Lines of JSON: read whole, or refused with every line that is wrong.
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parseJsonLines, refuseTwins } from '../../src/evaluate/json-lines.ts'

const schema = z.object({ id: z.string(), size: z.number() })

describe('parseJsonLines', () => {
  it('reads one object a line and passes over blank lines, CRLF and a byte order mark', () => {
    const text = '\uFEFF{"id":"a","size":1}\r\n\n  \n{"id":"b","size":2}\n'
    expect(parseJsonLines(text, 'x.jsonl', schema)).toEqual([
      { id: 'a', size: 1 },
      { id: 'b', size: 2 },
    ])
  })

  it('names every faulty line by its number in the file', () => {
    const text = '{"id":"a","size":1}\n\n{"id":3}\nnot json\n'
    expect(() => parseJsonLines(text, 'x.jsonl', schema)).toThrow(
      /^x\.jsonl: 2 lines can't be used\.\n {2}line 3: id: .*; size: .*\n {2}line 4: not JSON/u,
    )
  })

  it('shows the first five faults and counts the rest', () => {
    expect(() => parseJsonLines('x\n'.repeat(8), 'x.jsonl', schema)).toThrow(/line 5: .*\n {2}and 3 more$/u)
  })

  it('refuses a file without any line', () => {
    expect(() => parseJsonLines('\n \n', 'x.jsonl', schema)).toThrow('x.jsonl holds no line of JSON.')
  })
})

describe('refuseTwins', () => {
  it('names the ids that are given twice', () => {
    const rows = ['a', 'b', 'a', 'c', 'c'].map((id) => ({ id }))
    expect(() => refuseTwins(rows, 'x.jsonl')).toThrow('given more than once: a, c.')
  })

  it('is silent when all differ', () => {
    expect(refuseTwins([{ id: 'a' }, { id: 'b' }], 'x.jsonl')).toBe(undefined)
  })
})
