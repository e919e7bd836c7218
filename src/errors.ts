// What went wrong, in words a person can act on: one error class, its codes, nothing about doors.

export const ERROR_CODES = [
  'bad-input',
  'not-found',
  'index-missing',
  'index-stale',
  'index-damaged',
  'locked',
  'disk-full',
  'model-unavailable',
  'upstream',
  'unauthorised',
  'forbidden',
  'too-large',
  'unsupported-media-type',
  'rate-limited',
  'overloaded',
  'not-ready',
  'internal',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** The same as message and hint, for readers of other languages: see faults/fault.ts. */
export interface Fault {
  /** Stable, kebab-case. */
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
}

export interface AppErrorOptions {
  /** What to do next. */
  readonly hint?: string
  readonly fault?: Fault
  readonly cause?: unknown
}

/** `message` says what was expected and what came; `hint` what to do next. Never holds a key, a prompt or a stack. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly hint?: string
  readonly fault?: Fault

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    if (options.hint !== undefined) this.hint = options.hint
    if (options.fault !== undefined) this.fault = options.fault
  }
}
