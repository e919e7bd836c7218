import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Budgets } from '../../../src/server/guard/budget.ts'

describe('Budgets', () => {
  it('lets the whole budget be spent at once, then tells when the next may come', () => {
    const budgets = new Budgets(60_000, () => 0)
    const spent = [1, 2, 3].map(() => budgets.spend('a', 2))
    expect(spent).toEqual([
      { isAllowed: true, remaining: 1, wholeInMs: 30_000, nextInMs: 0 },
      { isAllowed: true, remaining: 0, wholeInMs: 60_000, nextInMs: 0 },
      { isAllowed: false, remaining: 0, wholeInMs: 60_000, nextInMs: 30_000 },
    ])
  })

  it('fills evenly', () => {
    let now = 0
    const budgets = new Budgets(60_000, () => now)
    for (let i = 0; i < 4; i++) budgets.spend('a', 4)
    now = 15_000
    expect([budgets.spend('a', 4).isAllowed, budgets.spend('a', 4).isAllowed]).toEqual([true, false])
    now = 600_000
    expect(budgets.spend('a', 4)).toMatchObject({ isAllowed: true, remaining: 3 })
  })

  it('keeps clients apart', () => {
    const budgets = new Budgets(60_000, () => 0)
    budgets.spend('a', 1)
    expect([budgets.spend('a', 1).isAllowed, budgets.spend('b', 1).isAllowed]).toEqual([false, true])
  })

  it('forgets who was here longest ago when there are too many to remember', () => {
    const budgets = new Budgets(60_000, () => 0)
    for (let i = 0; i <= 10_000; i++) budgets.spend(`client ${i}`, 1)
    expect(budgets.spend('client 10000', 1).isAllowed).toBe(false)
    expect(budgets.spend('client 0', 1).isAllowed).toBe(true)
  })

  it('never lets more through in any time than the budget and what filled meanwhile', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 200 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), pauses, (limit, waits) => {
        let now = 0
        const budgets = new Budgets(60_000, () => now)
        let allowed = 0
        for (const wait of waits) {
          now += wait
          if (budgets.spend('a', limit).isAllowed) allowed++
          expect(allowed).toBeLessThanOrEqual(limit + Math.floor((now * limit) / 60_000 + 0.01))
        }
      }),
    )
  })
})
