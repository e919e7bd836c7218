// When a model's answer stands beside that of the reports.
import { describe, expect, it } from 'vitest'
import { agreeing } from '../../src/answer/agreeing.ts'
import type { Claim } from '../../src/answer/answer.ts'
import type { WriterEvent } from '../../src/answer/writer.ts'

function claimAt(start: number, end: number, documentId = 'a'): Claim {
  const citation = {
    n: 1,
    documentId,
    title: '年报',
    sectionPath: [],
    range: { start, end },
    quote: 'x'.repeat(end - start),
    url: '/d/a',
  }
  return { text: `${start}`, citations: [citation], verdict: 'supported', reasons: [] }
}

const said = (claim: Claim): WriterEvent[] => [
  { kind: 'delta', text: claim.text },
  { kind: 'claim', claim },
]

const written: WriterEvent = {
  kind: 'written',
  answer: { kind: 'answered', text: '', claims: [], citations: [], passages: [], origin: 'model' },
}

async function told(events: readonly WriterEvent[], own: readonly Claim[]): Promise<WriterEvent[]> {
  const stream = (async function* () {
    yield* events
  })()
  const all: WriterEvent[] = []
  for await (const event of agreeing(stream, own)) all.push(event)
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
})
