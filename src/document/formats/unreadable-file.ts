// Why can't a file be read? Thrown by the readers of formats, who don't know its name.
import type { Fault } from '../../errors.ts'

export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
  readonly fault: Fault

  constructor(fault: Fault, cause?: unknown) {
    super(fault.code, cause === undefined ? undefined : { cause })
    this.fault = fault
  }
}
