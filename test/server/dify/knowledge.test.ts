import { describe, expect, it } from 'vitest'
import { folderOfKnowledge } from '../../../src/server/dify/knowledge.ts'
import { SUMMARY } from '../../fixtures/fake-service.ts'

const documents = ['年报.txt', '2024/临湖/a.txt', '2023/b.txt'].map((path) => ({ ...SUMMARY, path }))

describe('folderOfKnowledge', () => {
  it.each(['all', '*', 'wenbao', '', ' ', '/'])('takes %j for the whole collection', (id) => {
    expect(folderOfKnowledge(id, documents)).toBeUndefined()
  })

  it.each([
    ['2024', '2024'],
    ['/2024/临湖/', '2024/临湖'],
    [' 2023 ', '2023'],
  ])('takes %j for the folder %s', (id, folder) => {
    expect(folderOfKnowledge(id, documents)).toBe(folder)
  })

  it('prefers a folder to a word for everything', () => {
    expect(folderOfKnowledge('all', [{ ...SUMMARY, path: 'all/a.txt' }])).toBe('all')
  })

  it.each(['202', '2024/临', '../2023', '年报.txt'])('knows no folder %j, and says which there are', (id) => {
    expect(() => folderOfKnowledge(id, documents)).toThrowError(
      expect.objectContaining({
        message: `Expected the knowledge id all, or a folder of the collection, got ${JSON.stringify(id)}.`,
        hint: 'Folders: "2024/临湖", "2024", "2023".',
      }),
    )
  })
})
