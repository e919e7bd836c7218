// Where does what is said go? Data to stdout, all else to stderr; nobody else writes to either.
import type { Environment } from '../config.ts'
import { escapeUnsafe } from '../log.ts'

export interface Output {
  /** A piece of the result, with its line end. */
  data(text: string): void
  /** Part of a line of the result, as it comes. */
  piece(text: string): void
  /** The whole result as indented JSON. */
  json(value: unknown): void
  /** A line for the person in front, on stderr. */
  note(text: string): void
  /** Replaces the line that was drawn last, on stderr; the empty text clears it. Only where stderr is a terminal. */
  draw(line: string): void
  readonly isTerminal: boolean
  readonly isNoteTerminal: boolean
  /** Bold and colour in the result. */
  readonly isStyled: boolean
  /** Width to wrap results at. */
  readonly columns: number
  readonly noteColumns: number
}

/** Where there is no terminal to ask; also the widest that is pleasant to read. */
const DEFAULT_COLUMNS = 100
/** Less isn't a width anybody reads at. */
const LEAST_COLUMNS = 20
const ERASE_LINE = '\r\u001B[2K'

/** What is needed of stdout and stderr. */
interface Stream {
  write(text: string): unknown
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** @param onReaderGone called when the reader of stdout has left (`| head`), where writing on makes no sense */
export function openOutput(
  stdout: Stream,
  stderr: Stream,
  env: Environment,
  onReaderGone: () => void,
): Output {
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    onReaderGone()
  })
  // Nobody is left to be told that nobody listens.
  stderr.on('error', () => {})
  const isTerminal = stdout.isTTY === true
  const isNoteTerminal = stderr.isTTY === true
  return {
    data: (text) => void stdout.write(`${text}\n`),
    piece: (text) => void stdout.write(text),
    json: (value) => void stdout.write(`${shownLines(JSON.stringify(value, null, 2))}\n`),
    note: (text) => void stderr.write(`${isNoteTerminal ? ERASE_LINE : ''}${shownLines(text)}\n`),
    draw: (line) => {
      if (isNoteTerminal) stderr.write(`${ERASE_LINE}${line}`)
    },
    isTerminal,
    isNoteTerminal,
    isStyled: isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    columns: Math.min(columnsOf(stdout), DEFAULT_COLUMNS),
    noteColumns: columnsOf(stderr),
  }
}

/** A name of a file or a word of a report may hold what a terminal would obey. */
function shownLines(text: string): string {
  return text.split('\n').map(escapeUnsafe).join('\n')
}

/** Some terminals say that they are 0 wide when they don't know. */
function columnsOf({ columns }: Stream): number {
  return columns === undefined || columns < LEAST_COLUMNS ? DEFAULT_COLUMNS : columns
}
