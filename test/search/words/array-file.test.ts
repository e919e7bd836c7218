import { statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readArrayFile, writeArrayFile } from '../../../src/search/words/array-file.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'

describe('readArrayFile', () => {
  it('gives back arrays of every type and length, empty ones too', () => {
    const path = join(temporaryFolder(), 'arrays.bin')
    const arrays = new Map<string, Float64Array | Uint32Array | Uint16Array | Uint8Array>([
      ['a', Float64Array.of(1.5, -2)],
      ['b', Uint8Array.of(1, 2, 3)],
      ['c', Uint16Array.of()],
      ['d', Uint32Array.of(4_294_967_295)],
      ['e', Uint16Array.of(65_535)],
    ])
    writeArrayFile(path, { meta: { 名: ['值'] }, arrays })
    const { meta, arrays: again } = readArrayFile(path, statSync(path).size)
    expect(meta).toEqual({ 名: ['值'] })
    expect(again).toEqual(arrays)
  })

  it('writes over nothing', () => {
    const path = join(temporaryFolder(), 'arrays.bin')
    writeArrayFile(path, { meta: 1, arrays: new Map() })
    expect(() => writeArrayFile(path, { meta: 2, arrays: new Map() })).toThrowError(/EEXIST/)
  })
})
