import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEvents, type ServerEvent, textsOf } from '../../../src/web/service/event-stream.ts'

const STREAM =
  'event: sources\ndata: {"passages":[]}\n\n: keep-alive\n\nevent: delta\ndata: {"text":"门诊: \\n\\n"}\n\nevent: done\ndata: {}\n\n'
const EVENTS: ServerEvent[] = [
  { event: 'sources', data: { passages: [] } },
  { event: 'delta', data: { text: '门诊: \n\n' } },
  { event: 'done', data: {} },
]

async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

describe('readEvents', () => {
  it('reads the same events wherever the stream is cut, also within a character', async () => {
    const bytes = new TextEncoder().encode(STREAM)
    const cuts = fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(cuts, async (places) => {
        const sorted = [0, ...places.sort((a, b) => a - b), bytes.length]
        const body = new ReadableStream<Uint8Array>({
          start(controller) {
            for (const [i, start] of sorted.entries()) {
              controller.enqueue(bytes.slice(start, sorted[i + 1] ?? start))
            }
            controller.close()
          },
        })
        expect(await allOf(readEvents(textsOf(body)))).toEqual(EVENTS)
      }),
    )
  })

  it('drops an event that was cut off', async () => {
    expect(await allOf(readEvents([STREAM.slice(0, -20)]))).toEqual(EVENTS.slice(0, 2))
  })
})

describe('textsOf', () => {
  it('lets go of the reply when nobody reads on', async () => {
    let isCancelled = false
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('a')),
      cancel() {
        isCancelled = true
      },
    })
    for await (const text of textsOf(body)) if (text !== '') break
    expect(isCancelled).toBe(true)
  })
})
