// Parts that can answer at once: opened, the corpus learnt when nothing is held yet, and closed whatever happens.
import { openParts, type Parts } from '../compose.ts'
import type { Environment } from '../config.ts'
import { faultError, faultOf, refusedBy } from '../faults/fault.ts'
import type { CommandContext } from './command.ts'
import { openProgress } from './view/progress.ts'
import { refusedWords } from './view/refused-words.ts'

/** @param overrides settings given as options */
export async function withReadyParts<T>(
  { config: readConfig, output, say, signal }: CommandContext,
  overrides: Environment,
  use: (parts: Parts) => Promise<T>,
): Promise<T> {
  const config = readConfig(overrides)
  const progress = openProgress(output, say)
  const parts = await openParts(config, { onIndexing: progress.indexing })
  try {
    // What is held is taken as it is: a question needs no lock and waits for no scan of the folder.
    if (parts.collection.status().documents === 0) {
      output.note(
        say({
          en: `Nothing was learnt yet: learning ${config.corpusFolder}`,
          zh: `尚未学习：正在学习 ${config.corpusFolder}`,
        }),
      )
      const behind = await parts.prepare({ signal, onProgress: progress.learning })
      progress.end()
      if (parts.collection.status().documents === 0) {
        if (behind !== undefined) output.note(say(refusedWords(refusedBy(behind))))
        throw faultError(faultOf('nothing-learnt'), { code: 'index-missing' })
      }
    }
    return await use(parts)
  } finally {
    await parts.close()
  }
}
