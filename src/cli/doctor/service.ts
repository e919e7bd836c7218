// Would the service come up, and does it reach what it needs? Who may come in, the writer's lock, memory, the language model.
import { existsSync } from 'node:fs'
import { acquireLock } from '../../collection/lock.ts'
import type { Config } from '../../config.ts'
import { isLoopback } from '../../server/guard/hosts.ts'
import { type CheckResult, failedCheck } from './check.ts'

/** The bundled model with 10,000 chunks takes about 500 MB; a report being learnt comes on top. */
const ROOMY_MEMORY_BYTES = 1e9
/** Long enough for a far endpoint, short enough for whoever waits for the doctor. */
const PATIENCE_MS = 5_000

export function checkAccess({ host, apiKeys, insecure }: Config): CheckResult {
  const name = 'access'
  const mend = 'Set WENBAO_API_KEYS to what `wenbao key` prints.'
  if (apiKeys.length > 0) return { name, status: 'ok', message: `${apiKeys.length} keys are set` }
  if (isLoopback(host)) return { name, status: 'ok', message: 'this machine alone, without keys' }
  if (insecure) {
    const message = `${host} is open to whoever reaches it: they may read every report`
    return { name, status: 'warn', message, mend }
  }
  const message = `${host} can be reached by others and no key is set: the service won't start`
  return { name, status: 'fail', message, mend }
}

/** Takes the lock and lets go of it at once. */
export function checkLock(indexFolder: string): CheckResult {
  const name = 'lock'
  if (!existsSync(indexFolder)) return { name, status: 'ok', message: 'free' }
  try {
    acquireLock(indexFolder).release()
    return { name, status: 'ok', message: 'free' }
  } catch (error) {
    const finding = failedCheck(name, error)
    // Somebody learns: that is no fault as long as it comes to an end.
    return /is locked by/.test(finding.message) ? { ...finding, status: 'warn' } : finding
  }
}

/** What this process may take, the limit of a container included. @param bytes default: of this machine now */
export function checkMemory(bytes = process.availableMemory()): CheckResult {
  const message = `${(bytes / 1e6).toFixed(0)} MB available`
  if (bytes >= ROOMY_MEMORY_BYTES) return { name: 'memory', status: 'ok', message }
  return {
    name: 'memory',
    status: 'warn',
    message: `${message}: the model and a learning may not fit`,
    mend: 'Give the machine or the container at least 1 GB.',
  }
}

/** None where no language model is set. Asks for the list of models, which costs nothing. */
export async function checkChat({ chat }: Config): Promise<CheckResult[]> {
  if (chat === undefined) return []
  const name = 'chat'
  const mend = 'Check OPENAI_BASE_URL and OPENAI_API_KEY; until then answers are sentences of the reports.'
  try {
    const { status } = await fetch(`${chat.baseUrl}/models`, {
      headers: chat.apiKey === undefined ? {} : { authorization: `Bearer ${chat.apiKey}` },
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (status === 401 || status === 403) {
      return [{ name, status: 'fail', message: `${chat.baseUrl} refuses the key (${status})`, mend }]
    }
    // Some servers have no such list.
    return [{ name, status: 'ok', message: `${chat.model} at ${chat.baseUrl}` }]
  } catch {
    return [{ name, status: 'warn', message: `${chat.baseUrl} can't be reached`, mend }]
  }
}
