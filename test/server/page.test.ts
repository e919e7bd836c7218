import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/server/app.ts'
import { fakeParts } from '../fixtures/fake-service.ts'

const WEB = resolve(import.meta.dirname, '../../src/web')
const sources = readdirSync(WEB).map((name) => ({ name, text: readFileSync(join(WEB, name), 'utf8') }))

describe('pageRoutes', () => {
  it.each(['/', '/d/0123456789abcdef'])('serves a page at %s', async (path) => {
    const response = await createApp(fakeParts()).request(path)
    expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8')
    expect(await response.text()).toContain('<html lang="zh-CN">')
  })

  it('serves everything that a page or a script names', async () => {
    const app = createApp(fakeParts())
    const named = sources.flatMap(({ text }) => [
      ...[...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? ''),
      ...[...text.matchAll(/from '\.\/([^']+)'/g)].map(([, name]) => `/assets/${name}`),
    ])
    expect(new Set(named).size).toBeGreaterThan(8)
    for (const path of new Set(named)) expect([path, (await app.request(path)).status]).toEqual([path, 200])
  })

  it('answers a page that is still the same with 304', async () => {
    const app = createApp(fakeParts())
    const tag = (await app.request('/assets/look.css')).headers.get('etag') ?? ''
    expect((await app.request('/assets/look.css', { headers: { 'if-none-match': tag } })).status).toBe(304)
  })

  it.each([
    '/assets/../server/app.ts',
    '/assets/%2e%2e/server/app.ts',
    '/assets/..%2fserver%2fapp.ts',
    '/assets/%252e%252e/package.json',
    '/assets//look.css',
    '/assets/look.css%00',
    '/assets/',
    '/package.json',
  ])('has nothing at %s', async (path) => {
    expect((await createApp(fakeParts()).request(path)).status).toBe(404)
  })
})

describe('src/web', () => {
  it('never makes markup out of text', () => {
    const dangerous =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\b|new Function|srcdoc/
    expect(sources.filter(({ text }) => dangerous.test(text)).map(({ name }) => name)).toEqual([])
  })

  it('holds no style or script that the content policy would block', () => {
    const pages = sources.filter(({ name }) => name.endsWith('.html'))
    const blocked = /<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=/
    expect(pages.filter(({ text }) => blocked.test(text)).map(({ name }) => name)).toEqual([])
  })

  it('names no other host', () => {
    const elsewhere = /(?:https?:)?\/\/(?!www\.w3\.org\/2000\/svg)[\w-]+\.[a-z]/i
    expect(sources.filter(({ text }) => elsewhere.test(text)).map(({ name }) => name)).toEqual([])
  })
})
