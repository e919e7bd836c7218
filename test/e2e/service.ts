// The program as it is built, serving from an index of its own on a free port.
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'

export const PROGRAM = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

export interface RunningService {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string
  /** Folder with what it holds; also for `wenbao` commands beside it. */
  readonly indexFolder: string
  stop(): Promise<void>
}

/** @param env settings beside the defaults; nothing of this process's own environment but PATH is handed on */
export async function startService(env: Readonly<Record<string, string>> = {}): Promise<RunningService> {
  return start(env, (folder) => cpSync(inject('learntIndex'), join(folder, 'index'), { recursive: true }))
}

/** As `startService`, with no report at all: nothing was learnt, and the folder of reports is empty. */
export async function startEmptyService(env: Readonly<Record<string, string>> = {}): Promise<RunningService> {
  return start({ WENBAO_CORPUS: 'reports', ...env }, (folder) => mkdirSync(join(folder, 'reports')))
}

async function start(
  env: Readonly<Record<string, string>>,
  prepare: (folder: string) => void,
): Promise<RunningService> {
  const folder = mkdtempSync(join(tmpdir(), 'wenbao-served-'))
  const indexFolder = join(folder, 'index')
  prepare(folder)
  const child = spawn(process.execPath, [PROGRAM, 'serve', '--json'], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      LANG: 'en_US.UTF-8',
      WENBAO_LOG: 'silent',
      WENBAO_INDEX: indexFolder,
      WENBAO_PORT: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    return { url: await urlOf(child.stdout, child.stderr), indexFolder, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** @returns the address it prints once it is ready; rejects with what it said when it ends before that */
function urlOf(stdout: NodeJS.ReadableStream, stderr: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    let complaint = ''
    stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
    stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const url = /"url": "([^"]+)"/.exec(said)?.[1]
      if (url !== undefined) resolve(url)
    })
    stdout.once('close', () => reject(new Error(`The service ended before it was ready: ${complaint}`)))
  })
}
