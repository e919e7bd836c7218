import { describe, expect, it } from 'vitest'
import { meetHost } from '../../../src/web/embed/host.ts'

interface Sent {
  readonly data: unknown
  readonly to: string
}

/** A window with one around it, which keeps what it is sent. */
function frame() {
  const sent: Sent[] = []
  const parent = { postMessage: (data: unknown, to: string) => void sent.push({ data, to }) }
  const here = Object.assign(new EventTarget(), { parent })
  const say = (data: unknown, { source = parent as unknown, origin = 'https://a.example' } = {}) =>
    void here.dispatchEvent(Object.assign(new Event('message'), { source, origin, data }))
  // As much of a window as is looked at.
  return { here: here as unknown as Window, say, sent }
}

describe('meetHost', () => {
  it('answers the greeting of the page around, to it alone', async () => {
    const { here, say, sent } = frame()
    const meeting = meetHost(here)
    say({ wenbao: 'hello' })
    const host = await meeting
    host.close()
    expect(host.origin).toBe('https://a.example')
    expect(sent).toEqual([
      { data: { wenbao: 'ready' }, to: 'https://a.example' },
      { data: { wenbao: 'close' }, to: 'https://a.example' },
    ])
  })

  it('hears nobody else: no other window, no other words', async () => {
    const { here, say, sent } = frame()
    void meetHost(here)
    say({ wenbao: 'hello' }, { source: here })
    say({ wenbao: 'hello' }, { source: null })
    for (const data of ['hello', null, {}, { wenbao: 'shown' }, { wenbao: 1 }]) say(data)
    expect(sent).toEqual([])
  })

  it('stays with the first: after that neither another greeting nor another origin counts', async () => {
    const { here, say, sent } = frame()
    const meeting = meetHost(here)
    say({ wenbao: 'hello' })
    const host = await meeting
    let shown = 0
    host.onShown(() => shown++)
    say({ wenbao: 'hello' }, { origin: 'https://evil.example' })
    say({ wenbao: 'shown' }, { origin: 'https://evil.example' })
    say({ wenbao: 'shown' }, { source: here })
    expect([shown, sent.length]).toEqual([0, 1])
    say({ wenbao: 'shown' })
    expect(shown).toBe(1)
  })

  it('greets nobody where no page is around', () => {
    const here = new EventTarget() as EventTarget & { parent?: unknown }
    here.parent = here
    let posted = 0
    Object.assign(here, { postMessage: () => posted++ })
    void meetHost(here as unknown as Window)
    here.dispatchEvent(
      Object.assign(new Event('message'), { source: here, origin: 'x', data: { wenbao: 'hello' } }),
    )
    expect(posted).toBe(0)
  })
})
