import { describe, expect, it } from 'vitest'
import { ChunkTable, slotsOf } from '../../../src/search/derived/chunk-table.ts'

describe('ChunkTable', () => {
  it('gives slots in the order of adding and never again', () => {
    const table = new ChunkTable()
    table.add('a', 't1', [5, 6], [false, true])
    table.add('b', 't1', [9], [false])
    expect(table.remove('a')).toEqual([0, 1])
    table.add('c', 't2', [12], [false])
    expect([table.slotOf(5), table.slotOf(9), table.slotOf(12)]).toEqual([undefined, 2, 3])
    expect([table.slots, table.size]).toEqual([4, 2])
    expect(table.liveOrdinals()).toEqual([9, 12])
    expect(table.documentAt(0)).toBeUndefined()
    expect(table.documentAt(3)?.id).toBe('c')
  })

  it('is the same after its parts were taken out and put in again', () => {
    const table = new ChunkTable()
    table.add('a', 't1', [5, 6], [false, true])
    table.add('b', 't1', [9], [false])
    table.remove('a')
    const again = ChunkTable.of(table.parts())
    expect([again.slots, again.size, again.slotOf(9), again.slotOf(5)]).toEqual([3, 1, 2, undefined])
    expect([0, 1, 2].map((slot) => again.goesOnAt(slot))).toEqual([false, true, false])
    expect(again.documents.get('b')).toEqual({ id: 'b', learntAt: 't1', firstSlot: 2, chunks: 1 })
  })

  it('knows nothing of a document that it does not hold', () => {
    expect(new ChunkTable().remove('a')).toEqual([])
  })
})

describe('slotsOf', () => {
  it('lists the slots of a document in the order of its chunks', () => {
    expect(slotsOf({ id: 'a', learntAt: 't', firstSlot: 4, chunks: 3 })).toEqual([4, 5, 6])
  })
})
