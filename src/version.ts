// Which version is this? As package.json says, wherever the program was built to.
import { readFileSync } from 'node:fs'

export function programVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  const { version } = JSON.parse(text) as { readonly version: string } // our own file, the same for every run
  return version
}
