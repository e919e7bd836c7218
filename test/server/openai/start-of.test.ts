import { describe, expect, it } from 'vitest'
import { startOf } from '../../../src/server/openai/start-of.ts'

describe('startOf', () => {
  it('gives every value once, the first included', async () => {
    const values: number[] = []
    async function* numbers() {
      yield* [1, 2, 3]
    }
    for await (const value of await startOf(numbers())) values.push(value)
    expect(values).toEqual([1, 2, 3])
  })

  it('gives nothing of a stream without values', async () => {
    async function* nothing(): AsyncGenerator<number> {}
    for await (const value of await startOf(nothing())) expect.unreachable(`got ${value}`)
  })

  it('throws at once what comes instead of a first value', async () => {
    async function* broken() {
      yield await Promise.reject(new Error('broken'))
    }
    await expect(startOf(broken())).rejects.toThrow('broken')
  })

  it('ends the stream when its reader leaves', async () => {
    let isEnded = false
    async function* endless() {
      try {
        for (;;) yield 1
      } finally {
        isEnded = true
      }
    }
    for await (const _ of await startOf(endless())) break
    expect(isEnded).toBe(true)
  })
})
