// Ends a build whose pages would load too much: the gzipped size of each entry with all that it imports.
import { gzipSync } from 'node:zlib'

/**
 * @param {{ entries: readonly string[], mostBytes: number }} limits names of entries, and gzipped bytes for each
 * @returns {import('vite').Plugin}
 */
export function limitScript({ entries, mostBytes }) {
  return {
    name: 'limit-script',
    generateBundle(_, bundle) {
      for (const name of entries) {
        const entry = Object.values(bundle).find(
          (file) => file.type === 'chunk' && file.isEntry && file.name === name,
        )
        if (entry === undefined) this.error(`Expected an entry named ${name}, found none.`)
        const bytes = [...importedBy(entry.fileName, bundle)]
          .map((fileName) => gzipSync(bundle[fileName].code).length)
          .reduce((sum, size) => sum + size, 0)
        const words = `${name}: ${(bytes / 1024).toFixed(1)} KB of script gzipped, at most ${mostBytes / 1024} KB`
        if (bytes > mostBytes) this.error(words)
        else this.info(words)
      }
    },
  }
}

/** The file itself and all that it loads at once, also through others. */
function importedBy(fileName, bundle, found = new Set()) {
  if (found.has(fileName)) return found
  found.add(fileName)
  for (const imported of bundle[fileName]?.imports ?? []) importedBy(imported, bundle, found)
  return found
}
