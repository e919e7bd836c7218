// What is logged? One line an event on stderr, as JSON or as text; never a question, a key or a body.

type LogLevel = 'info' | 'warn' | 'error'
type LogFields = Readonly<Record<string, string | number | boolean | undefined>>

export interface Log {
  /** @param event what happened, in a few fixed words; what varies goes into the fields */
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}

export interface LogOptions {
  readonly format: 'auto' | 'json' | 'text' | 'silent'
  /** Takes a line with its end. Default: stderr. */
  readonly write?: (line: string) => void
  readonly now?: () => Date
}

/** Colour codes, line separators and text-direction marks in a file name would redraw the reader's terminal. */
const UNSAFE = /[\p{Cc}\p{Cf}\u2028\u2029]/gu

export function openLog(options: LogOptions): Log {
  const format = options.format === 'auto' ? (process.stderr.isTTY ? 'text' : 'json') : options.format
  const write = options.write ?? ((line: string) => void process.stderr.write(line))
  const now = options.now ?? (() => new Date())
  const log =
    (level: LogLevel) =>
    (event: string, fields: LogFields = {}) => {
      if (format === 'silent') return
      const line = format === 'json' ? jsonLine : textLine
      write(`${line(now().toISOString(), level, event, fields)}\n`)
    }
  return { info: log('info'), warn: log('warn'), error: log('error') }
}

/** What a failure may say in the log; the question never stands in a message of ours. */
export function describeError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : typeof error
}

function jsonLine(time: string, level: LogLevel, event: string, fields: LogFields): string {
  return escapeUnsafe(JSON.stringify({ time, level, event, ...fields }))
}

function textLine(time: string, level: LogLevel, event: string, fields: LogFields): string {
  const shown = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${/^[^\s"=]+$/.test(String(value)) ? value : JSON.stringify(value)}`)
  const mark = level === 'info' ? '' : `${level}: `
  return escapeUnsafe([time.slice(11, 19), mark + event, ...shown].join('  '))
}

/** In a JSON text it stands for the same. */
export function escapeUnsafe(line: string): string {
  return line.replace(UNSAFE, (mark) =>
    Array.from(
      { length: mark.length },
      (_, i) => `\\u${mark.charCodeAt(i).toString(16).padStart(4, '0')}`,
    ).join(''),
  )
}
