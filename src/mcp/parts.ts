// What is this door made of? What it asks, how its links begin, and whom it tells of faults.
import type { Log } from '../log.ts'
import type { Service } from '../service.ts'

export interface McpParts {
  readonly service: Service
  /** Makes an absolute address of a path with its fragment, such as `/d/{id}#{range id}`. */
  linkTo(path: string): string
  readonly log: Log
  /** Settles when a first learning has ended, well or not; tools wait for it a while. Absent: they don't wait. */
  readonly prepared?: Promise<void>
}
