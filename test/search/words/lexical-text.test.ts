import { describe, expect, it } from 'vitest'
import { chunkDocument } from '../../../src/chunk/split.ts'
import { readableText, termsOfChunk } from '../../../src/search/words/lexical-text.ts'
import { foldText } from '../../../src/text/lexical-key.ts'
import { termsOf } from '../../../src/text/terms.ts'
import { buildDocument } from '../../fixtures/built-document.ts'

const [chunk] = chunkDocument(
  buildDocument({
    organisation: '临湖市图书馆',
    title: '借阅工作报告',
    blocks: [{ kind: 'body', text: '全年借出图\n书三十万册。' }],
  }),
)
const idOf = (term: string) => termsOf(foldText(term)).at(term.length === 2 ? 1 : 0)?.id ?? 0

describe('termsOfChunk', () => {
  it('holds the words of the header, of the text with its lines joined, and the place in pinyin', () => {
    const terms = chunk && termsOfChunk(chunk, '临湖市图书馆')
    expect(['借阅', '图书', '三十', 'linhu'].map((term) => terms?.has(idOf(term)))).toEqual([
      true,
      true,
      true,
      true,
    ])
  })

  it('adds no pinyin for a report of nobody', () => {
    expect(chunk && termsOfChunk(chunk, undefined).has(idOf('linhu'))).toBe(false)
  })
})

describe('readableText', () => {
  it('joins the broken lines of a chunk', () => {
    expect(chunk && readableText(chunk)).toBe('全年借出图书三十万册。')
  })
})
