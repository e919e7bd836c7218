// Which format reads a file? By the end of its name; a further format is one file here and one line in the list.
import type { FencedFormat, Format } from './format.ts'
import { markdown } from './markdown.ts'
import { plainText } from './text.ts'

/** Loaded where they run, so that no parser of theirs is in the process that answers. */
const docx: FencedFormat = {
  kind: 'fenced',
  name: 'DOCX',
  extensions: ['.docx'],
  load: async () => (await import('./docx/docx.ts')).readDocx,
}

const pdf: FencedFormat = {
  kind: 'fenced',
  name: 'PDF',
  extensions: ['.pdf'],
  load: async () => (await import('./pdf/pdf.ts')).readPdf,
}

const html: FencedFormat = {
  kind: 'fenced',
  name: 'HTML',
  extensions: ['.html', '.htm', '.xhtml', '.shtml'],
  load: async () => (await import('./html/html.ts')).readHtml,
}

const xlsx: FencedFormat = {
  kind: 'fenced',
  name: 'XLSX',
  extensions: ['.xlsx', '.xlsm'],
  load: async () => (await import('./xlsx/xlsx.ts')).readXlsx,
}

const csv: FencedFormat = {
  kind: 'fenced',
  name: 'CSV',
  extensions: ['.csv', '.tsv'],
  load: async () => (await import('./csv/csv.ts')).readCsv,
}

const pptx: FencedFormat = {
  kind: 'fenced',
  name: 'PPTX',
  extensions: ['.pptx'],
  load: async () => (await import('./pptx/pptx.ts')).readPptx,
}

const FORMATS: readonly (Format | FencedFormat)[] = [plainText, markdown, docx, pdf, html, xlsx, csv, pptx]

export function formatOf(path: string): Format | FencedFormat | undefined {
  const lower = path.toLowerCase()
  return FORMATS.find(({ extensions }) => extensions.some((extension) => lower.endsWith(extension)))
}

/** True for files that can be learnt; the override files beside them are none. */
export function isReportPath(path: string): boolean {
  return formatOf(path) !== undefined
}

/** `.txt, .text, .md, .markdown, …`, for messages. */
export function supportedExtensions(): string {
  return FORMATS.flatMap(({ extensions }) => extensions).join(', ')
}
