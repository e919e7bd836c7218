// What do lists show of a document? All but its text and its parts.
import type { Document } from '../document/document.ts'
import type { DocumentSummary } from './collection.ts'

export function summaryOf(document: Document, chunks: number): DocumentSummary {
  const { id, path, title, subtitle, organisation, aliases, date, years, source } = document
  return {
    id,
    path,
    title,
    ...(subtitle !== undefined && { subtitle }),
    ...(organisation !== undefined && { organisation }),
    aliases,
    ...(date !== undefined && { date }),
    years,
    ...(source !== undefined && { source }),
    characters: document.text.length,
    chunks,
    warnings: document.warnings.length,
    learntAt: new Date().toISOString(),
  }
}
