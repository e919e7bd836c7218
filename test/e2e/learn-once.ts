// What do the end-to-end tests answer from? corpus/ learnt once with the bundled model; every service gets a copy.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { PROGRAM } from './service.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder with what was learnt from corpus/. */
    readonly learntIndex: string
  }
}

export function setup(project: TestProject): () => void {
  if (!existsSync(PROGRAM))
    throw new Error(`Expected the built program at ${PROGRAM}: run \`npm run build\`.`)
  const folder = mkdtempSync(join(tmpdir(), 'wenbao-e2e-'))
  const learntIndex = join(folder, 'index')
  execFileSync(process.execPath, [PROGRAM, 'index', '--index', learntIndex], { stdio: 'pipe' })
  project.provide('learntIndex', learntIndex)
  return () => rmSync(folder, { recursive: true, force: true })
}
