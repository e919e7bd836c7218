import { describe, expect, it } from 'vitest'
import { oneAtATime } from '../src/in-turn.ts'
import { defer } from './fixtures/deferred.ts'

describe('oneAtATime', () => {
  it('begins a piece of work when the one before has ended, well or not', async () => {
    const inTurn = oneAtATime()
    const gate = defer<void>()
    const said: string[] = []
    const first = inTurn(async () => {
      await gate.promise
      said.push('first')
      throw new Error('failed')
    })
    const second = inTurn(async () => said.push('second'))
    gate.resolve()
    await expect(first).rejects.toThrow('failed')
    await second
    expect(said).toEqual(['first', 'second'])
  })
})
