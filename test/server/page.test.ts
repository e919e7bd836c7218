import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/server/app.ts'
import { pageRoutes } from '../../src/server/page.ts'
import { readWebFiles } from '../../src/server/web-files.ts'
import { fakeParts } from '../fixtures/fake-service.ts'

const WEB = resolve(import.meta.dirname, '../../src/web')
const sources = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:tsx?|html|css|svg)$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(WEB, name), 'utf8') }))

const SCRIPT = `${'let a = 1\n'.repeat(200)}`
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenbao-web-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'page.html'), '<html lang="zh-CN">page')
  writeFileSync(join(folder, 'reader.html'), '<html lang="zh-CN">reader')
  writeFileSync(join(folder, 'assets', 'page-abc.js'), SCRIPT)
  writeFileSync(join(folder, 'assets', 'secret.map'), 'x')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pages = () => pageRoutes(readWebFiles(folder))

describe('pageRoutes', () => {
  it.each([
    ['/', 'page'],
    ['/d/0123456789abcdef', 'reader'],
  ])('serves at %s the page %s, to be asked for again', async (path, name) => {
    const response = await pages().request(path)
    expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(await response.text()).toBe(`<html lang="zh-CN">${name}`)
    const tag = response.headers.get('etag') ?? ''
    expect((await pages().request(path, { headers: { 'if-none-match': tag } })).status).toBe(304)
  })

  it('serves a script for ever, gzipped to those who take that', async () => {
    const plain = await pages().request('/assets/page-abc.js')
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(plain.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(await plain.text()).toBe(SCRIPT)
    const gzipped = await pages().request('/assets/page-abc.js', {
      headers: { 'accept-encoding': 'br, gzip' },
    })
    expect(gzipped.headers.get('content-encoding')).toBe('gzip')
    expect(gzipped.headers.get('vary')).toBe('Accept-Encoding')
    expect(gunzipSync(await gzipped.arrayBuffer()).toString()).toBe(SCRIPT)
  })

  it.each([
    '/assets/../page.html',
    '/assets/%2e%2e/page.html',
    '/assets/..%2fpage.html',
    '/assets//page-abc.js',
    '/assets/page-abc.js%00',
    '/assets/secret.map',
    '/assets/',
    '/page.html',
    '/package.json',
  ])('has nothing at %s', async (path) => {
    expect((await pages().request(path)).status).toBe(404)
  })

  it('says what to do where the pages were not built', async () => {
    const app = new Hono().route('/', pageRoutes(readWebFiles(join(folder, 'nowhere'))))
    app.onError((error, c) => c.text(error.message, 404))
    expect(await (await app.request('/')).text()).toBe('The pages were not built.')
  })

  it('lets pages load nothing but files from here', async () => {
    const policy = (await createApp(fakeParts()).request('/')).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'; style-src 'self'; connect-src 'self'")
    expect(policy).not.toContain('unsafe')
  })
})

describe('src/web', () => {
  it('never makes markup out of text', () => {
    const dangerous =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\b|new Function|srcdoc|dangerouslySet/
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
