// Which room may know which? The edges between rooms and the one owner of each heavy library, read from the imports.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = resolve(import.meta.dirname, '../src')

/**
 * A room (a folder, or a file beside the folders) and what it may import: `uses` at run time, `knows` as types alone.
 * errors.ts is everybody's. What is not in the table is not allowed.
 */
const ROOMS: Readonly<Record<string, { uses: readonly string[]; knows?: readonly string[] }>> = {
  text: { uses: [] },
  faults: { uses: ['text'] },
  document: { uses: ['faults', 'text'] },
  chunk: { uses: ['document', 'text'] },
  embed: { uses: ['lazily', 'text'] },
  collection: { uses: ['chunk', 'document', 'faults', 'or-aborted', 'text'], knows: ['embed'] },
  search: { uses: ['collection', 'chunk', 'document', 'text'], knows: ['embed'] },
  verify: { uses: ['text'] },
  answer: { uses: ['search', 'verify', 'text'], knows: ['collection', 'document', 'embed'] },

  errors: { uses: [] },
  version: { uses: [] },
  lazily: { uses: [] },
  'or-aborted': { uses: [] },
  log: { uses: [] },
  keys: { uses: [] },
  'widget-apps': { uses: [] },
  'setting-notes': { uses: [] },
  'door-settings': { uses: ['keys', 'setting-notes', 'widget-apps'] },
  settings: { uses: ['door-settings', 'setting-notes'] },
  config: { uses: ['door-settings', 'settings'], knows: ['answer', 'embed'] },
  learning: { uses: [], knows: ['collection', 'faults'] },
  watch: { uses: [], knows: ['collection'] },
  backup: { uses: ['collection', 'search', 'learning', 'uploads', 'version'] },
  'in-turn': { uses: [] },
  'questions-first': { uses: [] },
  uploads: { uses: ['collection', 'document', 'faults', 'in-turn'] },
  service: {
    uses: [],
    knows: ['answer', 'collection', 'document', 'embed', 'learning', 'search', 'uploads'],
  },
  learner: {
    uses: ['collection', 'in-turn', 'learning', 'uploads'],
    knows: ['document', 'embed', 'lazily', 'search'],
  },
  'memory-parts': { uses: ['answer', 'collection', 'search'], knows: ['embed'] },
  compose: {
    uses: [
      'answer',
      'search',
      'collection',
      'document',
      'embed',
      'lazily',
      'learner',
      'learning',
      'questions-first',
      'uploads',
    ],
    knows: ['config', 'service'],
  },

  mcp: {
    uses: ['answer', 'log', 'or-aborted', 'text', 'version'],
    knows: ['collection', 'document', 'search', 'service'],
  },
  evaluate: { uses: ['document', 'text'], knows: ['answer', 'collection', 'embed', 'search'] },
  server: {
    uses: ['answer', 'faults', 'keys', 'log', 'mcp', 'text', 'version'],
    knows: ['collection', 'config', 'document', 'search', 'service', 'uploads', 'widget-apps'],
  },
  web: { uses: [], knows: ['answer', 'collection', 'document', 'search', 'service', 'text', 'uploads'] },
  cli: {
    uses: [
      'answer',
      'backup',
      'collection',
      'compose',
      'config',
      'document',
      'embed',
      'evaluate',
      'faults',
      'keys',
      'learning',
      'log',
      'mcp',
      'memory-parts',
      'search',
      'server',
      'text',
      'version',
      'watch',
    ],
  },
  api: {
    uses: [
      'answer',
      'chunk',
      'collection',
      'compose',
      'config',
      'document',
      'embed',
      'log',
      'memory-parts',
      'search',
      'server',
      'text',
      'verify',
    ],
    knows: ['service'],
  },
}

/** A library and the only places that may name it; a file, or a room with `/` at its end. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  '@hono/node-server': ['server/listen.ts', 'server/guard/address.ts'],
  '@huggingface/transformers': ['embed/local.ts'],
  '@modelcontextprotocol/server': ['mcp/'],
  chokidar: ['watch/'],
  hono: ['server/'],
  'hnswlib-node': ['search/vectors/hnsw.ts', 'search/vectors/hnswlib-node.d.ts'],
  htmlparser2: ['document/formats/html/tree.ts'],
  libsql: ['collection/'],
  openai: ['embed/openai-endpoint.ts', 'answer/model/chat-model.ts'],
  'opencc-js': ['text/'],
  'pdfjs-dist': ['document/formats/pdf/'],
  'pinyin-pro': ['text/'],
  preact: ['web/'],
  saxes: ['document/formats/xml.ts'],
  yauzl: ['document/formats/zip.ts'],
  'prom-client': ['server/metrics/'],
  yaml: ['document/'],
  zod: [
    'answer/model/chat-model.ts',
    'backup/',
    'collection/',
    'document/',
    'embed/',
    'evaluate/',
    'mcp/',
    'search/',
    'server/',
    'uploads/',
    'config.ts',
    'door-settings.ts',
    'setting-notes.ts',
    'settings.ts',
  ],
}

/** What is reached without an import, and who may. */
const GLOBALS: readonly { name: string; pattern: RegExp; owners: readonly string[] }[] = [
  { name: 'process.env', pattern: /\bprocess\.env\b/, owners: ['config.ts'] },
  { name: 'stdout', pattern: /\bprocess\.stdout\b/, owners: ['cli/'] },
  { name: 'stderr', pattern: /\bprocess\.stderr\b/, owners: ['cli/', 'log.ts'] },
  { name: 'console', pattern: /\bconsole\./, owners: [] },
  {
    name: 'process.exit',
    pattern: /\bprocess\.exit\b/,
    owners: ['cli/', 'document/fence/child.ts', 'embed/background/child.ts'],
  },
]

interface Import {
  readonly file: string
  readonly target: string
  readonly isTypeOnly: boolean
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({
    path: path.replaceAll('\\', '/'),
    code: withoutComments(readFileSync(join(SRC, path), 'utf8')),
  }))
const imports = files.flatMap(({ path, code }) => importsOf(path, code))

describe('rooms', () => {
  it('stand in the table, every one', () => {
    const found = new Set(files.map(({ path }) => roomOf(path)))
    expect([...found].filter((room) => !(room in ROOMS))).toEqual([])
  })

  it('import only what the table allows', () => {
    const offending = imports.filter(({ file, target, isTypeOnly }) => {
      if (!target.startsWith('.')) return false
      const from = roomOf(file)
      const to = roomOf(relative(SRC, resolve(SRC, dirname(file), target)).replaceAll('\\', '/'))
      const { uses = [], knows = [] } = ROOMS[from] ?? {}
      return from !== to && to !== 'errors' && !uses.includes(to) && !(isTypeOnly && knows.includes(to))
    })
    expect(offending.map(inWords)).toEqual([])
  })

  it('form no ring', () => {
    const reaches = (from: string, to: string): boolean =>
      (ROOMS[from]?.uses ?? []).some((next) => next === to || reaches(next, to))
    expect(Object.keys(ROOMS).filter((room) => reaches(room, room))).toEqual([])
  })
})

describe('libraries', () => {
  it('are imported by their owners alone', () => {
    const offending = imports.filter(({ file, target }) => {
      if (target.startsWith('.') || target.startsWith('node:')) return false
      const name = Object.keys(OWNERS).find(
        (library) => target === library || target.startsWith(`${library}/`),
      )
      return name === undefined || !isOwned(file, OWNERS[name] ?? [])
    })
    expect(offending.map(inWords)).toEqual([])
  })

  it('have no rival for what only one place may touch', () => {
    const offending = GLOBALS.flatMap(({ name, pattern, owners }) =>
      files
        .filter(({ path, code }) => pattern.test(code) && !isOwned(path, owners))
        .map(({ path }) => `src/${path} touches ${name}`),
    )
    expect(offending).toEqual([])
  })
})

function importsOf(file: string, code: string): Import[] {
  const found = code.matchAll(
    /^(?:import|export)\b([^'";]*?)\bfrom\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|^import\s*'([^']+)'/gm,
  )
  return [...found].map(([, clause = '', from, dynamic, bare]) => ({
    file,
    target: from ?? dynamic ?? bare ?? '',
    isTypeOnly: from !== undefined && isTypeClause(clause),
  }))
}

/** `type { … }`, or braces in which every name is marked `type`. */
function isTypeClause(clause: string): boolean {
  if (/^\s*type\b/.test(clause)) return true
  const names = /^\s*\{([^}]*)\}\s*$/
    .exec(clause)?.[1]
    ?.split(',')
    .filter((name) => name.trim() !== '')
  return names?.every((name) => /^\s*type\s/.test(name)) ?? false
}

function roomOf(path: string): string {
  return path.split('/')[0]?.replace(/\.ts$/, '') ?? path
}

function isOwned(file: string, owners: readonly string[]): boolean {
  return owners.some((owner) => (owner.endsWith('/') ? file.startsWith(owner) : file === owner))
}

function inWords({ file, target, isTypeOnly }: Import): string {
  return `src/${file} imports ${isTypeOnly ? 'types of ' : ''}${target}`
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}
