// Which regular expressions does the program run? Those written in its sources, and those put together when they are loaded.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseAst } from 'vite'

export interface Pattern {
  /** `file: /source/flags`. */
  readonly name: string
  readonly source: string
  readonly flags: string
}

const SRC = resolve(import.meta.dirname, '../../src')

export async function patternsOfSources(): Promise<Pattern[]> {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => ({ name, text: readFileSync(join(SRC, name), 'utf8') }))
  const written = files.flatMap(({ name, text }) => literalsOf(name, text))
  const built: Pattern[] = []
  for (const { name, text } of files) {
    if (text.includes('new RegExp(')) built.push(...(await builtAtLoading(name)))
  }
  return [...new Map([...written, ...built].map((one) => [one.name, one])).values()]
}

function literalsOf(file: string, text: string): Pattern[] {
  const found: Pattern[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('regex' in node) {
      // The parser gives a literal of this kind both parts.
      const { pattern, flags } = node.regex as { pattern: string; flags: string }
      found.push(patternOf(file, pattern, flags))
      return
    }
    for (const child of Object.values(node)) visit(child)
  }
  visit(parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' }))
  return found
}

/** Only what the file itself builds: its place stands in the stack right below the constructor. */
async function builtAtLoading(file: string): Promise<Pattern[]> {
  const found: Pattern[] = []
  const Original = globalThis.RegExp
  globalThis.RegExp = new Proxy(Original, {
    construct(target, [source, flags]: [string | RegExp, string?]) {
      const made = Reflect.construct(target, [source, flags]) as RegExp // by its own constructor
      if (new Error().stack?.includes(join(SRC, file))) found.push(patternOf(file, made.source, made.flags))
      return made
    },
  })
  try {
    await import(pathToFileURL(join(SRC, file)).href)
  } finally {
    globalThis.RegExp = Original
  }
  return found
}

function patternOf(file: string, source: string, flags: string): Pattern {
  return { name: `${file}: /${source}/${flags}`, source, flags }
}
