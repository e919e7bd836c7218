// How do the parts come together? The only place that opens and wires them; doors get what is made here.
import { join } from 'node:path'
import { type AnswererOptions, type AnswerSettings, createAnswerer } from './answer/answerer.ts'
import { rewriteQuestion } from './answer/model/rewrite.ts'
import { createWriter } from './answer/model/writer.ts'
import { foundWithoutReports, refuseWithoutReports } from './answer/no-reports.ts'
import type { AnswerSources } from './answer/sources.ts'
import type { Collection, LearnOptions, LearnReport } from './collection/collection.ts'
import { openCollection } from './collection/open.ts'
import type { Config } from './config.ts'
import { openFence } from './document/fence/fence.ts'
import { readReportBytes } from './document/file.ts'
import { embedTexts } from './embed/embed-texts.ts'
import type { Embedder } from './embed/embedder.ts'
import { openEmbedder } from './embed/open.ts'
import { AppError } from './errors.ts'
import { lazily } from './lazily.ts'
import { Learner } from './learner.ts'
import { learntFolder } from './learning.ts'
import { type QuestionsFirst, questionsFirst } from './questions-first.ts'
import type { Searcher } from './search/passage.ts'
import { checkQuestion } from './search/question.ts'
import { openSearcher } from './search/searcher.ts'
import type { Service } from './service.ts'
import { Jobs } from './uploads/jobs.ts'
import { openUploads } from './uploads/open-uploads.ts'
import { ORIGINALS, Originals } from './uploads/originals.ts'

export interface Parts extends Service {
  readonly config: Config
  readonly collection: Collection
  /** Opened at the first call, then shared; a failure is forgotten, so that the next call tries again. */
  embedder(): Promise<Embedder>
  /** As `embedder`; opens the embedder too. */
  searcher(): Promise<Searcher>
  /** Brings the collection in step with a folder and with what was uploaded, and lets the open searcher know. */
  learn(folder: string, options?: LearnOptions): Promise<LearnReport>
  /**
   * Makes the service ready: opens the search, and learns the configured corpus unless something else was learnt on purpose.
   * A folder that is empty or missing hinders nothing: reports may be uploaded.
   *
   * @returns why the corpus wasn't brought up to date, when the service can be asked all the same; else undefined
   * @throws AppError why nothing could be learnt, when nothing is held and it isn't for want of reports
   */
  prepare(options?: LearnOptions): Promise<AppError | undefined>
  close(): Promise<void>
}

export interface PartsOptions {
  /** For tests, and for programs that bring an embedder of their own. */
  readonly openModel?: (settings: Config['embedder']) => Promise<Embedder>
  /** Called while the search index is made, with the chunks taken in so far. */
  readonly onIndexing?: (done: number, total: number) => void
  /** Told what nobody expected while uploads were learnt. Default: it is passed over. */
  readonly onJobFault?: (error: unknown) => void
}

/**
 * @throws AppError `index-damaged` | `index-stale` | `locked` | `disk-full` when the record can't be opened
 */
export async function openParts(
  config: Config,
  { openModel = openEmbedder, onIndexing, onJobFault = () => undefined }: PartsOptions = {},
): Promise<Parts> {
  const collection = openCollection({ folder: config.indexFolder })
  const embedder = lazily(() => openModel(config.embedder))
  const first = questionsFirst()
  const { giveWay } = first
  const searcher = lazily(async () =>
    openSearcher({
      collection,
      giveWay,
      embedder: await embedder.get(),
      folder: config.indexFolder,
      ...(onIndexing && { onIndexing }),
    }),
  )
  // One for all that is read: it bounds how many files are parsed at once.
  const fence = openFence()
  const originals = new Originals(join(config.indexFolder, ORIGINALS))
  const learner = new Learner({
    collection,
    originals,
    fence,
    embedder,
    searcher,
    indexFolder: config.indexFolder,
    giveWay,
  })
  const learn = (folder: string, options?: LearnOptions) => learner.folder(folder, options)
  const jobs = new Jobs({ learn: (options) => learner.uploads(options), onFault: onJobFault })
  const uploads = openUploads({
    originals,
    fence,
    jobs,
    collection,
    giveWay,
    maxFileBytes: config.uploadFileBytes,
    readFolderFile: (path) => readLearnt(config.indexFolder, path),
  })

  const isEmpty = () => collection.status().documents === 0
  const isLearning = () => learner.status?.done === false
  let isPrepared = false
  const sources: AnswerSources = {
    async search(question, options) {
      if (isEmpty()) return foundWithoutReports(checkQuestion(question), isLearning())
      const search = await searcher.get()
      // Another process may have learnt since; a learning of our own brings the search up to date when it ends.
      const isBehind = search.status().changeNumber !== collection.status().changeNumber
      if (isBehind && !isLearning()) await search.refresh()
      return first.during(() => search.search(question, options))
    },
    documents: () => collection.documents(),
    document: (id) => collection.document(id),
  }
  const answerer = createAnswerer({
    sources,
    embedder: async () => embeddingFirst(await embedder.get(), first),
    ...(await writingOf(config, sources)),
    settings: thresholdOf(config),
  })

  return {
    ...sources,
    config,
    collection,
    embedder: embedder.get,
    searcher: searcher.get,
    learn,
    uploads,
    async *ask(question, options) {
      if (isEmpty()) yield { kind: 'done', answer: refuseWithoutReports(question, isLearning()) }
      else yield* answerer.answer(question, { mode: config.answerMode, ...options })
    },
    embed: async (texts, options) => embedTexts(await embedder.get(), texts, options),
    successor: (id) => collection.successor(id),
    status() {
      const model = embedder.opened()
      const search = searcher.opened()?.status()
      return {
        ready: search !== undefined && (search.chunks > 0 || isPrepared),
        collection: collection.status(),
        embedder: model && { id: model.id, dimension: model.dimension },
        search,
        learning: learner.status,
      }
    },
    async prepare(options) {
      const isHeld = !isEmpty()
      if (isHeld) await searcher.get()
      const isOther = learntFolder(config.indexFolder) !== config.corpusFolder
      // Learning the default corpus over reports that were learnt on purpose would remove them.
      const isKept = isHeld && isOther && config.corpusIsDefault
      let behind = isKept ? undefined : await faultOf(() => learn(config.corpusFolder, options))
      // The folder was left alone; what was uploaded before a crash is learnt all the same.
      if (isKept || behind !== undefined) {
        const fault = await faultOf(() => learner.uploads(options))
        behind ??= fault
      }
      if (behind !== undefined && behind.code !== 'bad-input' && isEmpty()) throw behind
      await searcher.get()
      isPrepared = true
      return behind
    },
    async close() {
      // What is being read is ended, not waited for: it may take half a minute.
      const jobsClosed = jobs.close()
      fence.close()
      await jobsClosed
      await searcher.close()
      await embedder.close()
      collection.close()
    },
  }
}

/** @returns what went wrong, when a person can be told */
async function faultOf(work: () => Promise<unknown>): Promise<AppError | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}

async function readLearnt(indexFolder: string, path: string): Promise<Uint8Array> {
  const folder = learntFolder(indexFolder)
  if (folder !== undefined) return readReportBytes(folder, path)
  throw new AppError('not-found', 'The folder that this document was learnt from isn’t known any more.')
}

/** A language model that writes the answers and completes follow-up questions, where one is set. */
async function writingOf(
  { chat }: Config,
  { document }: AnswerSources,
): Promise<Pick<AnswererOptions, 'writer' | 'rewrite'>> {
  if (chat === undefined) return {}
  // Imported here: who has no language model needn't load its client at every start.
  const { openChatModel } = await import('./answer/model/chat-model.ts')
  const model = openChatModel(chat)
  return {
    writer: createWriter(model, document),
    rewrite: (history, question, options) => rewriteQuestion(model, history, question, options),
  }
}

/** For what is read while somebody waits for the answer. */
function embeddingFirst(model: Embedder, { during }: QuestionsFirst): Embedder {
  return { ...model, embedPassages: (items, options) => during(() => model.embedPassages(items, options)) }
}

function thresholdOf({ refusalThreshold: threshold }: Config): Partial<AnswerSettings> {
  return threshold === undefined ? {} : { threshold }
}
