// What does the owner of a report say about it? A small file beside it that wins over the rules.
import { parse } from 'yaml'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { type Draft, eachOpen, settle } from './draft.ts'
import { MAX_TESTED } from './shape.ts'

/** Longest pattern of an override. */
const MAX_PATTERN = 200

/** Repetition inside repetition, and repeated alternatives: such patterns can take exponential time on one line. */
const UNSAFE = /[+*}]\)?[+*{]|\([^)]*[+*}|][^)]*\)\s*[+*{]|\\[1-9]|\(\?<?[=!]/

const headingPattern = z.strictObject({
  pattern: z
    .string()
    .min(1)
    .max(MAX_PATTERN)
    .refine((pattern) => !UNSAFE.test(pattern), 'repeats a repetition and could run for ever')
    .refine(isRegex, 'is no regular expression'),
  level: z.int().min(2).max(6),
})

const overridesSchema = z.strictObject({
  title: z.string().trim().min(1).max(200).optional(),
  organisation: z.string().trim().min(2).max(100).optional(),
  aliases: z.array(z.string().trim().min(1).max(100)).max(50).optional(),
  date: z
    .string()
    .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'YYYY, YYYY-MM or YYYY-MM-DD is expected')
    .optional(),
  headingPatterns: z.array(headingPattern).max(20).optional(),
})

export type Overrides = Readonly<z.infer<typeof overridesSchema>>

/** Reads the text of an override file. */
export function parseOverrides(yaml: string, path: string): Overrides {
  const checked = overridesSchema.safeParse(parseYaml(yaml, path) ?? {})
  if (checked.success) return checked.data
  const faults = checked.error.issues.map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`)
  throw new AppError('bad-input', `${path}: ${faults.join('; ')}`, {
    hint: 'It may hold title, organisation, aliases, date and headingPatterns (pattern, level 2 to 6).',
  })
}

/** Decides the lines that an override's patterns fit, before any rule does. */
export function overriddenHeadings(draft: Draft, overrides: Overrides): void {
  const patterns = (overrides.headingPatterns ?? []).map(({ pattern, level }) => ({
    regex: new RegExp(pattern, 'u'),
    level,
  }))
  if (patterns.length === 0) return
  eachOpen(draft, ({ text }, i) => {
    if (text.length > MAX_TESTED) return
    const hit = patterns.find(({ regex }) => regex.test(text))
    if (hit === undefined) return
    settle(draft, i, {
      kind: 'heading',
      rule: 'override',
      heading: text,
      style: 'override',
      level: hit.level,
    })
  })
}

function parseYaml(yaml: string, path: string): unknown {
  try {
    // Its warnings would be printed with lines of the file in them.
    return parse(yaml, { logLevel: 'error' })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : cause
    throw new AppError('bad-input', `${path}: no valid YAML: ${reason}`, { cause })
  }
}

function isRegex(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u')
    return true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}
