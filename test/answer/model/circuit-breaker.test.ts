import { describe, expect, it } from 'vitest'
import { createCircuitBreaker } from '../../../src/answer/model/circuit-breaker.ts'

describe('createCircuitBreaker', () => {
  it('rests after four failures in a row, then lets one trial through', () => {
    let now = 0
    const breaker = createCircuitBreaker(() => now)
    for (let i = 0; i < 3; i++) breaker.failed()
    expect(breaker.restMs()).toBe(0)
    breaker.failed()
    expect(breaker.restMs()).toBe(15_000)
    now = 15_000
    expect(breaker.restMs()).toBe(0)
    breaker.failed()
    expect(breaker.restMs()).toBe(15_000)
  })

  it('forgets failures at the first success', () => {
    const breaker = createCircuitBreaker(() => 0)
    for (let i = 0; i < 3; i++) breaker.failed()
    breaker.succeeded()
    for (let i = 0; i < 3; i++) breaker.failed()
    expect(breaker.restMs()).toBe(0)
  })
})
