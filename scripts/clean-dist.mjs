// Removes dist/ before a build, so that a file deleted from src/ can't be run from an old build.
import { rmSync } from 'node:fs'

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true })
