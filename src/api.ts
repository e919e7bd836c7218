// What may a program import? Every name one by one, in the order in which a question meets them.
// biome-ignore-all assist/source/organizeImports: the order is the explanation

// Reading: what a file says, as text with an outline whose ranges point into it.
export { readDocument } from './document/read.ts'
export { explainReport } from './document/explain-report.ts'
export { openFence, type Fence } from './document/fence/fence.ts'
export { readDocumentFile } from './document/file.ts'
export type { Document, Paragraph, Section } from './document/document.ts'
export { readable } from './text/readable.ts'
export type { Gap, Range } from './text/range.ts'

// Cutting: ranges of a document inside one section, each with the context line that stands above it.
export { chunkDocument } from './chunk/split.ts'
export type { Chunk } from './chunk/chunk.ts'

// Embedding: text in, unit vectors out; any object of this interface will do.
export { openEmbedder, type EmbedderSettings } from './embed/open.ts'
export type { Embedder, PassageInput, PassageVectors } from './embed/embedder.ts'

// Holding: the record of what was learnt, on disk or in memory, and the folders it is learnt from.
export { openCollection } from './collection/open.ts'
export { folderSource } from './collection/folder-source.ts'
export type {
  Collection,
  CollectionStatus,
  DocumentSource,
  DocumentSummary,
  FileOutcome,
  LearnOptions,
  LearnProgress,
  LearnReport,
  SourceItem,
} from './collection/collection.ts'

// Searching: which passages answer a question, and why these.
export { openSearcher } from './search/searcher.ts'
export type { Passage, Searcher, SearchFilters, SearchOptions, SearchResult } from './search/passage.ts'

// Answering: claims with checked citations, or a refusal with its reason; and the check alone.
export { createAnswerer, type Answerer, type AnswererOptions } from './answer/answerer.ts'
export { collectAnswer } from './answer/collect.ts'
export type {
  Answer,
  AnsweredAnswer,
  AnswerEvent,
  AskOptions,
  Citation,
  Claim,
  RefusedAnswer,
  Turn,
} from './answer/answer.ts'
export { verifyClaim, type Verdict, type VerifyOptions } from './verify/claim.ts'

// All of it wired together, by settings or in memory.
export { openParts, type Parts } from './compose.ts'
export { type MemoryParts, openMemoryParts } from './memory-parts.ts'
export { readConfig, type Config } from './config.ts'

// Serving: an app that answers requests, and a socket for it.
export { createApp } from './server/app.ts'
export { startServer, type RunningServer } from './server/listen.ts'
export type { AppParts } from './server/app-environment.ts'
export type { Service, ServiceStatus } from './service.ts'
export { openLog, type Log } from './log.ts'

// What goes wrong has a code, a message, and a hint at what to do next.
export { AppError, type ErrorCode } from './errors.ts'
