// All hostile files, in the order in which they are sent.
import { ARCHIVES } from './archives.ts'
import type { HostileFile } from './hostile-file.ts'
import { NAMES } from './names.ts'
import { OFFICE } from './office.ts'
import { PAGES } from './pages.ts'
import { PDFS } from './pdfs.ts'
import { TEXTS } from './texts.ts'

export const HOSTILE_FILES: readonly HostileFile[] = [
  ...NAMES,
  ...TEXTS,
  ...PAGES,
  ...OFFICE,
  ...ARCHIVES,
  ...PDFS,
]
