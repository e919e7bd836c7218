import { getEventListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { orAborted } from '../src/or-aborted.ts'
import { defer } from './fixtures/deferred.ts'

describe('orAborted', () => {
  it('gives what the work gives, and listens to the signal no more', async () => {
    const { signal } = new AbortController()
    expect(await orAborted(Promise.resolve(7), signal)).toBe(7)
    expect(getEventListeners(signal, 'abort')).toHaveLength(0)
  })

  it('throws what the work throws', async () => {
    const { signal } = new AbortController()
    const work = Promise.reject(new Error('no such file'))
    await expect(orAborted(work, signal)).rejects.toThrow('no such file')
    expect(getEventListeners(signal, 'abort')).toHaveLength(0)
  })

  it('waits for the work where there is no signal', async () => {
    expect(await orAborted(Promise.resolve(7), undefined)).toBe(7)
  })

  it('throws the reason when the signal fires, and lets the work fail unheard', async () => {
    const controller = new AbortController()
    const late = defer<void>()
    const work = late.promise.then(() => {
      throw new Error('too late to be heard')
    })
    const waiting = orAborted(work, controller.signal)
    controller.abort(new Error('stopped'))
    await expect(waiting).rejects.toThrow('stopped')
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0)
    late.resolve()
    await new Promise((resolve) => setImmediate(resolve))
  })

  it('throws the reason of a signal that has fired already, though the work is done', async () => {
    const signal = AbortSignal.abort(new Error('stopped before'))
    await expect(orAborted(Promise.resolve(7), signal)).rejects.toThrow('stopped before')
  })
})
