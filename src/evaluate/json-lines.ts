// One JSON value a line: how are such files read, and what is said of a line that isn't right?
import type { z } from 'zod'
import { AppError } from '../errors.ts'

/** Faulty lines named in one message; more would hide the first. */
const FAULTS_SHOWN = 5

/**
 * Reads JSON Lines; blank lines are passed over.
 *
 * @param name of the file, for messages
 * @throws AppError `bad-input` that names every faulty line, the first five with the reason, or says that there is no line at all
 */
export function parseJsonLines<T>(text: string, name: string, schema: z.ZodType<T>): T[] {
  const rows: T[] = []
  const faults: string[] = []
  const lines = text.replace(/^\uFEFF/u, '').split(/\r?\n/u)
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    const read = parseLine(line, schema)
    if ('fault' in read) faults.push(`line ${index + 1}: ${read.fault}`)
    else rows.push(read.row)
  }
  if (faults.length > 0) throw faultyLines(name, faults)
  if (rows.length === 0) {
    throw new AppError('bad-input', `${name} holds no line of JSON.`, {
      hint: 'Write one JSON object a line.',
    })
  }
  return rows
}

/** @throws AppError `bad-input` when an id is given twice: scores by id would mix the two up */
export function refuseTwins(rows: readonly { readonly id: string }[], name: string): void {
  const seen = new Set<string>()
  const twins = new Set<string>()
  for (const { id } of rows) {
    if (seen.has(id)) twins.add(id)
    seen.add(id)
  }
  if (twins.size === 0) return
  const shown = [...twins].slice(0, FAULTS_SHOWN).join(', ')
  throw new AppError('bad-input', `${name}: ids must differ, but these are given more than once: ${shown}.`)
}

function parseLine<T>(line: string, schema: z.ZodType<T>): { row: T } | { fault: string } {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    return { fault: `not JSON (${error instanceof Error ? error.message : String(error)})` }
  }
  const result = schema.safeParse(value)
  if (result.success) return { row: result.data }
  return { fault: result.error.issues.map(describeIssue).join('; ') }
}

function describeIssue(issue: z.core.$ZodIssue): string {
  return issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message
}

function faultyLines(name: string, faults: readonly string[]): AppError {
  const shown = faults.slice(0, FAULTS_SHOWN)
  const more = faults.length - shown.length
  if (more > 0) shown.push(`and ${more} more`)
  const count = faults.length === 1 ? '1 line' : `${faults.length} lines`
  return new AppError('bad-input', `${name}: ${count} can't be used.\n  ${shown.join('\n  ')}`)
}
