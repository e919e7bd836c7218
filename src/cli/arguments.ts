// What was typed? Options and operands of one command, with the nearest name for a slip.
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { AppError } from '../errors.ts'
import type { OptionSpec } from './command.ts'
import { nearestWord } from './nearest.ts'

export interface ParsedArguments {
  readonly operands: readonly string[]
  flag(name: string): boolean
  text(name: string): string | undefined
  list(name: string): readonly string[]
  /** @throws AppError `bad-input` unless it is a whole number within the bounds */
  count(name: string, least: number, most: number): number | undefined
}

const COMMON: Readonly<Record<string, 'flag'>> = { json: 'flag', help: 'flag' }

/** @throws AppError `bad-input` for an unknown option (with the nearest), a missing or unwanted value, or too many operands */
export function readArguments(
  typed: readonly string[],
  specs: Readonly<Record<string, OptionSpec>>,
  mostOperands: number,
): ParsedArguments {
  const kinds = {
    ...COMMON,
    ...Object.fromEntries(Object.entries(specs).map(([name, { kind }]) => [name, kind])),
  }
  const { values, positionals } = parse(typed, kinds)
  if (positionals.length > mostOperands) {
    throw new AppError('bad-input', `Too many arguments: ${positionals.slice(mostOperands).join(' ')}`, {
      hint: 'Put words that belong together in quotes.',
    })
  }
  const texts = (name: string) => [values[name] ?? []].flat().filter((value) => typeof value === 'string')
  return {
    operands: positionals,
    flag: (name) => values[name] === true,
    text: (name) => texts(name).at(-1),
    list: texts,
    count(name, least, most) {
      const given = texts(name).at(-1)
      if (given === undefined) return undefined
      const number = Number(given)
      if (/^\d+$/u.test(given) && number >= least && number <= most) return number
      throw new AppError(
        'bad-input',
        `--${name} wants a whole number from ${least} to ${most}, got ${given}.`,
      )
    },
  }
}

function parse(typed: readonly string[], kinds: Readonly<Record<string, OptionSpec['kind']>>) {
  const options: NonNullable<ParseArgsConfig['options']> = {}
  for (const [name, kind] of Object.entries(kinds)) {
    options[name] = {
      type: kind === 'flag' ? 'boolean' : 'string',
      ...(kind === 'list' && { multiple: true }),
      ...(name === 'help' && { short: 'h' }),
    }
  }
  try {
    return parseArgs({ args: [...typed], options, allowPositionals: true, strict: true })
  } catch (cause) {
    throw explain(cause, Object.keys(kinds))
  }
}

function explain(cause: unknown, names: readonly string[]): AppError {
  if (!(cause instanceof Error)) return new AppError('bad-input', String(cause))
  const unknown = /^Unknown option '(-+)([^']*)'/u.exec(cause.message)
  // Only the first sentence: the rest of Node's advice is about its own syntax.
  if (!unknown) return new AppError('bad-input', cause.message.split(/(?<=\.)\s/u)[0] ?? cause.message)
  const near = nearestWord(unknown[2] ?? '', names)
  return new AppError('bad-input', `Unknown option ${unknown[1]}${unknown[2]}.`, {
    hint:
      near === undefined
        ? 'See --help. Words that begin with a dash stand after --.'
        : `Did you mean --${near}?`,
  })
}
