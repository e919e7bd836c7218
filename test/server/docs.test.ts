import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/server/app.ts'
import { docsRoutes } from '../../src/server/docs.ts'
import { fakeParts } from '../fixtures/fake-service.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

const readPage = async (path: string) => (await createApp(fakeParts()).request(path)).text()

describe('docsRoutes', () => {
  it('serves a page whose every address is our own', async () => {
    const html = await readPage('/docs')
    const named = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, address]) => address)
    expect(named).toEqual([
      'data:,',
      'docs/swagger-ui.css',
      'docs/swagger-ui-bundle.js',
      'docs/start.js',
      'openapi.json',
    ])
    expect(await readPage('/docs/start.js')).toContain('validatorUrl: null')
  })

  it('holds no style or script that the content policy would block, nor asks for a looser one', async () => {
    expect(await readPage('/docs')).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=/)
    const app = createApp(fakeParts())
    const policies = ['/docs', '/'].map(async (path) =>
      (await app.request(path)).headers.get('content-security-policy'),
    )
    const [docs, page] = await Promise.all(policies)
    expect(docs).toBe(page)
  })

  it('serves the copied files, small for those who unpack them and not at all when unchanged', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'swagger-ui.css'), 'a { color: red }\n'.repeat(1000))
    const app = docsRoutes(pathToFileURL(`${folder}/`))
    const packed = await app.request('/docs/swagger-ui.css', { headers: { 'accept-encoding': 'gzip' } })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect((await packed.arrayBuffer()).byteLength).toBeLessThan(1000)
    const tag = packed.headers.get('etag') ?? ''
    const again = await app.request('/docs/swagger-ui.css', { headers: { 'if-none-match': tag } })
    expect(again.status).toBe(304)
  })

  it('says what to do when they were not copied', async () => {
    const app = docsRoutes(pathToFileURL(`${temporaryFolder()}/`))
    app.onError((error, c) => c.text(`${error.message} ${'hint' in error ? error.hint : ''}`, 404))
    expect(await (await app.request('/docs/swagger-ui.css')).text()).toBe(
      'The pages of the documentation were not built. Run npm run build; GET /openapi.json says the same.',
    )
  })
})
