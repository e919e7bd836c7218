// What does an index folder serve? `node look.mjs DIST REPORTS` reads lines of JSON, `{ index, withGraph }`, and answers each with one
// of its own: per question asked of it a hash of the answer, or the code and the message of the refusal.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const [dist, reports] = process.argv.slice(2)
const load = (path) => import(pathToFileURL(join(dist, path)).href)
const { openParts } = await load('compose.js')
const { readConfig } = await load('config.js')
const { createHashingEmbedder } = await load('embed/hashing.js')
const { openSearcher } = await load('search/searcher.js')
const { AppError } = await load('errors.js')

const QUESTIONS = ['全年开放多少天', '藏书九十三万册', '收藏画作八百幅的是谁', '群众满意吗']
const embedder = createHashingEmbedder({ dimension: 32 })

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await look(JSON.parse(line)))}\n`)
}

async function look({ index, withGraph }) {
  const config = readConfig({ WENBAO_INDEX: index, WENBAO_CORPUS: reports }, process.cwd())
  const found = {}
  let parts
  const ask = async (question, answer) => {
    try {
      found[question] = hash(await answer())
    } catch (error) {
      if (error instanceof AppError) found[question] = { code: error.code, message: error.message }
      else found[question] = { fault: String(error?.stack ?? error) }
    }
  }
  await ask('open', async () => {
    parts = await openParts(config, { openModel: async () => embedder })
    return 'open'
  })
  if (parts === undefined) return found
  const { collection, uploads } = parts
  await ask('status', () => ({ ...collection.status(), bytes: 0 }))
  await ask('documents', () => collection.documents())
  await ask('ordinals', () => [...collection.ordinals()])
  await ask('chunks', () => [...collection.scan()].map(plain))
  for (const id of idsOf(collection)) {
    await ask(`document ${id}`, () => [collection.document(id), collection.chunksOf(id).map(plain)])
    await ask(`original ${id}`, async () => hash([...(await uploads.original(id)).bytes]))
  }
  await ask('uploads', () => uploads.list())
  let searcher
  await ask('searcher', async () => {
    searcher = await openSearcher({ collection, embedder, folder: index, ...(withGraph && { graphFrom: 1 }) })
    return 'open'
  })
  for (const question of QUESTIONS) {
    if (searcher !== undefined)
      await ask(`search ${question}`, async () => (await searcher.search(question)).passages)
  }
  await searcher?.close()
  await ask('close', () => parts.close())
  return found
}

function idsOf(collection) {
  try {
    return collection.documents().map(({ id }) => id)
  } catch {
    // Told of above.
    return []
  }
}

function plain({ ordinal, chunk, ...vectors }) {
  return [ordinal, chunk, ...Object.values(vectors).map((values) => [...values])]
}

function hash(value) {
  return createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('hex')
}
