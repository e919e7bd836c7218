// Markdown: text whose signs the outline rules understand; many files called .txt hold it too, so nothing else differs.
import type { Format } from './format.ts'
import { readEncoded } from './text.ts'

export const markdown: Format = {
  kind: 'text',
  name: 'markdown',
  extensions: ['.md', '.markdown'],
  readText: readEncoded,
}
