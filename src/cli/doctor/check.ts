// What does a check find? One form for all of them, and where a failure of ours becomes a finding.
import { AppError } from '../../errors.ts'

export interface CheckResult {
  readonly name: string
  /** `warn`: works, but not as well as it could. */
  readonly status: 'ok' | 'warn' | 'fail'
  readonly message: string
  /** What to do about it. */
  readonly mend?: string
}

/** A failure as a finding, its hint as the mend. */
export function failedCheck(name: string, error: unknown): CheckResult {
  const message = error instanceof Error ? error.message : String(error)
  const mend = error instanceof AppError ? error.hint : undefined
  return { name, status: 'fail', message, ...(mend !== undefined && { mend }) }
}
