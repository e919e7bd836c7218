import { describe, expect, it } from 'vitest'
import { lazily } from '../src/lazily.ts'

/** @param failures openings that fail before one succeeds */
function counted(failures = 0) {
  const events: string[] = []
  const lazy = lazily(async () => {
    events.push('open')
    if (events.length <= failures) throw new Error('not yet')
    return {
      name: 'it',
      close: async () => {
        events.push('close')
      },
    }
  })
  return { lazy, events }
}

describe('lazily', () => {
  it('opens once for all who ask, and only when asked', async () => {
    const { lazy, events } = counted()
    expect(events).toEqual([])
    const [first, second] = await Promise.all([lazy.get(), lazy.get()])
    expect([first === second, lazy.opened() === first, events]).toEqual([true, true, ['open']])
  })

  it('forgets a failure', async () => {
    const { lazy, events } = counted(1)
    await expect(lazy.get()).rejects.toThrow('not yet')
    expect(lazy.opened()).toBeUndefined()
    expect((await lazy.get()).name).toBe('it')
    expect(events).toEqual(['open', 'open'])
  })

  it('closes what is still being opened, once', async () => {
    const { lazy, events } = counted()
    lazy.get()
    await lazy.close()
    await lazy.close()
    expect(events).toEqual(['open', 'close'])
  })

  it('has nothing to close when nothing was opened', async () => {
    const { lazy, events } = counted()
    await lazy.close()
    expect(events).toEqual([])
  })
})
