// What may a build's configuration say to limit-script.mjs?
import type { Plugin } from 'vite'

export function limitScript(limits: {
  readonly entries: readonly string[]
  readonly mostBytes: number
}): Plugin
