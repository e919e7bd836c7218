// Does the running service do what openapi.json says? Schemathesis asks it what is described and what isn't.
import { execFile, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { startService } from './service.ts'

const SCRIPT = fileURLToPath(new URL('../../scripts/schemathesis.sh', import.meta.url))
const PROGRAM = process.env['SCHEMATHESIS'] ?? 'st'
/** Some 1,200 requests, each with an answer behind it. */
const PATIENCE_MS = 300_000

const isMissing = spawnSync(PROGRAM, ['--version']).status !== 0
if (isMissing)
  console.warn(`No schemathesis at ${PROGRAM}: pip install schemathesis, or name it in SCHEMATHESIS.`)

// In CI a missing program is a failure; elsewhere its test is left out.
describe.skipIf(isMissing && !process.env['CI'])('the interface', () => {
  it.each([
    ['without keys', {}, {}],
    [
      'with keys',
      { WENBAO_API_KEYS: 'all:admin:key-that-may-do-all' },
      { WENBAO_TEST_KEY: 'key-that-may-do-all' },
    ],
  ])(
    'is as described, %s',
    async (_, settings, known) => {
      const unlimited = { WENBAO_RATE_PER_KEY: '0', WENBAO_RATE_PER_ADDRESS: '0' }
      const service = await startService({ ...unlimited, ...settings })
      try {
        const { code, output } = await run(service.url, { ...process.env, ...known, SCHEMATHESIS: PROGRAM })
        expect(code, output).toBe(0)
        expect(output).toMatch(/\d+ (?:generated|passed)/)
      } finally {
        await service.stop()
      }
    },
    PATIENCE_MS,
  )
})

function run(url: string, env: NodeJS.ProcessEnv): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(
      'sh',
      [SCRIPT, url],
      { env, timeout: PATIENCE_MS, maxBuffer: 1 << 24 },
      (error, stdout, stderr) => resolve({ code: error === null ? 0 : 1, output: stdout + stderr }),
    )
  })
}
