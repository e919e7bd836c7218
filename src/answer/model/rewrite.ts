// A question that leans on what was said before, put so that it stands alone; or nothing, when the model's words can't be trusted.
import { languageOf } from '../../text/language.ts'
import type { Turn } from '../answer.ts'
import type { ChatMessage, ChatModel } from './chat-model.ts'
import { ChatModelError } from './fault.ts'
import { createSentenceCutter } from './sentence-cutter.ts'
import { pairsOf, shareOf } from './sources.ts'

/** Turns before the question that are shown, and characters of each. */
const MOST_TURNS = 6
const TURN_LENGTH = 300
/** Characters; a question that stands alone needs less. */
const LONGEST_QUESTION = 120
/** Characters read before the model is left. */
const LONGEST_REPLY = 400
/** Share of its neighbouring characters that must have been said before: the rest is for 的, 是多少 and word order. */
const KNOWN_SHARE = 0.6

const INSTRUCTION =
  '把最后一个问题改写成不看前文也能懂的一个问题：补上前文里的机构、主题、年份，不添加别的内容，不回答。已经完整就原样写出。只写问题本身。'

/**
 * @returns one line; undefined when the model fails or is too slow, answers instead of rewriting, or brings in
 *   numbers, names or a language that were never mentioned
 */
export async function rewriteQuestion(
  model: ChatModel,
  history: readonly Turn[],
  question: string,
  options: { signal?: AbortSignal } = {},
): Promise<string | undefined> {
  if (history.length === 0) return undefined
  const reply = await replyOf(model, messagesOf(history, question), options)
  if (reply === undefined) return undefined
  const rewritten = questionIn(reply)
  return isFaithful(rewritten, history, question) ? rewritten : undefined
}

function messagesOf(history: readonly Turn[], question: string): ChatMessage[] {
  const turns = history
    .slice(-MOST_TURNS)
    .map(({ role, content }) => `${role === 'user' ? '问' : '答'}：${content.slice(0, TURN_LENGTH)}`)
  return [
    { role: 'system', content: INSTRUCTION },
    { role: 'user', content: `${turns.join('\n')}\n最后一个问题：${question}\n改写：` },
  ]
}

async function replyOf(
  model: ChatModel,
  messages: readonly ChatMessage[],
  options: { signal?: AbortSignal },
): Promise<string | undefined> {
  const cutter = createSentenceCutter()
  let text = ''
  let read = 0
  try {
    for await (const delta of model.stream(messages, options)) {
      read += delta.length
      for (const cut of cutter.push(delta)) text += cut.text
      if (text.trim() !== '' || read > LONGEST_REPLY) break
    }
  } catch (cause) {
    if (cause instanceof ChatModelError) return undefined
    throw cause
  }
  return text.trim() === ''
    ? cutter
        .end()
        .map((cut) => cut.text)
        .join('')
    : text
}

/** The first line, without a label or quotation marks around it. */
function questionIn(reply: string): string {
  const line = reply.trim().split('\n')[0] ?? ''
  return line
    .replace(/^[^：:]{0,12}(?:改写|问题|rewritten|question)[^：:]{0,6}[：:]\s*/iu, '')
    .replace(/^["'“‘「『*]+|["'”’」』*]+$/gu, '')
    .trim()
}

function isFaithful(rewritten: string, history: readonly Turn[], question: string): boolean {
  if (rewritten.length < 2 || rewritten.length > Math.max(LONGEST_QUESTION, question.length * 2)) return false
  const said = [...history.map(({ content }) => content), question].join('\n')
  if (languageOf(rewritten) !== languageOf(question)) return false
  if (shareOf(pairsOf(rewritten), pairsOf(said)) < KNOWN_SHARE) return false
  return (
    wordsAndNumbers(rewritten).every((word) => said.toLowerCase().includes(word)) &&
    isUnfoldedFrom(rewritten, said)
  )
}

/** Figures, Latin words and what stands in quotation marks: none of it may be new. */
function wordsAndNumbers(text: string): string[] {
  return text.toLowerCase().match(/\p{Nd}+(?:[.,]\p{Nd}+)?|[a-z][a-z\d-]+|(?<=[《“「])[^》”」]+/gu) ?? []
}

/** Letters in a row that were never said: longer than the words a question is put together with, they are a name. */
const LONGEST_NEW_RUN = 3
const ASKING = /什么|怎么|怎样|如何|多少|哪些|哪个|哪家|哪里|是否|有没有|情况|方面|多大|几[个名项次]|分别/gu

function isUnfoldedFrom(rewritten: string, said: string): boolean {
  const known = pairsOf(said)
  const characters = [...rewritten.replace(ASKING, ' ')]
  let run = 0
  for (const [i, character] of characters.entries()) {
    const isLetter = /\p{L}/u.test(character)
    const isKnown = said.includes(character) || known.has((characters[i - 1] ?? '') + character)
    run = isLetter && !isKnown ? run + 1 : 0
    if (run >= LONGEST_NEW_RUN) return false
  }
  return true
}
