import { describe, expect, it } from 'vitest'
import { collectAnswer } from '../../src/answer/collect.ts'
import { ANSWERED, EVENTS, scriptedAnswer } from '../fixtures/scripted-answer.ts'

describe('collectAnswer', () => {
  it('gives the whole form and tells what came before it, in order', async () => {
    const heard: string[] = []
    const answer = await collectAnswer(scriptedAnswer().ask('a'), async ({ kind }) => {
      await null
      heard.push(kind)
    })
    expect(answer).toEqual(ANSWERED)
    expect(heard).toEqual(['sources', 'delta', 'delta', 'claim'])
  })

  it('closes the stream at its end', async () => {
    let isClosed = false
    async function* events() {
      try {
        yield* EVENTS
      } finally {
        isClosed = true
      }
    }
    await collectAnswer(events())
    expect(isClosed).toBe(true)
  })

  it.each([
    ['upstream', 'upstream'],
    ['something-else', 'internal'],
  ])('throws an error of code %s as %s', async (code, expected) => {
    const { ask } = scriptedAnswer([{ kind: 'error', code, message: 'Silent.', hint: 'Wait.' }])
    await expect(collectAnswer(ask('a'))).rejects.toMatchObject({
      code: expected,
      message: 'Silent.',
      hint: 'Wait.',
    })
  })

  it('takes a stream without an end for a fault', async () => {
    const { ask } = scriptedAnswer([{ kind: 'delta', text: 'a' }])
    await expect(collectAnswer(ask('a'))).rejects.toMatchObject({ code: 'internal' })
  })
})
