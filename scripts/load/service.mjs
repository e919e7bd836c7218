// The service as it is shipped, in a process of its own over an index of its own; for scripts that measure it from outside.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const START_MS = 120_000
const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

/**
 * Learns corpus/ with the bundled model and answers when this resolves.
 *
 * @param {Record<string, string>} env settings beside the folder and the port
 * @param {string[]} nodeOptions of its process
 */
export async function startService(env = {}, nodeOptions = []) {
  const folder = mkdtempSync(join(tmpdir(), 'wenbao-load-'))
  const child = spawn(process.execPath, [...nodeOptions, MAIN, 'serve', '--port', '0', '--json'], {
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      TMPDIR: folder,
      WENBAO_INDEX: join(folder, 'index'),
      WENBAO_LOG: 'silent',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)))
  let said = ''
  const url = await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not ready after ${START_MS} ms: ${said}`)), START_MS)
    ended.then((how) => reject(new Error(`ended before it was ready: ${how}`)))
    child.stdout.on('data', (text) => {
      said += text
      const found = /"url": "([^"]+)"/.exec(said)?.[1]
      if (found === undefined) return
      clearTimeout(late)
      resolve(found)
    })
  })
  return {
    url,
    pid: child.pid,
    folder,
    ended,
    /** Like a supervisor; @returns exit code, or the name of a signal */
    async stop() {
      child.kill('SIGTERM')
      const how = await ended
      rmSync(folder, { recursive: true, force: true })
      return how
    },
  }
}
