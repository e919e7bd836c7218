// Retrieval sets on disk.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SourceItem } from '../../src/collection/collection.ts'
import { datasetSource, readDataset } from '../../src/evaluate/dataset.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenbao-dataset-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(passages: readonly object[], queries: readonly object[]): string {
  const lines = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join('\n')
  writeFileSync(join(folder, 'passages.jsonl'), lines(passages))
  writeFileSync(join(folder, 'queries.jsonl'), lines(queries))
  return folder
}

const PASSAGE = { id: 'p1', title: '甲', text: '甲的文字。' }
const QUERY = { id: 'q1', question: '何为甲？', relevant: ['p1'], answers: ['文字'] }

describe('readDataset', () => {
  it('reads passages and queries, numbers for ids and no title included', async () => {
    const dataset = await readDataset(
      write([PASSAGE, { id: 2, text: '乙。' }], [{ ...QUERY, relevant: [2] }]),
    )
    expect(dataset.passages).toEqual([PASSAGE, { id: '2', title: '', text: '乙。' }])
    expect(dataset.queries).toEqual([{ ...QUERY, relevant: ['2'] }])
  })

  it('refuses a query whose passage is not there', async () => {
    const broken = write([PASSAGE], [{ ...QUERY, relevant: ['p9'] }])
    await expect(readDataset(broken)).rejects.toThrow('q1 names the passage p9, which passages.jsonl lacks')
  })

  it('says what a data set is when a file is missing', async () => {
    await expect(readDataset(join(folder, 'nowhere'))).rejects.toMatchObject({
      code: 'bad-input',
      hint: expect.stringContaining('passages.jsonl {id, title, text}'),
    })
  })
})

describe('datasetSource', () => {
  it('offers each passage under its id, with a stamp that follows the words', async () => {
    const dataset = {
      name: 's',
      passages: [PASSAGE, { ...PASSAGE, id: 'p2' }, { ...PASSAGE, id: 'p3', text: '别' }],
      queries: [],
    }
    const items: SourceItem[] = []
    for await (const item of datasetSource(dataset).items()) items.push(item)
    expect(items.map((item) => item.path)).toEqual(['p1', 'p2', 'p3'])
    expect(items[0]?.stamp).toBe(items[1]?.stamp)
    expect(items[0]?.stamp).not.toBe(items[2]?.stamp)
    expect((await items[0]?.read())?.title).toBe('甲')
  })
})
