// Which files make up the pages? What the build made of src/web, read once.
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { AppError } from '../errors.ts'

/** dist/web, both from dist/server and, in tests, from src/server. */
const BUILT = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../dist/web' : '../web', import.meta.url),
)

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

export interface Asset {
  readonly type: string
  readonly content: Uint8Array<ArrayBuffer>
  /** The same gzipped, where that is smaller. */
  readonly gzipped?: Uint8Array<ArrayBuffer>
}

export interface WebFiles {
  /** By name; each holds a hash of its content in its name. Empty before the pages were built. */
  readonly assets: ReadonlyMap<string, Asset>
  /**
   * The HTML of a page: `page`, `reader` or `embed`.
   *
   * @throws AppError `not-found` when the pages were not built
   */
  html(name: string): string
  /** What other sites load: `widget.js`. @throws as `html` */
  loader(): string
}

/** @param folder of the build; default: this program's own */
export function readWebFiles(folder: string = BUILT): WebFiles {
  const pages = new Map(
    ['.html', '.js']
      .flatMap((extension) => namesIn(folder, extension))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const),
  )
  const built = (name: string) => {
    const text = pages.get(name)
    if (text !== undefined) return text
    throw new AppError('not-found', 'The pages were not built.', { hint: 'Run `npm run build` once.' })
  }
  const assetFolder = join(folder, 'assets')
  const assets = Object.keys(TYPES)
    .flatMap((extension) => namesIn(assetFolder, extension))
    .map((name) => [name, readAsset(join(assetFolder, name))] as const)
  return {
    assets: new Map(assets),
    html: (name) => built(`${name}.html`),
    loader: () => built('widget.js'),
  }
}

function namesIn(folder: string, extension: string): string[] {
  try {
    return (
      readdirSync(folder, { withFileTypes: true })
        // Files alone: a link might lead anywhere.
        .filter((entry) => entry.isFile() && extname(entry.name) === extension)
        .map(({ name }) => name)
    )
  } catch {
    // Not built: everything but the pages works, and `html` says what is missing.
    return []
  }
}

function readAsset(path: string): Asset {
  const content = new Uint8Array(readFileSync(path))
  const gzipped = new Uint8Array(gzipSync(content, { level: 9 }))
  const type = TYPES[extname(path)] ?? 'application/octet-stream'
  return { type, content, ...(gzipped.length < content.length && { gzipped }) }
}
