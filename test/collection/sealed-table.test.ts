// Rows by number, whatever the numbers look like.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/collection/database.ts'
import { IN_MEMORY, openDatabase } from '../../src/collection/schema.ts'
import { SealedTable } from '../../src/collection/sealed-table.ts'

let database: Database
beforeAll(() => {
  database = openDatabase(IN_MEMORY, () => undefined)
})
afterAll(() => database.close())

describe('SealedTable', () => {
  it.each([[1], [12, 3], [1234], [9999], [12345], [123, 4, 56]])('finds the rows %j', (...ids: number[]) => {
    const table = new SealedTable(database, 'chunks')
    for (const id of ids) table.put(id, Buffer.from(String(id)))
    const found = [...table.getMany(ids)].map(([id, content]) => [id, Buffer.from(content).toString()])
    expect(found).toEqual([...ids].sort((a, b) => a - b).map((id) => [id, String(id)]))
  })
})
