import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { readerLanguage } from '../../src/server/reader-language.ts'

const app = new Hono().get('/', (c) => c.text(readerLanguage(c)))

describe('readerLanguage', () => {
  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en-GB,en;q=0.9,zh;q=0.1', 'en'],
    ['en;q=0.2, zh-TW;q=0.7', 'zh'],
    ['de, fr;q=0.5, zh;q=0.1', 'zh'],
    ['zh;q=0, en', 'en'],
    ['zh;q=many', 'en'],
    ['de', 'en'],
    ['*', 'en'],
    ['', 'en'],
  ])('reads %j as %s', async (header, language) => {
    const response = await app.request('/', { headers: { 'accept-language': header } })
    expect(await response.text()).toBe(language)
  })
})
