// Are the questions over corpus/ fit to judge by? Their form, their evidence, and that every kind of question is there.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { squeeze } from '../../src/evaluate/squeeze.ts'

const KINDS = [
  'lookup',
  'paraphrase',
  'alias',
  'disambiguation',
  'cross',
  'colloquial',
  'english',
  'traditional',
  'role',
  'summary',
  'numeric',
  'unanswerable_near',
  'unanswerable_far',
] as const

const words = z.string().trim().min(1)

/** Stricter than what `wenbao eval` takes from its users: nothing may be left out or made up. */
const caseSchema = z.strictObject({
  id: z.string().regex(/^c\d{3}$/u),
  type: z.enum(KINDS),
  question: words,
  file: z.union([words.nullable(), z.array(words).min(2)]),
  evidence: z.array(words),
  answer: words,
  answer_keys: z.array(words),
})
type Case = z.infer<typeof caseSchema>

const corpus = new URL('../../corpus/', import.meta.url)
const reports = new Map(
  readdirSync(corpus).map((name) => [name, squeeze(readFileSync(new URL(name, corpus), 'utf8'))]),
)
const lines = readFileSync(new URL('./cases.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
const cases = lines.map((line): Case => caseSchema.parse(JSON.parse(line)))
const unanswerable = cases.filter(({ type }) => type.startsWith('unanswerable'))
const answerable = cases.filter(({ type }) => !type.startsWith('unanswerable'))

const filesOf = ({ file }: Case): readonly string[] => (file === null ? [] : [file].flat())
const holdsOneOf = (text: string, keys: readonly string[]) =>
  keys.some((key) => squeeze(text).includes(squeeze(key)))

describe('cases.jsonl', () => {
  it('asks at least sixty questions, no id and no question twice', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60)
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
    expect(new Set(cases.map(({ question }) => squeeze(question))).size).toBe(cases.length)
  })

  it('holds at least five questions of every kind, twelve of them without an answer', () => {
    const count = (kind: string) => cases.filter(({ type }) => type === kind).length
    expect(KINDS.filter((kind) => count(kind) < 5)).toEqual([])
    expect(unanswerable.length).toBeGreaterThanOrEqual(12)
  })

  it('asks at least fifteen questions of each report', () => {
    const count = (name: string) => cases.filter((item) => filesOf(item).includes(name)).length
    expect([...reports.keys()].filter((name) => count(name) < 15)).toEqual([])
  })

  it('gives evidence that stands in one of the files it names, and some for each of them', () => {
    const faults = answerable.filter((item) => {
      const texts = filesOf(item).map((name) => reports.get(name) ?? '')
      const evidence = item.evidence.map(squeeze)
      const stands = evidence.every((string) => texts.some((text) => text.includes(string)))
      const covers = texts.every((text) => evidence.some((string) => text.includes(string)))
      return texts.length === 0 || evidence.length === 0 || !stands || !covers
    })
    expect(faults.map(({ id }) => id)).toEqual([])
  })

  it('gives evidence that no other report holds', () => {
    const faults = answerable.filter((item) => {
      const others = [...reports].filter(([name]) => !filesOf(item).includes(name))
      return item.evidence.some((string) => others.some(([, text]) => text.includes(squeeze(string))))
    })
    expect(faults.map(({ id }) => id)).toEqual([])
  })

  it('gives keys that its answer holds and, unless the answer is reckoned, its evidence too', () => {
    const faults = answerable.filter(({ type, answer, answer_keys, evidence }) => {
      const isReckoned = type === 'numeric'
      return !holdsOneOf(answer, answer_keys) || !(isReckoned || holdsOneOf(evidence.join(''), answer_keys))
    })
    expect(faults.map(({ id }) => id)).toEqual([])
  })

  it('names neither file nor evidence nor keys for a question that must be refused', () => {
    const faults = unanswerable.filter(
      ({ file, evidence, answer_keys }) => file !== null || evidence.length + answer_keys.length > 0,
    )
    expect(faults.map(({ id }) => id)).toEqual([])
  })
})
