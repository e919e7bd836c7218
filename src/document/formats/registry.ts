// Which format reads a file? By the end of its name; a further format is one file here and one line in the list.
import type { Format } from './format.ts'
import { markdown } from './markdown.ts'
import { plainText } from './text.ts'

const FORMATS: readonly Format[] = [plainText, markdown]

export function formatOf(path: string): Format | undefined {
  const lower = path.toLowerCase()
  return FORMATS.find(({ extensions }) => extensions.some((extension) => lower.endsWith(extension)))
}

/** True for files that can be learnt; the override files beside them are none. */
export function isReportPath(path: string): boolean {
  return formatOf(path) !== undefined
}

/** `.txt, .text, .md, .markdown`, for messages. */
export function supportedExtensions(): string {
  return FORMATS.flatMap(({ extensions }) => extensions).join(', ')
}
