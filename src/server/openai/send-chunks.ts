// When does which chunk leave? The first as soon as something was found, the others as the answer grows.
import type { AnswerEvent } from '../../answer/answer.ts'
import { collectAnswer } from '../../answer/collect.ts'
import { type ChunkOptions, finishChunk, firstChunk, textChunk, usageChunk } from './chunks.ts'
import { contentOf } from './content.ts'

/**
 * @param send waits while the reader is slower
 * @throws what `collectAnswer` and `send` throw
 */
export async function sendChunks(
  events: AsyncIterable<AnswerEvent>,
  options: ChunkOptions,
  send: (chunk: unknown) => Promise<void>,
): Promise<void> {
  let hasBegun = false
  let said = ''
  const say = async (content: string) => {
    if (!hasBegun) await send(firstChunk(options))
    hasBegun = true
    said += content
    if (content !== '') await send(textChunk(options, content))
  }
  const answer = await collectAnswer(events, async (event) => {
    if (event.kind === 'delta') await say(event.text)
    if (event.kind !== 'sources' || hasBegun) return
    hasBegun = true
    await send(firstChunk(options, event.passages))
  })
  const { words, links } = contentOf(answer, options.wording)
  await say((words.startsWith(said) ? words.slice(said.length) : '') + links)
  await send(finishChunk(options, answer, said))
  if (options.includeUsage) await send(usageChunk(options, said))
}
