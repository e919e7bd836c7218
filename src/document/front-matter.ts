// What does a block of settings between `---` at the top of a file say?
import { parse } from 'yaml'
import { z } from 'zod'
import { shownName } from '../text/unicode.ts'
import type { Line } from './lines.ts'
import type { FrontMatter } from './metadata.ts'
import type { LineVerdicts } from './rules/line-verdicts.ts'

/** Most lines of such a block. */
const MAX_LINES = 60
/** Most characters of it; the parser needs seconds for a hundred thousand nested brackets. */
const MAX_CHARACTERS = 8_000

const words = z
  .union([z.string(), z.number(), z.date()])
  .transform((value) => shownName(value instanceof Date ? value.toISOString() : String(value)))
  .refine((value) => value !== '')

const schema = z.looseObject({
  title: words.optional().catch(undefined),
  subtitle: words.optional().catch(undefined),
  date: words.optional().catch(undefined),
  source: words.optional().catch(undefined),
  author: z
    .union([z.string().transform((name) => [shownName(name)]), z.array(z.string().transform(shownName))])
    .optional()
    .catch(undefined),
  organisation: words.optional().catch(undefined),
  organization: words.optional().catch(undefined),
})

/** Reads the block and marks its lines as publication; a `---` that no settings follow is a line like others. */
export function readFrontMatter(source: string, lines: readonly Line[], found: LineVerdicts): FrontMatter {
  const [first] = lines
  if (first?.text !== '---' || first.number > 1) return {}
  const close = lines.slice(1, MAX_LINES).findIndex(({ text }) => text === '---') + 1
  const last = lines[close]
  if (close < 2 || last === undefined || last.start - first.end > MAX_CHARACTERS) return {}
  const settings = parseSettings(source.slice(first.end, last.start))
  if (settings === undefined) return {}
  for (let i = 0; i <= close; i++) {
    found.set(i, { kind: 'boilerplate', boilerplate: 'publication', rule: 'front-matter' })
  }
  const organisation = settings.organisation ?? settings.organization
  return {
    ...(settings.title === undefined ? {} : { title: settings.title }),
    ...(settings.subtitle === undefined ? {} : { subtitle: settings.subtitle }),
    ...(settings.date === undefined ? {} : { date: settings.date }),
    ...(settings.source === undefined ? {} : { source: settings.source }),
    ...(settings.author === undefined ? {} : { authors: settings.author }),
    ...(organisation === undefined ? {} : { organisation }),
  }
}

/** A block that only looks like settings, whatever the parser says against it, stays text; nothing is lost by it. */
function parseSettings(yaml: string): z.infer<typeof schema> | undefined {
  let parsed: unknown
  try {
    // Its warnings would be printed with lines of the file in them.
    parsed = parse(yaml, { logLevel: 'error' })
  } catch {
    // The library has errors of its own for what is no YAML, and others for names that unfold without end and for brackets in brackets.
    return undefined
  }
  return schema.safeParse(parsed).data
}
