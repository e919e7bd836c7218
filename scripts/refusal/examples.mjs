// What do questions look like to the refusal when their evidence is there, and when it is taken away?
import { readFileSync } from 'node:fs'
import { rankCandidates } from '../../dist/answer/likelihood/likelihood.js'
import { signalsOf } from '../../dist/answer/likelihood/signals.js'
import { questionKind } from '../../dist/answer/question/question-kind.js'
import { confidenceFeatures } from '../../dist/answer/refusal/confidence/confidence-features.js'
import { missingKind, missingOrdinal, missingYear } from '../../dist/answer/refusal/missing/missing.js'
import { folderSource } from '../../dist/collection/folder-source.js'
import { datasetSource, readDataset } from '../../dist/evaluate/dataset.js'
import { parseQuestions } from '../../dist/evaluate/questions.js'
import { squeeze } from '../../dist/evaluate/squeeze.js'
import { openMemoryParts } from '../../dist/memory-parts.js'

const SEARCH = { explain: true, sentences: true }
/** Questions taken of a set, evenly. */
const MOST = 1200

/** Questions that name whose report they ask about; with the sentences that hold the evidence, and without. */
export async function nearExamples({ embedder, words }, { corpus, cases }) {
  const parts = await openMemoryParts(embedder)
  await parts.collection.learn(folderSource(corpus), embedder)
  await parts.searcher.refresh()
  const questions = parseQuestions(readFileSync(cases, 'utf8'), 'cases.jsonl')
  const examples = []
  const asking = { words, documents: parts.collection.documents() }
  for (const [i, question] of questions.entries()) {
    const result = await parts.searcher.search(question.question, SEARCH)
    if (result.routing.mode === 'none') continue
    const isThere = question.evidence.length > 0
    examples.push(await exampleOf(asking, result, isThere, i % 2, 'cases'))
    if (isThere)
      examples.push(await exampleOf(asking, withoutEvidence(result, question), false, i % 2, 'cases'))
  }
  await parts.close()
  return examples.filter((one) => one !== undefined)
}

/** Questions that may be about anything; with the documents that hold the answer, and without. */
export async function openExamples({ embedder, words }, folder) {
  const dataset = await readDataset(folder)
  const parts = await openMemoryParts(embedder)
  const { outcomes } = await parts.collection.learn(datasetSource(dataset), embedder)
  await parts.searcher.refresh()
  const ids = new Map(outcomes.map(({ path, documentId }) => [path, documentId]))
  const articles = new Map(dataset.passages.map(({ id, title }) => [id, title]))
  const halves = halvesOf(articles.values())
  const examples = []
  const asking = { words, documents: parts.collection.documents() }
  const step = Math.max(1, dataset.queries.length / MOST)
  const taken = dataset.queries.filter((_, i) => Math.floor(i / step) > Math.floor((i - 1) / step))
  for (const { question, relevant } of taken) {
    if (question.trim() === '') continue
    const excludeDocuments = relevant.flatMap((id) => ids.get(id) ?? [])
    const shown = await parts.searcher.search(question, SEARCH)
    const hidden = await parts.searcher.search(question, { ...SEARCH, filters: { excludeDocuments } })
    const half = halves.get(articles.get(relevant[0]))
    examples.push(await exampleOf(asking, shown, true, half, dataset.name))
    examples.push(await exampleOf(asking, hidden, false, half, dataset.name))
  }
  await parts.close()
  return examples.filter((one) => one !== undefined)
}

/** Two halves that share no article: questions about the same one are too much alike to judge each other's weights. */
function halvesOf(titles) {
  return new Map([...new Set(titles)].map((title, i) => [title, i % 2]))
}

/** Undefined where nothing was found; `isRefused` where a rule refuses whatever the features say. */
async function exampleOf({ words, documents }, result, isThere, half, set) {
  const asked = questionKind(result.question)
  const ranked = rankCandidates(signalsOf(result, asked))
  const candidates = await words.read(result.asked ?? result.question, ranked)
  const features = confidenceFeatures(result, candidates)
  if (features === undefined) return undefined
  const isRefused =
    (missingYear(result.routing, candidates, documents, () => undefined) ??
      missingOrdinal(result.question, candidates) ??
      missingKind(asked, candidates)) !== undefined
  return { features, isThere, isRefused, half, set, isHan: /\p{Script=Han}/u.test(result.question) }
}

function withoutEvidence(result, { evidence, answerKeys }) {
  const wanted = evidence.map(squeeze)
  const keys = answerKeys.map(squeeze).filter((key) => key.length > 1)
  const tells = (text) => {
    const spoken = squeeze(text)
    return (
      wanted.some((string) => spoken.includes(string) || (spoken.length > 4 && string.includes(spoken))) ||
      keys.some((key) => spoken.includes(key))
    )
  }
  const passages = result.passages.flatMap((passage) => {
    const sentences = passage.sentences.filter(({ text }) => !tells(text))
    return sentences.length === 0
      ? []
      : [{ ...passage, sentences, text: sentences.map(({ text }) => text).join('') }]
  })
  return { ...result, passages }
}
