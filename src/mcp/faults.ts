// What does a model or a client hear when something goes wrong? Words that it can act on, and never what is inside.
import { type CallToolResult, ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server'
import { AppError } from '../errors.ts'
import { describeError, type Log } from '../log.ts'

/** A tool's fault is a result: the model reads it and tries otherwise. */
export async function orToolError(
  log: Log,
  signal: AbortSignal,
  work: () => Promise<CallToolResult>,
): Promise<CallToolResult> {
  try {
    return await work()
  } catch (error) {
    // Nobody is left to be told.
    if (signal.aborted) throw signal.reason
    return { isError: true, content: [{ type: 'text', text: inWords(error, log) }] }
  }
}

/** Resources and prompts are asked for by programs, which hear of a fault as an error of the protocol. */
export async function orProtocolError<T>(log: Log, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const isTheirs = error instanceof AppError && (error.code === 'not-found' || error.code === 'bad-input')
    const code = isTheirs ? ProtocolErrorCode.InvalidParams : ProtocolErrorCode.InternalError
    throw new ProtocolError(code, inWords(error, log))
  }
}

function inWords(error: unknown, log: Log): string {
  if (error instanceof AppError && error.code !== 'internal') {
    return error.hint === undefined ? error.message : `${error.message} ${error.hint}`
  }
  const stack = error instanceof Error ? error.stack : undefined
  log.error('mcp request failed', { error: describeError(error), stack })
  return 'Something went wrong inside the service. Its log has the details.'
}
