import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seal, unseal } from '../../src/collection/seal.ts'

describe('seal', () => {
  it('gives the content back under the same place only', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (content) => {
        const sealed = seal('chunks:1', content)
        expect(Buffer.from(unseal('chunks:1', sealed)!)).toEqual(Buffer.from(content))
        expect(unseal('chunks:2', sealed)).toBe(undefined)
      }),
    )
  })

  it('notices every flipped bit', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(), (content, bit) => {
        const sealed = seal('texts:7', content)
        const at = bit % (sealed.length * 8)
        sealed[at >> 3]! ^= 1 << (at & 7)
        expect(unseal('texts:7', sealed)).toBe(undefined)
      }),
    )
  })

  it('takes nothing for damaged', () => {
    expect(unseal('state:1', new Uint8Array(3))).toBe(undefined)
  })
})
