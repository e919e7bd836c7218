// When a model's answer stands beside that of the reports.
import { describe, expect, it } from 'vitest'
import { agreeing } from '../../src/answer/agreeing.ts'
import type { Citation, Claim } from '../../src/answer/answer.ts'
import type { WriterEvent } from '../../src/answer/writer.ts'
import type { WeightedTerm } from '../../src/search/passage.ts'

function cite(start: number, end: number, documentId = 'a'): Citation {
  const quote = 'x'.repeat(end - start)
  return { n: 1, documentId, title: '年报', sectionPath: [], range: { start, end }, quote, url: '/d/a' }
}

function claimAt(start: number, end: number, documentId = 'a'): Claim {
  return { text: `${start}`, citations: [cite(start, end, documentId)], verdict: 'supported', reasons: [] }
}

const said = (claim: Claim): WriterEvent[] => [
  { kind: 'delta', text: claim.text },
  { kind: 'claim', claim },
]

const written: WriterEvent = {
  kind: 'written',
  answer: { kind: 'answered', text: '', claims: [], citations: [], passages: [], origin: 'model' },
}

async function told(
  events: readonly WriterEvent[],
  own: readonly Claim[],
  terms: readonly WeightedTerm[] = [],
  ofSeveral = false,
): Promise<WriterEvent[]> {
  const stream = (async function* () {
    yield* events
  })()
  const all: WriterEvent[] = []
  for await (const event of agreeing(stream, own, { terms, ofSeveral })) all.push(event)
  return all
}

describe('agreeing', () => {
  it('passes an answer on that cites a sentence of the extractive one', async () => {
    const events = [...said(claimAt(5, 15)), written]
    expect(await told(events, [claimAt(10, 20)])).toEqual(events)
  })

  it('holds back what comes before the sentence that agrees, and keeps the order', async () => {
    const events = [...said(claimAt(50, 60)), ...said(claimAt(10, 20)), ...said(claimAt(70, 80)), written]
    expect(await told(events, [claimAt(10, 20)])).toEqual(events)
  })

  it('tells nothing of an answer from elsewhere but that it disagrees', async () => {
    const degraded = [{ kind: 'degraded', reason: 'model-disagrees' }]
    expect(await told([...said(claimAt(20, 30)), written], [claimAt(10, 20)])).toEqual(degraded)
    expect(await told([...said(claimAt(10, 20, 'b')), written], [claimAt(10, 20)])).toEqual(degraded)
  })

  it('tells the reason of a writer that gave up', async () => {
    const down: WriterEvent = { kind: 'degraded', reason: 'model-down' }
    expect(await told([down], [claimAt(10, 20)])).toEqual([down])
  })

  it('compares with nothing where the reports alone give no answer', async () => {
    const events = [...said(claimAt(20, 30)), written]
    expect(await told(events, [])).toEqual(events)
  })

  describe('of one sentence that tells of several things', () => {
    const quote = '东楼由北方公司建成，定名为“求实楼”；西楼在2019年交给儿科，挂上了“启明楼”的牌子。'
    const own = [{ ...claimAt(0, 50), citations: [{ ...cite(0, 50), quote }] }]
    const terms = ['西楼', '启明'].map((text) => ({ text, idf: 5, isOwn: true }))
    const says = (text: string) => [...said({ ...claimAt(0, 50), text }), written]

    it('passes on what stands with the words asked about', async () => {
      for (const text of ['西楼交给了儿科。', '启明楼在2019年挂牌，求实楼由北方公司建成。'])
        expect(await told(says(text), own, terms)).toEqual(says(text))
    })

    it('tells nothing of what stands with another thing', async () => {
      const degraded = [{ kind: 'degraded', reason: 'model-disagrees' }]
      expect(await told(says('由北方公司建成的求实楼。'), own, terms)).toEqual(degraded)
    })
  })
  describe('of one sentence that gives several numbers', () => {
    const quote = '全年共收到建议88条，写成提案的有41条，列入规划的有7条，2021年起公布。'
    const own = [{ ...claimAt(0, 50), citations: [{ ...cite(0, 50), quote }] }]
    const terms = ['建议', '列入', '规划'].map((text) => ({ text, idf: 5, isOwn: true }))
    const says = (text: string) => [...said({ ...claimAt(0, 50), text }), written]

    it('passes on the one that was asked for, alone or beside others', async () => {
      for (const text of ['7条。', '列入规划的有七条。', '88条建议里有7条列入规划。', '2021年起公布。'])
        expect(await told(says(text), own, terms), text).toEqual(says(text))
    })

    it('tells nothing of another one', async () => {
      const degraded = [{ kind: 'degraded', reason: 'model-disagrees' }]
      for (const text of ['41条。', '88条。', '收到的建议中写成提案的有41条。'])
        expect(await told(says(text), own, terms), text).toEqual(degraded)
    })
  })

  describe('when several organisations were asked about', () => {
    const own = [claimAt(10, 20), claimAt(10, 20, 'b')]

    it('passes on what cites a report of each', async () => {
      const events = [...said(claimAt(10, 20, 'b')), ...said(claimAt(15, 25)), written]
      expect(await told(events, own, [], true)).toEqual(events)
    })

    it('tells nothing of what leaves one out', async () => {
      const events = [...said(claimAt(10, 20)), ...said(claimAt(50, 60, 'b')), written]
      expect(await told(events, own, [], true)).toEqual([{ kind: 'degraded', reason: 'model-disagrees' }])
      expect(await told(events, own)).toEqual(events)
    })
  })
})
