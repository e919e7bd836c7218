import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { faultOf, publish, readManifest } from '../../../src/search/derived/derived-files.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'

const about = { fingerprint: 'f1', dimension: 4, changeNumber: 7 }
const writer = (text: string) => (path: string) => writeFileSync(path, text)

describe('publish', () => {
  it('gives a manifest that reads back, and parts without fault', () => {
    const folder = temporaryFolder()
    const manifest = publish(folder, about, { postings: writer('words'), graph: writer('nodes') })
    expect(readManifest(folder, about)).toEqual({ kind: 'read', manifest })
    expect(Object.values(manifest.parts).map((part) => faultOf(folder, part))).toEqual([undefined, undefined])
  })

  it('leaves the valid generation alone when a part can not be written', () => {
    const folder = temporaryFolder()
    const manifest = publish(folder, about, { postings: writer('words') })
    const failing = () => {
      throw new Error('no space')
    }
    expect(() =>
      publish(folder, { ...about, changeNumber: 8 }, { postings: writer('new'), graph: failing }),
    ).toThrowError('no space')
    expect(readManifest(folder, about)).toEqual({ kind: 'read', manifest })
    expect(manifest.parts.postings && faultOf(folder, manifest.parts.postings)).toBeUndefined()
    // What was written of the new one would fill a disk that is full already.
    expect(readdirSync(folder).toSorted()).toEqual([manifest.parts.postings?.file, 'search.json'])
  })

  it('sweeps what older runs left, and nothing that is young or not its own', () => {
    const folder = temporaryFolder()
    const leftovers = ['.tmp-graph-1-1', 'postings-0123456789abcdef.bin', 'young', 'collection.db']
    for (const file of leftovers) {
      writeFileSync(join(folder, file), '')
      if (file !== 'young') utimesSync(join(folder, file), 1, 1)
    }
    writeFileSync(join(folder, '.tmp-postings-2-2'), '')
    publish(folder, about, { postings: writer('words') })
    expect(leftovers.map((file) => existsSync(join(folder, file)))).toEqual([false, false, true, true])
    expect(existsSync(join(folder, '.tmp-postings-2-2'))).toBe(true)
  })
})

describe('readManifest', () => {
  it('says that there is none', () => {
    expect(readManifest(temporaryFolder(), about)).toEqual({ kind: 'absent' })
  })

  it('does not use what another embedder made', () => {
    const folder = temporaryFolder()
    publish(folder, about, { postings: writer('words') })
    expect(readManifest(folder, { ...about, fingerprint: 'f2' })).toEqual({
      kind: 'unusable',
      reason: 'manifest: made with another embedder',
    })
    expect(readManifest(folder, { ...about, dimension: 5 }).kind).toBe('unusable')
  })

  it('does not use a manifest that was changed or cut', () => {
    const folder = temporaryFolder()
    publish(folder, about, { postings: writer('words') })
    writeFileSync(join(folder, 'search.json'), '{"schema":1}\n')
    expect(readManifest(folder, about)).toEqual({ kind: 'unusable', reason: 'manifest: checksum differs' })
  })
})
