// Copies what /docs needs of Swagger UI into dist/, with its licence, so that the package carries it and needs no other host.
import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const from = dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')))
const to = fileURLToPath(new URL('../dist/docs-ui/', import.meta.url))
mkdirSync(to, { recursive: true })
for (const name of [
  'swagger-ui-bundle.js',
  'swagger-ui.css',
  'swagger-ui-bundle.js.LICENSE.txt',
  'LICENSE',
  'NOTICE',
]) {
  copyFileSync(join(from, name), join(to, name))
}
