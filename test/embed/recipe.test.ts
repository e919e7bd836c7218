import { describe, expect, it } from 'vitest'
import { recipeFor } from '../../src/embed/recipe.ts'

describe('recipeFor', () => {
  it.each([
    ['multilingual-e5-small-zh-en', 'query: ', 'passage: ', 'mean'],
    ['intfloat/multilingual-e5-base', 'query: ', 'passage: ', 'mean'],
    ['BAAI/bge-small-zh-v1.5', '为这个句子生成表示以用于检索相关文章：', '', 'cls'],
    ['Xenova/bge-m3', '', '', 'cls'],
    ['paraphrase-multilingual-MiniLM-L12-v2', '', '', 'mean'],
    ['some-e50-model', '', '', 'mean'],
  ])('writes texts for %s as its family wants them', (name, queryPrefix, passagePrefix, pooling) => {
    expect(recipeFor(name)).toEqual({ queryPrefix, passagePrefix, pooling })
  })
})
